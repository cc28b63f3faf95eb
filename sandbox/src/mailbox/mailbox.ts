import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { integer, text } from '../store/columns.ts'
import { type Migration, type Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'

const mailboxMigrations: readonly Migration[] = [
  `create table mail (
     id integer primary key autoincrement,
     received_at text not null,
     envelope_from text not null,
     recipients text not null,
     subject text not null,
     text_body text not null,
     html_body text not null,
     source blob not null
   ) strict`,
]

const largestMessage = 5 * 1024 * 1024
const kept = 5_000

/** A mail as it came in; `to` are the recipients of the envelope, in lower case. */
export interface Mail {
  readonly id: number
  readonly receivedAt: string
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Mailbox {
  readonly port: number
  /** Newest first; `to` narrows to one recipient. */
  list(filter?: { to?: string; after?: number; limit?: number }): Mail[]
  read(id: number): Mail | undefined
  source(id: number): Uint8Array | undefined
  clear(): void
  close(): Promise<void>
}

/** Everybody's mailbox: an SMTP server on loopback that accepts every recipient and sends nothing on. */
export async function openMailbox(options: { data: string; port: number; clock: Clock }): Promise<Mailbox> {
  const store = new Store(join(options.data, 'mailbox.sqlite'), mailboxMigrations)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    size: largestMessage,
    logger: false,
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      let size = 0
      stream.on('data', (piece: Buffer) => {
        size += piece.length
        if (size <= largestMessage) pieces.push(piece)
      })
      stream.on('error', done)
      stream.on('end', () => {
        if (size > largestMessage)
          return done(Object.assign(new Error('552 Message exceeds fixed maximum message size'), { responseCode: 552 }))
        const from = session.envelope.mailFrom
        keep(store, options.clock, Buffer.concat(pieces), {
          from: from ? from.address : '',
          to: session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase()),
        }).then(() => done(), done)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => {
      server.server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    list({ to, after = 0, limit = 200 } = {}) {
      return store
        .all(
          `select * from mail where id > ? and (? = '' or exists (select 1 from json_each(recipients) where value = ?)) order by id desc limit ?`,
          after,
          to ?? '',
          (to ?? '').toLowerCase(),
          limit,
        )
        .map(mailOf)
    },
    read(id) {
      const row = store.get('select * from mail where id = ?', id)
      return row && mailOf(row)
    },
    source(id) {
      const source = store.get('select source from mail where id = ?', id)?.source
      return source instanceof Uint8Array ? source : undefined
    },
    clear() {
      store.run('delete from mail')
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          store.close()
          resolve()
        })
      }),
  }
}

async function keep(
  store: Store,
  clock: Clock,
  source: Buffer,
  envelope: { from: string; to: string[] },
): Promise<void> {
  const parsed = await simpleParser(source)
  store.transaction(() => {
    store.run(
      'insert into mail (received_at, envelope_from, recipients, subject, text_body, html_body, source) values (?, ?, ?, ?, ?, ?, ?)',
      clock.now().toISOString(),
      envelope.from,
      JSON.stringify(envelope.to),
      parsed.subject ?? '',
      parsed.text ?? '',
      parsed.html || '',
      source,
    )
    store.run('delete from mail where id <= (select max(id) from mail) - ?', kept)
  })
}

function mailOf(row: Row): Mail {
  return {
    id: integer(row, 'id'),
    receivedAt: text(row, 'received_at'),
    from: text(row, 'envelope_from'),
    to: JSON.parse(text(row, 'recipients')) as string[],
    subject: text(row, 'subject'),
    text: text(row, 'text_body'),
    html: text(row, 'html_body'),
  }
}

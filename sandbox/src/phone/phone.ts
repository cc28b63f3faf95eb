import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { integer, text } from '../store/columns.ts'
import { type Migration, type Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { type Random, secret } from '../world/random.ts'

const phoneMigrations: readonly Migration[] = [
  `create table credential (access_key text primary key, secret text not null) strict;
   create table message (
     id integer primary key autoincrement,
     received_at text not null,
     recipient text not null,
     body text not null,
     reference text unique
   ) strict`,
]

const allowedSkewMs = 5 * 60_000

interface ShortMessage {
  readonly id: number
  readonly receivedAt: string
  /** E.164, `+8613800000000`. */
  readonly to: string
  readonly text: string
  readonly reference: string | null
}

/** Body of `POST /sms/messages`. The same `reference` again returns the first message and sends nothing. */
const request = z.strictObject({
  to: z.string().regex(/^\+[1-9]\d{6,14}$/),
  text: z.string().min(1).max(500),
  reference: z.string().min(1).max(64).optional(),
})

type PhoneAnswer =
  | { readonly status: 200; readonly body: { id: string; accepted: true } }
  | { readonly status: 400 | 401; readonly body: { code: string; message: { zh: string; en: string } } }

export interface Phone {
  readonly accessKey: string
  readonly secret: string
  /** @param body the bytes as received: the signature covers them */
  accept(headers: { accessKey: string; timestamp: string; signature: string }, body: string): PhoneAnswer
  /** A message from somebody else than the platform: the ministry's own. */
  deliver(to: string, message: string): void
  list(filter?: { to?: string; after?: number; limit?: number }): ShortMessage[]
  clear(): void
  close(): void
}

/** Lower-case hex of HMAC-SHA256 over the timestamp followed by the body. */
export function smsSignature(key: string, timestamp: string, body: string): string {
  return createHmac('sha256', key)
    .update(timestamp + body, 'utf8')
    .digest('hex')
}

/** Everybody's phone: a short-message provider that delivers to a page. */
export function openPhone(options: { data: string; clock: Clock; random: Random }): Phone {
  const store = new Store(join(options.data, 'phone.sqlite'), phoneMigrations)
  const credential = credentialOf(store, options.random)
  return {
    ...credential,
    accept(headers, body) {
      const skew = Math.abs(options.clock.now().getTime() - Date.parse(headers.timestamp))
      if (headers.accessKey !== credential.accessKey)
        return refused(401, 'access-key', '访问密钥不存在', 'Unknown access key')
      if (!(skew <= allowedSkewMs))
        return refused(401, 'timestamp', '时间戳与现在相差超过 5 分钟', 'The timestamp is more than 5 minutes away')
      const expected = Buffer.from(smsSignature(credential.secret, headers.timestamp, body))
      const given = Buffer.from(headers.signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        return refused(401, 'signature', '签名不符', 'The signature does not match')
      const asked = request.safeParse(parse(body))
      if (!asked.success) return refused(400, 'body', '内容不合要求', z.prettifyError(asked.error))
      return { status: 200, body: { id: String(keep(store, options.clock, asked.data)), accepted: true } }
    },
    deliver(to, message) {
      keep(store, options.clock, { to, text: message })
    },
    list({ to, after = 0, limit = 200 } = {}) {
      return store
        .all(
          `select * from message where id > ? and (? = '' or recipient = ?) order by id desc limit ?`,
          after,
          to ?? '',
          to ?? '',
          limit,
        )
        .map(messageOf)
    },
    clear() {
      store.run('delete from message')
    },
    close: () => store.close(),
  }
}

function keep(store: Store, clock: Clock, asked: z.infer<typeof request>): number {
  return store.transaction(() => {
    const known = asked.reference && store.get('select id from message where reference = ?', asked.reference)
    if (known) return integer(known, 'id')
    store.run(
      'insert into message (received_at, recipient, body, reference) values (?, ?, ?, ?)',
      clock.now().toISOString(),
      asked.to,
      asked.text,
      asked.reference ?? null,
    )
    const row = store.get('select last_insert_rowid() as id')
    return row ? integer(row, 'id') : 0
  })
}

function credentialOf(store: Store, random: Random): { accessKey: string; secret: string } {
  const known = store.get('select access_key, secret from credential')
  if (known) return { accessKey: text(known, 'access_key'), secret: text(known, 'secret') }
  const made = { accessKey: `SMS${secret(random, 9)}`, secret: secret(random, 32) }
  store.run('insert into credential (access_key, secret) values (?, ?)', made.accessKey, made.secret)
  return made
}

function refused(status: 400 | 401, code: string, zh: string, en: string): PhoneAnswer {
  return { status, body: { code: `sms.${code}`, message: { zh, en } } }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function messageOf(row: Row): ShortMessage {
  return {
    id: integer(row, 'id'),
    receivedAt: text(row, 'received_at'),
    to: text(row, 'recipient'),
    text: text(row, 'body'),
    reference: typeof row.reference === 'string' ? row.reference : null,
  }
}

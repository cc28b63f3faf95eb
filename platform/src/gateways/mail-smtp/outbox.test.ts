import { createHmac } from 'node:crypto'
import { createServer as createHttp } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { createNoticeSender, type NoticeSender, notify } from '../../modules/notices/index.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { smsOverHttp } from '../sms-http/index.ts'
import { smtpMail } from './index.ts'

const secret = 'shared secret'
const letters: string[] = []
const messages: { to: string; text: string; reference: string }[] = []
const logged: string[] = []
let answerOfMail: 'accept' | 'refuse' = 'accept'
const clock = fixedClock('2026-11-24T02:00:00Z')
let database: TestDatabase
let sender: NoticeSender
let closeAll: () => Promise<void>

beforeAll(async () => {
  database = await testDatabase()
  const mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (answerOfMail === 'refuse') return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        letters.push(Buffer.concat(parts).toString('utf8'))
        done(null, 'kept as 1')
      })
    },
  })
  await new Promise<void>((listening) => mailServer.listen(0, '127.0.0.1', listening))
  const smsServer = createHttp((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      const expected = createHmac('sha256', secret).update(`${request.headers['x-sms-timestamp']}${body}`).digest('hex')
      const good = request.headers['x-sms-access-key'] === 'key' && request.headers['x-sms-signature'] === expected
      if (good) messages.push(JSON.parse(body))
      response.writeHead(good ? 200 : 401).end(JSON.stringify({ accepted: good }))
    })
  })
  await new Promise<void>((listening) => smsServer.listen(0, '127.0.0.1', listening))
  const portOf = (address: string | AddressInfo | null) => (address as AddressInfo).port
  const mail = smtpMail({
    host: '127.0.0.1',
    port: portOf(mailServer.server.address()),
    from: '域名 <no-reply@yuming.test>',
  })
  const endpoint = `http://127.0.0.1:${portOf(smsServer.address())}/sms/messages`
  const sms = smsOverHttp({ endpoint, accessKey: 'key', secret, clock })
  const log = pino({}, { write: (line: string) => logged.push(line) })
  sender = createNoticeSender({ db: database.db, mail, sms, clock, log, origin: 'https://names.example' })
  closeAll = async () => {
    mail.close()
    await new Promise<void>((closed) => mailServer.close(closed))
    smsServer.closeAllConnections()
    await new Promise((closed) => smsServer.close(closed))
    await database.drop()
  }
})
afterAll(() => closeAll())
beforeEach(async () => {
  letters.length = messages.length = logged.length = 0
  answerOfMail = 'accept'
  await database.db.deleteFrom('notice').execute()
})

const parameters = { code: '123456', link: 'https://yuming.test/verify-email?token=t', hours: '24' }
const write = (email = 'zhang@example.cn') =>
  database.db
    .transaction()
    .execute((trx) =>
      notify({ kind: 'email.verification', to: { email }, locale: 'zh', parameters }, { trx, clock, random }),
    )
const row = () => database.db.selectFrom('notice').selectAll().executeTakeFirstOrThrow()

describe('the outbox', () => {
  it('sends a letter over SMTP, keeps a proof and forgets the code', async () => {
    await write()
    expect(await sender.sendDue()).toBe(1)
    expect(letters).toHaveLength(1)
    const { id, state, sent_at, proof, parameters: kept } = await row()
    expect(letters[0]).toMatch(new RegExp(`Message-ID: <${id}@yuming.test>`, 'i'))
    expect({ state, sent_at, kept }).toEqual({ state: 'sent', sent_at: clock.now(), kept: {} })
    expect(proof).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      answer: expect.stringContaining('kept as 1'),
    })
    expect(await sender.sendDue()).toBe(0)
  })

  it('sends a short message with a signature over its bytes', async () => {
    await database.db.transaction().execute((trx) =>
      notify(
        {
          kind: 'phone.code',
          to: { phone: '+86.13800000000' },
          locale: 'en',
          parameters: { code: '654321', minutes: '5' },
        },
        { trx, clock, random },
      ),
    )
    await sender.sendDue()
    expect(messages).toEqual([
      { to: '+8613800000000', text: expect.stringContaining('654321'), reference: (await row()).id },
    ])
  })

  it('sends nothing of a transaction that was rolled back', async () => {
    const failed = database.db.transaction().execute(async (trx) => {
      await notify(
        { kind: 'email.verification', to: { email: 'a@example.cn' }, locale: 'zh', parameters },
        { trx, clock, random },
      )
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await sender.sendDue()).toBe(0)
  })

  it('tries again after a pause, gives up in the end, and logs no address', async () => {
    answerOfMail = 'refuse'
    await write('private@example.cn')
    await sender.sendDue()
    expect(await sender.sendDue()).toBe(0)
    clock.advance(31_000)
    answerOfMail = 'accept'
    expect(await sender.sendDue()).toBe(1)
    expect((await row()).state).toBe('sent')
    answerOfMail = 'refuse'
    await database.db.deleteFrom('notice').execute()
    await write('private@example.cn')
    for (let tries = 0; tries < 8; tries++) {
      await sender.sendDue()
      clock.advance(3_600_000)
    }
    expect(await row()).toMatchObject({ state: 'failed', attempts: 8, parameters: {} })
    expect(logged.length).toBeGreaterThan(0)
    expect(logged.join()).not.toContain('private@')
  })

  it('gives each message to one of several senders', async () => {
    for (let count = 0; count < 6; count++) await write(`many${count}@example.cn`)
    await Promise.all([sender.sendDue(), sender.sendDue(), sender.sendDue()])
    expect(letters).toHaveLength(6)
  })
})

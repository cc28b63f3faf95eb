import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { createNoticeSender, notify } from './index.ts'

let database: TestDatabase
const clock = fixedClock('2026-11-24T00:00:00Z')
const log = pino({ level: 'silent' })

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

describe('the outbox', () => {
  it('sends the code that somebody waits for before the reminders that were there earlier', async () => {
    const sent: string[] = []
    const send = async ({ to }: { to: string }) => {
      sent.push(to)
      return '250'
    }
    await database.db.transaction().execute(async (trx) => {
      const context = { trx, clock, random }
      for (const n of [1, 2, 3])
        await notify(
          {
            kind: 'domain.expires-soon',
            to: { email: `reminder-${n}@example.cn` },
            locale: 'zh',
            parameters: { name: 'a.cn', expires: '2026-12-24', renewal: '', link: '' },
          },
          context,
        )
      clock.advance(1_000)
      await notify(
        { kind: 'phone.code', to: { phone: '+8613800000001' }, locale: 'zh', parameters: { code: '1', minutes: '10' } },
        context,
      )
    })
    const sender = createNoticeSender({
      db: database.db,
      mail: { send },
      sms: { send },
      clock,
      log,
      origin: 'https://names.example',
    })
    expect(await sender.sendDue()).toBe(4)
    expect(sent[0]).toBe('+8613800000001')
    expect(sent.slice(1).toSorted()).toEqual([1, 2, 3].map((n) => `reminder-${n}@example.cn`))
  })
})

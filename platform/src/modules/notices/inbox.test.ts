import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../kernel/random.ts'
import { type TestApi, testApi, type Visitor } from '../../testing/console-api.ts'
import { createNoticeSender, noticesRoutes, tell } from './index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(() => [noticesRoutes])
})
afterAll(() => api.close())

async function told(count: number): Promise<Visitor> {
  const who = await api.customer()
  const account = (await who.call('GET', 'v1/session')).body.account.id
  for (let n = 1; n <= count; n++)
    await api.db.transaction().execute((trx) =>
      tell(
        {
          kind: 'domain.expires-soon',
          account,
          subject: `a${n}.cn`,
          locale: 'zh',
          to: [
            { email: 'holder@example.cn', phone: '+86.13800000000' },
            { email: 'Holder@example.cn', phone: '+1.2025550100' },
          ],
          parameters: {
            name: `a${n}.cn`,
            expires: '2026-12-24',
            renewal: { zh: '请尽快续费。', en: 'Please renew.' },
            link: `/domains/a${n}.cn`,
          },
        },
        { trx, clock: api.clock, random },
      ),
    )
  return who
}

describe('the inbox', () => {
  it('tells once, in both languages, what left by mail and SMS, with proof of each sending (S1-76)', async () => {
    const who = await told(1)
    const letters: string[] = []
    const send = async ({ text }: { text: string }) => {
      letters.push(text)
      return '250 queued as 7'
    }
    const sender = createNoticeSender({
      db: api.db,
      mail: { send },
      sms: { send },
      clock: api.clock,
      log: pino({ level: 'silent' }),
      origin: 'https://names.example',
    })
    await sender.sendDue()
    expect(letters.filter((text) => text.includes('https://names.example/domains/a1.cn'))).toHaveLength(2)
    const { messages, unread } = (await who.call('GET', 'v1/messages')).body
    expect(unread).toBe(1)
    expect(messages).toMatchObject([
      {
        kind: 'domain.expires-soon',
        subject: { zh: 'a1.cn 将于 2026-12-24 到期', en: 'a1.cn expires on 2026-12-24' },
        text: { zh: 'a1.cn 将于 2026-12-24 到期。请尽快续费。', en: 'a1.cn expires on 2026-12-24. Please renew.' },
        link: '/domains/a1.cn',
        about: 'a1.cn',
        readAt: null,
        sent: [
          { channel: 'mail', to: 'ho…@example.cn', state: 'sent', answer: '250 queued as 7' },
          { channel: 'sms', to: '+86138****0000', state: 'sent', answer: '250 queued as 7' },
        ],
      },
    ])
    expect(messages[0].sent[0].digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('goes through many messages page by page, each once', async () => {
    const who = await told(65)
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: { messages: { about: string }[]; next: string | null } = (
        await who.call('GET', `v1/messages${after ? `?after=${after}` : ''}`)
      ).body
      seen.push(...page.messages.map(({ about }) => about))
      after = page.next
    }
    expect(seen).toHaveLength(65)
    expect(new Set(seen).size).toBe(65)
  })

  it('is read by its account alone, and what another names stays unread', async () => {
    const who = await told(2)
    const other = await api.customer()
    const [{ id }] = (await who.call('GET', 'v1/messages')).body.messages
    expect((await other.call('GET', 'v1/messages')).body).toEqual({ messages: [], unread: 0, next: null })
    await other.call('POST', 'v1/messages/read', { ids: [id] })
    expect((await who.call('GET', 'v1/messages/unread')).body).toEqual({ unread: 2 })
    expect((await who.call('POST', 'v1/messages/read', { ids: [id] })).body).toEqual({ unread: 1 })
    expect((await who.call('GET', 'v1/messages?unread=true')).body.messages).toHaveLength(1)
    expect((await who.call('POST', 'v1/messages/read', {})).body).toEqual({ unread: 0 })
    expect((await api.visitor().call('GET', 'v1/messages')).status).toBe(401)
  })
})

import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createCertificateReminders, registrantsRoutes } from './index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(({ clock }) => [
    registrantsRoutes({
      vault: createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random }),
      origin: testOrigin,
    }),
  ])
})
afterAll(() => api.close())

describe('a paper that is about to end', () => {
  it('is reminded of 90, 30 and 7 days before, each once, by mail, SMS and in the inbox', async () => {
    const who = await api.customer()
    const made = await who.call('POST', 'v1/templates', {
      holderType: 'person',
      name: { zh: '张三' },
      region: 'CN',
      province: { zh: '广东省' },
      city: { zh: '深圳市' },
      street: { zh: '科技园一路1号' },
      postcode: '518000',
      phone: '+86.13800000000',
      email: 'zhang@example.cn',
      certificate: { kind: 'SFZ', number: '11010519491231002X', issuedOn: '2017-06-01', endsOn: '2027-06-01' },
    })
    expect(made.status).toBe(201)
    const reminders = createCertificateReminders({
      db: api.db,
      clock: api.clock,
      random,
      log: pino({ level: 'silent' }),
    })
    const at = async (day: string) => {
      api.clock.set(`${day}T02:00:00Z`)
      return reminders.look()
    }
    expect(await at('2027-03-02')).toBe(0)
    expect(await at('2027-03-03')).toBe(1)
    expect(await at('2027-04-20')).toBe(0)
    expect(await at('2027-05-02')).toBe(1)
    expect(await at('2027-05-31')).toBe(1)
    expect(await at('2027-06-01')).toBe(0)
    const told = await api.db
      .selectFrom('notice')
      .select(['channel', 'recipient'])
      .where('kind', '=', 'certificate.ends-soon')
      .where('recipient', 'in', ['zhang@example.cn', '+8613800000000'])
      .execute()
    expect(told.map(({ channel }) => channel).toSorted()).toEqual(['mail', 'mail', 'mail', 'sms', 'sms', 'sms'])
  })
})

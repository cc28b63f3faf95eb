import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createNoticeSender, noticesRoutes } from '../notices/index.ts'
import { createCertificateReminders, registrantsRoutes } from './index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(({ clock }) => [
    registrantsRoutes({
      vault: createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random }),
      origin: testOrigin,
    }),
    noticesRoutes,
  ])
})
afterAll(() => api.close())

const person = {
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
}
const log = pino({ level: 'silent' })
async function at(day: string): Promise<number> {
  api.clock.set(`${day}T02:00:00Z`)
  return createCertificateReminders({ db: api.db, clock: api.clock, random, log }).look()
}

describe('a paper that is about to end', () => {
  it('is reminded of 90, 30 and 7 days before, each once, by mail, SMS and in the inbox', async () => {
    const who = await api.customer()
    expect((await who.call('POST', 'v1/templates', person)).status).toBe(201)
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

describe('what is due of a holder whom a sub-user looks after', () => {
  it('is told to the account above them by mail and in the inbox, with proof of sending', async () => {
    api.clock.set('2026-11-24T02:00:00Z')
    const owner = await api.customer('above@example.cn')
    const sub = await api.subUserOf(owner)
    const ends = { ...person.certificate, number: '110101199003072375', endsOn: '2026-12-20' }
    const made = await sub.call('POST', 'v1/templates', { ...person, email: 'li@example.cn', certificate: ends })
    expect(made.status).toBe(201)
    expect(await at('2026-11-24')).toBe(1)
    const send = async () => '250 queued as 9'
    const sender = createNoticeSender({
      db: api.db,
      mail: { send },
      sms: { send },
      clock: api.clock,
      log,
      origin: testOrigin,
    })
    await sender.sendDue()
    const { messages } = (await owner.call('GET', 'v1/messages')).body
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({ kind: 'certificate.ends-soon', about: made.body.id, readAt: null })
    const proof = {
      channel: 'mail',
      state: 'sent',
      answer: '250 queued as 9',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    }
    expect(messages[0].sent).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...proof, to: 'ab…@example.cn' }),
        expect.objectContaining({ ...proof, to: 'li…@example.cn' }),
      ]),
    )
    // Others above other sub-users hear nothing of it.
    expect((await (await api.customer()).call('GET', 'v1/messages')).body.messages).toEqual([])
  })
})

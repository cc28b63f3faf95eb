import { randomUUID } from 'node:crypto'
import { askForHelpAfter } from '@yuming/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { loadCatalog } from '../catalog/index.ts'
import type { Registries } from '../domains/index.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { domainVerificationRoutes } from '../verification/index.ts'
import { openTicketOf, ticketRoutes } from './index.ts'

const registries: Registries = {
  has: () => false,
  registry: () => {
    throw new Error('no registry is asked for a ticket')
  },
}
let api: TestApi
let support: Visitor

beforeAll(async () => {
  const deps = { catalog: loadCatalog(), registries, needsQualification: () => false, holderFindings: () => [] }
  api = await testApi(({ clock }) => {
    const vault: Vault = createVault({
      keys: keyFileService(`${temporaryFolder('keys')}/vault.key`),
      clock,
      random: systemRandom,
    })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      domainVerificationRoutes({ ...deps, clock, openTicketOf }),
      ticketRoutes(deps),
    ]
  })
  support = await api.operator('support')
})
afterAll(() => api.close())

/** A customer with a name whose holder was refused so many times. */
async function refused(times: number): Promise<{ who: Visitor; name: string }> {
  const who = await api.customer()
  const { id } = (
    await who.call('POST', 'v1/templates', {
      holderType: 'person',
      name: { zh: '张三' },
      region: 'CN',
      province: { zh: '广东省' },
      city: { zh: '深圳市' },
      street: { zh: '科技园一路1号' },
      postcode: '518000',
      phone: '+86.13800000000',
      email: 'zhang@example.cn',
      certificate: { kind: 'SFZ', number: '11010519491231002X' },
    })
  ).body
  const account = (await who.call('GET', 'v1/session')).body.account.id
  const name = `t-${randomUUID().slice(0, 8)}.top`
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at, expires_at,
       statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $2, $2, 'top', 'general', $3, 'person', $4, $5, '{ok}', '\\x00', false)`,
    [account, name, id, new Date('2026-11-20T00:00:00Z'), new Date('2027-11-20T00:00:00Z')],
  )
  await api.pool.query("update registrant_template set identity = 'failed' where id = $1", [id])
  for (let attempt = 1; attempt <= times; attempt++)
    await api.pool.query(
      `insert into review_case (id, number, account, template, axis, attempt, state, papers, reasons, submitted_at, due_at,
         decided_at, remark)
       values (gen_random_uuid(), 'SM-9' || lpad(nextval('review_number')::text, 5, '0'), $1, $2, 'identity', $3, 'failed',
         '{}', '{rn-address-detail}', $4, $4, $4, '住所少了“2幢301室”')`,
      [account, id, attempt, new Date(`2026-11-2${attempt}T02:00:00Z`)],
    )
  return { who, name }
}
const ask = (who: Visitor, domain: string, text = '三次都说地址不对，请帮忙看看') =>
  who.call('POST', 'v1/tickets', { domain, text })

describe('a name whose verification failed repeatedly (S4-35)', () => {
  it('is handed to a person with everything attached, due by the end of the next working day', async () => {
    const { who, name } = await refused(askForHelpAfter)
    const before = (await who.call('GET', `v1/domains/${name}/verification`)).body
    expect(before.ticket).toEqual({ offered: true, number: null })
    const { number } = (await ask(who, name)).body
    expect((await who.call('GET', `v1/domains/${name}/verification`)).body.ticket).toEqual({ offered: true, number })
    const queue = (await support.call('GET', 'v1/operator/tickets')).body.tickets
    // Tuesday, 24 November 2026.
    expect(queue).toContainEqual(
      expect.objectContaining({ number, name, turn: 'we', dueAt: '2026-11-25T10:00:00.000Z' }),
    )
    const seen = (await support.call('GET', `v1/operator/tickets/${number}`)).body
    expect(seen.attached).toMatchObject({ failures: 3, identity: 'failed' })
    expect(seen.attached.cases).toHaveLength(3)
    expect(seen.attached.cases[0]).toMatchObject({ attempt: 3, remark: '住所少了“2幢301室”' })
    expect(seen.attached.axes[0]).toMatchObject({ axis: 'identity', state: 'failed' })
    expect(seen.attached.axes[0].reasons[0].id).toBe('rn-address-detail')
    expect(seen.messages).toMatchObject([{ by: 'customer', text: '三次都说地址不对，请帮忙看看' }])
  })

  it('goes back and forth, tells the customer of an answer, and ends once', async () => {
    const { who, name } = await refused(askForHelpAfter)
    const { number } = (await ask(who, name)).body
    const path = `v1/operator/tickets/${number}`
    expect((await support.call('POST', `${path}/messages`, { text: '照营业执照写到门牌号' })).body).toMatchObject({
      state: 'answered',
      turn: 'you',
      dueAt: null,
    })
    const told = await api.db.selectFrom('message').select('kind').where('subject', '=', number).execute()
    expect(told).toEqual([{ kind: 'ticket.answered' }])
    expect((await ask(who, name, '改了，还有别的吗')).body).toEqual({ number })
    const again = (await who.call('GET', `v1/tickets/${number}`)).body
    expect(again).toMatchObject({ state: 'waiting', turn: 'we' })
    expect(again.messages.map(({ by }: { by: string }) => by)).toEqual(['customer', 'staff', 'customer'])
    expect((await who.call('POST', `v1/tickets/${number}/close`)).body).toMatchObject({ state: 'closed', turn: null })
    expect((await support.call('POST', `${path}/messages`, { text: '还在吗' })).body.code).toBe('ticket.closed')
    expect((await who.call('POST', `v1/tickets/${number}/close`)).body.code).toBe('ticket.closed')
    expect((await ask(who, name)).body.number).not.toBe(number)
  })

  it('is not taken before that many failures, and not from another account or from staff without the role', async () => {
    const early = await refused(askForHelpAfter - 1)
    expect((await ask(early.who, early.name)).body.code).toBe('ticket.too-soon')
    const { who, name } = await refused(askForHelpAfter)
    const other = await api.customer()
    expect((await ask(other, name)).status).toBe(404)
    const { number } = (await ask(who, name)).body
    for (const call of [
      other.call('GET', `v1/tickets/${number}`),
      other.call('POST', `v1/tickets/${number}/messages`, { text: 'x' }),
      other.call('POST', `v1/tickets/${number}/close`),
    ])
      expect((await call).status).toBe(404)
    expect((await other.call('GET', 'v1/tickets')).body).toEqual({ tickets: [] })
    const finance = await api.operator('finance')
    expect((await finance.call('GET', 'v1/operator/tickets')).status).toBe(403)
    expect((await who.call('POST', 'v1/tickets', { domain: name, text: '  ' })).status).toBe(400)
    expect((await who.call('POST', 'v1/tickets', { domain: name, text: 'x'.repeat(4_001) })).status).toBe(400)
  })

  it('keeps one open ticket a name though asked twice at once', async () => {
    const { who, name } = await refused(askForHelpAfter)
    const numbers = await Promise.all([ask(who, name), ask(who, name)])
    expect(numbers[0]?.body.number).toMatch(/^GD-/)
    expect(new Set(numbers.map(({ body }) => body.number)).size).toBe(1)
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../../../kernel/audit/index.ts'
import { systemRandom } from '../../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { registrantsRoutes, tellHolder } from '../../registrants/index.ts'
import { consentRoutes, reviewRoutes } from '../index.ts'

let api: TestApi
let reviewer: Visitor
const system = { kind: 'system', name: 'test' } as const

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault: Vault = createVault({
      keys: keyFileService(`${temporaryFolder('keys')}/vault.key`),
      clock,
      random: systemRandom,
    })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      consentRoutes({ vault, recipients: [] }),
      reviewRoutes({
        vault,
        policy: { fourEyes: false, provider: true },
        names: { find: () => undefined, against: () => [] },
      }),
    ]
  })
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())

let serial = 0
const run = (text: string, values: unknown[]) => api.pool.query(text, values)

/** A holder with a name and a decided case, about whom much has happened. */
async function eventful(holder: string) {
  const email = `case-${++serial}@yuming.example`
  const who = await api.customer(email)
  const { id: template } = (
    await who.call('POST', 'v1/templates', {
      holderType: 'person',
      name: { zh: holder },
      region: 'CN',
      province: { zh: '广东省' },
      city: { zh: '深圳市' },
      street: { zh: '科技园一路1号' },
      postcode: '518000',
      phone: '+86.13800000000',
      email,
      certificate: { kind: 'SFZ', number: '11010519491231002X' },
    })
  ).body
  await who.call('POST', 'v1/consents', { purpose: 'identity-papers' })
  const account = (await who.call('GET', 'v1/session')).body.account.id
  const name = `茶山${serial}.cn`
  const ascii = new URL(`http://${name}`).hostname
  await run(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
       expires_at, statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $3, $3, 'cn', 'cn', $4, 'person', '2026-11-20', '2027-11-20', '{ok}', '\\x00', false)`,
    [account, name, ascii, template],
  )
  const number = `SM-7${String(serial).padStart(4, '0')}`
  const id = randomUUID()
  await run(
    `insert into review_case (id, number, account, template, axis, attempt, state, papers, reasons, submitted_at, due_at, decided_at)
     values ($1, $2, $3, $4, 'identity', 1, 'failed', '{}', '{rn-address-detail}', now(), now(), now())`,
    [id, number, account, template],
  )
  return { who, email, account, template, name, ascii, number, id, holder }
}
type Case = Awaited<ReturnType<typeof eventful>>

async function happen({ account, template, ascii, id }: Case): Promise<void> {
  const task = randomUUID()
  const insertTask = `insert into task (id, number, kind, subject, account, actor, input, created_at, updated_at)
    values ($1, $2, $3, $4, $5, '{}', $6, now(), now())`
  await run(insertTask, [task, `T-${id}`, 'VERIFY_HOLDER', 'SM', account, JSON.stringify({ reviewCase: id, template })])
  const intent = `insert into intent (id, task, step, party, trid, digest, request, state, answer, sent_at, ended_at)
    values (gen_random_uuid(), $1, 'submit', 'vsp', $2, '', '{}', $3, $4, now(), now())`
  await run(intent, [task, `ym-lost-${id}`, 'not-applied', null])
  await run(intent, [task, `ym-${id}`, 'answered', JSON.stringify({ state: 'pending', svTRID: `SV-${id}` })])
  const hold = { ascii, add: ['clientHold'], remove: [], reason: 'verification-duty' }
  await run(insertTask, [randomUUID(), `H-${id}`, 'DOMAIN_STATUS', ascii, account, JSON.stringify(hold)])
  await run(
    `insert into registry_message (id, registry, message_id, received_at, text, about, frame, axis, outcome)
     values (gen_random_uuid(), 'cn', $1, now(), '材料存疑', $2, '\\x00', 'naming', 'failed')`,
    [id, ascii],
  )
  await api.db.transaction().execute(async (trx) => {
    const context = { trx, clock: api.clock, random: systemRandom }
    await record({ action: 'template.edited', subject: template }, { ...context, actor: system })
    const detail = { from: template, to: randomUUID() }
    await record({ action: 'domain.holder-change-failed', subject: ascii, detail }, { ...context, actor: system })
    await tellHolder(
      { template, kind: 'domain.hold-lifted', subject: ascii, parameters: { name: ascii, link: '/domains' } },
      context,
    )
  })
}
const course = async (number: string, by = reviewer) => (await by.call('GET', `v1/operator/cases/${number}`)).body
const find = async (q: string, by = reviewer) => by.call('GET', `v1/operator/cases?q=${encodeURIComponent(q)}`)
const numbers = async (q: string, by = reviewer) =>
  (await find(q, by)).body.cases.map(({ number }: { number: string }) => number)

describe('the course of a case', () => {
  it('joins the provider, the registry, holds, consent, the template, path A and what was told', async () => {
    const one = await eventful('沈知行')
    await happen(one)
    const { timeline, told } = await course(one.number)
    const of = (kind: string) => timeline.filter((moment: { kind: string }) => moment.kind === kind)
    expect(of('exchange')).toHaveLength(1)
    expect(of('exchange-again')).toHaveLength(1)
    expect(JSON.stringify(timeline)).toContain(`clTRID ym-${one.id}, svTRID SV-${one.id}`)
    expect(of('exchange-answered').at(-1)).toMatchObject({
      by: 'provider',
      detail: { zh: expect.stringMatching(/pending|not-applied/) },
    })
    expect(of('registry')).toMatchObject([
      { by: 'registry', detail: { zh: expect.stringContaining('命名没有通过，“材料存疑”') } },
    ])
    expect(of('held')).toMatchObject([{ detail: { zh: expect.stringContaining('verification-duty') } }])
    expect(of('consent.given')).toMatchObject([{ by: 'customer' }])
    expect(of('template.edited')).toHaveLength(1)
    expect(of('path-a-failed')).toMatchObject([{ detail: { zh: one.ascii } }])
    expect(told.map(({ subject }: { subject: { zh: string } }) => subject.zh)).toContain(`${one.ascii} 已恢复解析`)
    const times = timeline.map(({ at }: { at: string }) => at)
    expect(times).toEqual([...times].sort())
  })

  it('holds nothing of another holder', async () => {
    const [one, other] = [await eventful('李四'), await eventful('王五')]
    await happen(other)
    const { timeline, told } = await course(one.number)
    expect(timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['consent.given'])
    expect(told).toEqual([])
  })
})

describe('looking for a case', () => {
  it('finds it by number, by either form of a name, by the holder and by the address of the account', async () => {
    const one = await eventful('赵小六')
    for (const q of [one.number, one.number.toLowerCase(), one.name, one.ascii, one.holder, one.email.toUpperCase()])
      expect(await numbers(q), q).toEqual([one.number])
    expect(await numbers('赵小')).toEqual([])
    expect(await numbers('nobody@yuming.example')).toEqual([])
    expect((await find('x')).status).toBe(400)
  })

  it('finds only what is in one’s own queue, and leaves no word of what was looked for', async () => {
    const one = await eventful('孙七')
    expect(await numbers('孙七', await api.operator('qualification-reviewer'))).toEqual([])
    expect((await find('孙七', one.who)).status).toBe(403)
    await numbers('孙七')
    const { rows } = await run("select detail from audit_entry where action = 'cases.searched'", [])
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('孙七')
  })
})

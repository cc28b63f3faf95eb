import { madeUpCard } from '@yuming/papers/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDeadlineKeeper } from '../../../kernel/deadlines/index.ts'
import { shopFronts } from '../../../kernel/http/index.ts'
import { systemRandom as random } from '../../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { noticesRoutes } from '../../notices/index.ts'
import { registrantsRoutes } from '../../registrants/index.ts'
import { consentRoutes, enhancedDuty, enhancedRoutes, keepEnhancedDuty, reviewRoutes } from '../index.ts'

let api: TestApi
let reviewer: Visitor
let keeper: ReturnType<typeof createDeadlineKeeper>
const pictures: Record<string, Buffer> = {}
const kinds = ['id-front', 'id-back', 'hand-held', 'pledge', 'use-proof'] as const
const start = '2026-11-24T02:00:00Z'

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault: Vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      consentRoutes({ vault, recipients: [] }),
      noticesRoutes,
      enhancedRoutes({ vault, fronts: shopFronts([{ id: 'cn', kind: 'china', url: testOrigin }]) }),
      reviewRoutes({
        vault,
        policy: { fourEyes: false, provider: true },
        names: { find: () => undefined, against: () => [] },
      }),
    ]
  })
  const { db, clock } = api
  const handlers = { [enhancedDuty]: keepEnhancedDuty }
  keeper = createDeadlineKeeper({ db, clock, random, log: pino({ level: 'silent' }), handlers })
  for (const kind of kinds) {
    const card = await madeUpCard(kind === 'id-front' || kind === 'id-back' ? kind : 'licence')
    pictures[kind] = await card.jpeg({ quality: 92 }).toBuffer()
  }
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())
beforeEach(() => api.clock.set(start))

const person = {
  holderType: 'person',
  name: { zh: '张三' },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone: '+86.13800000000',
  certificate: { kind: 'SFZ', number: '11010519491231002X' },
}
let serial = 0
async function holderOf(suffix = 'cn') {
  const name = `enhanced-${++serial}.${suffix}`
  const who = await api.customer()
  const { id: template } = (await who.call('POST', 'v1/templates', { ...person, email: `${name}@example.cn` })).body
  const account: string = (await who.call('GET', 'v1/session')).body.account.id
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
       expires_at, statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $2, $2, $4, 'cn', $3, 'person', $5, $6, '{ok}', '\\x00', false)`,
    [account, name, template, suffix, new Date('2026-01-20T00:00:00Z'), new Date('2027-01-20T00:00:00Z')],
  )
  return { who, name, path: `v1/domains/${name}/enhanced-check` }
}
const notice = (name: string, noticedOn = '2026-11-24', by = reviewer) =>
  by.call('POST', 'v1/operator/enhanced-checks', { name, noticedOn, words: '请补交强化实名材料' })
async function send(who: Visitor, path: string, kind: string): Promise<number> {
  const answer = await fetch(`${api.address}/${path}/papers/${kind}`, {
    method: 'POST',
    headers: { 'x-yuming': '1', cookie: who.cookie(), 'content-type': 'image/jpeg' },
    body: new Uint8Array(pictures[kind] ?? Buffer.alloc(0)),
  })
  return answer.status
}
async function handedIn() {
  const held = await holderOf()
  const { id } = (await notice(held.name)).body
  await held.who.call('POST', 'v1/consents', { purpose: 'identity-papers' })
  for (const kind of kinds) expect(await send(held.who, held.path, kind)).toBe(201)
  const { number } = (await held.who.call('POST', `${held.path}/submit`)).body
  const { cases } = (await reviewer.call('GET', 'v1/operator/reviews?axis=enhanced')).body
  const found = cases.find((one: { number: string }) => one.number === number)
  return { ...held, id: String(id), number: String(number), reviewCase: String(found?.id) }
}
async function decide(id: string, body: object): Promise<void> {
  for (const { id: paper } of (await reviewer.call('GET', `v1/operator/reviews/${id}`)).body.papers) {
    const { url } = (await reviewer.call('POST', `v1/operator/reviews/${id}/papers/${paper}/views`)).body
    await fetch(`${api.address}${url}`, { headers: { cookie: reviewer.cookie() } })
  }
  // Messages are told apart by when they came.
  api.clock.advance(1_000)
  expect((await reviewer.call('POST', `v1/operator/reviews/${id}/decision`, body)).status).toBe(200)
}
const answer = (id: string, outcome: string) => {
  api.clock.advance(1_000)
  return reviewer.call('POST', `v1/operator/enhanced-checks/${id}/answer`, { outcome, words: '手持照看不清' })
}
const inbox = async (who: Visitor): Promise<string[]> =>
  (await who.call('GET', 'v1/messages')).body.messages
    .map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => kind.startsWith('enhanced.'))
    .toReversed()
async function upTo(day: string): Promise<void> {
  api.clock.set(`${day}T04:00:00Z`)
  await keeper.look()
}

describe('a notice of the registry that asks for more papers (强化实名)', () => {
  it('is noted by reviewers only, of a .cn name of ours, of a day that has come, and once', async () => {
    const { who, name } = await holderOf()
    const elsewhere = await holderOf('com')
    expect((await notice(name, '2026-11-24', who)).status).toBe(403)
    expect((await notice(name, '2026-11-24', await api.operator('support'))).status).toBe(403)
    expect((await notice('nobody-has-it.cn')).body.code).toBe('verification.no-such-name')
    expect((await notice(elsewhere.name)).body.code).toBe('verification.enhanced-not-here')
    expect((await notice(name, '2026-11-25')).body.code).toBe('verification.enhanced-too-early')
    expect((await notice(name)).body).toMatchObject({ dueOn: '2026-12-04' })
    expect((await notice(name)).body.code).toBe('verification.enhanced-open')
    const { checks } = (await reviewer.call('GET', 'v1/operator/enhanced-checks')).body
    expect(checks.find((one: { name: string }) => one.name === name)).toMatchObject({ turn: 'you', state: 'open' })
  })

  it('is told at once, and again five, two and one days before the end and after it, by mail and SMS, with each sending kept', async () => {
    const { who, name, path } = await holderOf()
    await notice(name)
    await keeper.look()
    expect(await inbox(who)).toEqual(['enhanced.papers-soon'])
    for (const [day, count] of [
      ['2026-11-29', 1],
      ['2026-11-30', 2],
      ['2026-12-03', 3],
      ['2026-12-04', 4],
    ] as const) {
      await upTo(day)
      expect(await inbox(who)).toHaveLength(count)
    }
    await upTo('2026-12-05')
    await upTo('2026-12-20')
    expect((await inbox(who)).slice(4)).toEqual(['enhanced.papers-over'])
    const [told] = (await who.call('GET', 'v1/messages')).body.messages.slice(-1)
    expect(told).toMatchObject({ about: name, link: `/domains/${name}/verification#enhanced` })
    expect(told.sent.map(({ channel }: { channel: string }) => channel).toSorted()).toEqual(['mail', 'mail', 'sms'])
    // Late papers are still taken.
    expect((await who.call('GET', path)).body).toMatchObject({ state: 'open', turn: 'you', names: [name] })
  })

  it('is not reminded of while it is our turn or the registry’s', async () => {
    const { who } = await handedIn()
    await keeper.look()
    for (const day of ['2026-11-30', '2026-12-03', '2026-12-05']) await upTo(day)
    expect(await inbox(who)).toEqual([])
  })
})

describe('papers for an enhanced check', () => {
  it('are needed in full, seen by their queue, and passed on; the registry may want others, and then accepts them', async () => {
    const { who, name, path, id, number, reviewCase } = await handedIn()
    expect(number).toMatch(/^QH-\d{5}$/)
    expect((await who.call('GET', path)).body).toMatchObject({ state: 'reviewing', turn: 'we' })
    const stranger = await api.operator('qualification-reviewer')
    expect((await stranger.call('GET', 'v1/operator/reviews?axis=enhanced')).status).toBe(404)
    expect((await stranger.call('GET', `v1/operator/reviews/${reviewCase}`)).status).toBe(404)
    expect((await answer(id, 'pass')).body.code).toBe('verification.enhanced-moved-on')
    await decide(reviewCase, { pass: true })
    expect((await who.call('GET', path)).body).toMatchObject({ state: 'sent', turn: 'registry' })
    expect((await answer(id, 'refuse')).status).toBe(204)
    expect((await who.call('GET', path)).body).toMatchObject({ state: 'open', turn: 'you', answer: '手持照看不清' })
    const { number: again } = (await who.call('POST', `${path}/submit`)).body
    const { cases } = (await reviewer.call('GET', 'v1/operator/reviews?axis=enhanced')).body
    await decide(cases.find((one: { number: string }) => one.number === again).id, { pass: true })
    expect((await answer(id, 'pass')).status).toBe(204)
    expect((await who.call('GET', path)).body).toMatchObject({ state: 'passed', turn: null })
    expect(await inbox(who)).toEqual(['enhanced.sent', 'enhanced.returned', 'enhanced.sent', 'enhanced.passed'])
    // What has ended may be asked for anew.
    expect((await notice(name)).status).toBe(201)
  })

  it('come back with the reason when our reviewers refuse them, and the holder stays verified or not as before', async () => {
    const { who, path, reviewCase } = await handedIn()
    const identity = async () => (await who.call('GET', 'v1/templates')).body.templates[0].identity
    const before = await identity()
    await decide(reviewCase, { pass: false, reasons: ['rn-unclear'], remark: '承诺书没有签字' })
    const back = (await who.call('GET', path)).body
    expect(back).toMatchObject({ state: 'open', turn: 'you' })
    expect(back.cases[0]).toMatchObject({ state: 'failed', remark: '承诺书没有签字' })
    const { text } = (await who.call('GET', 'v1/messages')).body.messages[0]
    expect(text.zh).toContain('承诺书没有签字')
    expect(await identity()).toBe(before)
  })

  it('are handed in with consent and whole, taken back while they wait, and are no other account’s', async () => {
    const { who, name, path } = await holderOf()
    expect((await who.call('GET', path)).status).toBe(404)
    await notice(name)
    expect(await send(who, path, 'pledge')).toBe(409)
    await who.call('POST', 'v1/consents', { purpose: 'identity-papers' })
    expect(await send(who, path, 'pledge')).toBe(201)
    const missing = (await who.call('POST', `${path}/submit`)).body
    expect(missing.findings.map(({ field }: { field: string }) => field)).toEqual(
      ['id-front', 'id-back', 'hand-held', 'use-proof'].map((kind) => `papers.${kind}`),
    )
    expect((await who.call('DELETE', `${path}/papers/pledge`)).status).toBe(204)
    for (const kind of kinds) await send(who, path, kind)
    await who.call('POST', `${path}/submit`)
    expect(await send(who, path, 'pledge')).toBe(409)
    expect((await who.call('DELETE', `${path}/papers/pledge`)).status).toBe(409)
    expect((await who.call('POST', `${path}/withdrawal`)).status).toBe(200)
    expect((await who.call('GET', path)).body).toMatchObject({ state: 'open', papers: expect.any(Array) })
    const other = await api.customer()
    for (const [method, rest] of [
      ['GET', ''],
      ['POST', '/submit'],
      ['POST', '/withdrawal'],
      ['POST', '/upload-link'],
      ['DELETE', '/papers/pledge'],
    ] as const)
      expect((await other.call(method, `${path}${rest}`)).status).toBe(404)
    expect(await send(other, path, 'pledge')).toBe(404)
  })
})

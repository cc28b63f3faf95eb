import { randomBytes } from 'node:crypto'
import { madeUpCard } from '@yuming/papers/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askType } from '../../modules/filing/testing/ask-type.ts'
import { applicant, readyDraft, sendPicture, site } from '../../modules/filing/testing/filing-api.ts'
import type { Visitor } from '../console-api.ts'
import { type FilingWorld, filingWorld, reviewed, until } from './bureau-world.ts'

let world: FilingWorld

beforeAll(async () => {
  world = await filingWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  // One certificate for all of them: the order of the test before is over.
  await world.pool.query("update filing_order set state = 'withdrawn' where state <> 'passed'")
  await world.pool.query("update filing_subject set state = 'cancelled'")
  await world.pool.query("update filing_service set state = 'cancelled'")
  await world.pool.query('update filing_domain set ended_at = now() where ended_at is null')
})

type Draft = ReturnType<typeof JSON.parse>

interface Filed {
  readonly who: Visitor
  readonly number: string
}
const orderOf = async ({ who, number }: Filed) => (await who.call('GET', `v1/filings/${number}`)).body
const reaches = (one: Filed, state: string) => until(async () => (await orderOf(one)).state === state)
const entry = (by: Visitor, number: string, path: string, body: unknown) =>
  by.call('POST', `v1/filing-entries/${number}/${path}`, body)
const rulesIn = ({ body }: { body: { findings?: { rule: string }[] } }) => (body.findings ?? []).map(({ rule }) => rule)

const app = (name: string) => {
  const { homeUrl: _, ...rest } = site(name)
  return {
    ...rest,
    kind: 'app',
    name: '山月手记',
    domains: [name, `api.${name}`],
    app: {
      platforms: [
        {
          platform: 'android',
          packageId: 'top.shanyue.notes',
          publicKey: 'a1b2c3d4e5f6',
          fingerprint: '0123456789abcdef0123456789abcdef',
        },
        {
          platform: 'ios',
          packageId: 'top.shanyue.notes',
          publicKey: 'b2c3d4e5f6a1',
          fingerprint: '0123456789abcdef0123456789abcdef01234567',
        },
      ],
    },
  }
}

/** An App of a new applicant, filled in and with its icon. */
async function readyApp(by?: Visitor) {
  const one = await applicant(world, 0, by)
  const number = await readyDraft(world, { ...one, service: app(one.name) })
  const { draft } = await orderOf({ ...one, number })
  const icon = `v1/filings/${number}/papers/app-icon?service=${draft.services[0].key}`
  expect((await sendPicture(world, one.who, icon, await iconOf(96))).status).toBe(201)
  return { ...one, number, key: draft.services[0].key as string }
}

async function iconOf(side: number, noisy = false): Promise<Buffer> {
  const icon = (await madeUpCard('licence')).resize(side, side, { fit: 'cover' })
  if (!noisy) return icon.png().toBuffer()
  const noise = { input: randomBytes(side * side * 3), raw: { width: side, height: side, channels: 3 } } as const
  return (await madeUpCard('licence')).resize(side, side, { fit: 'fill' }).composite([noise]).png().toBuffer()
}

async function waiting() {
  const one = await readyApp()
  const reviewer = await reviewed(world, one)
  await reaches(one, 'by-hand')
  return { ...one, reviewer }
}
/** The same without the course before it. */
async function planted(by?: Visitor) {
  const one = await readyApp(by)
  await world.pool.query(
    `with moved as (
       update filing_order set state = 'by-hand', by_hand = true, attempt = 1, submitted_at = $2, due_at = $2 where number = $1 returning id)
     insert into filing_hand_entry (filing_order, attempt, kinds, interface, made_at) select id, 1, '{app}', 'V3.0', $2 from moved`,
    [one.number, world.clock.now()],
  )
  return one
}
/** How many people were told so. */
const told = async (kind: string) =>
  (await world.pool.query('select 1 from notice where kind = $1', [kind])).rowCount ?? 0
const handedIn = { on: '2026-11-24', receipt: '粤管受理20261124001' }

describe('an App, whose filing the bureau’s interface does not carry', () => {
  it('is told so before anything is begun: by whom it is entered, and until when', async () => {
    const one = await applicant(world)
    const ask = (kind: string) => askType(one.who, { template: one.template, kind, domains: [one.name] })
    const { body } = await ask('app')
    expect(body).toMatchObject({ type: 'first', byHand: { kinds: ['app'], interface: 'V3.0' } })
    expect(body.byHand.says.zh).toContain('2026-11-25')
    expect(body.byHand.says.en).toContain('V3.0')
    expect((await ask('website')).body.byHand).toBeNull()
    // An App is filed without a domain, too.
    const bare = await askType(one.who, { template: one.template, kind: 'app' })
    expect(bare.body).toMatchObject({ type: 'first', byHand: { kinds: ['app'] } })
  })

  it('is asked for its platforms, features and icon, and none of them may be wrong', async () => {
    const one = await applicant(world)
    const { number } = (
      await one.who.call('POST', 'v1/filings', { template: one.template, kind: 'app', domains: [one.name] })
    ).body
    const preflight = async () => {
      const { steps } = (await one.who.call('GET', `v1/filings/${number}/preflight`)).body
      return (steps as { step: string; findings: { rule: string; severity: string }[] }[]).flatMap(
        ({ step, findings }) => findings.map(({ rule }) => `${step} ${rule}`),
      )
    }
    expect(await preflight()).toEqual(expect.arrayContaining(['services APP-PLATFORM-02', 'papers APP-ICON-02']))
    const { draft } = await orderOf({ who: one.who, number })
    const [service] = draft.services
    const wrong = app(one.name)
    const [android] = wrong.app.platforms
    const saved = await one.who.call('PUT', `v1/filings/${number}/draft/services`, {
      services: [
        {
          ...wrong,
          key: service.key,
          domains: [`a.b.c.${one.name}`],
          app: { platforms: [{ ...android, fingerprint: 'abc' }], iconBytes: 9 },
        },
      ],
    })
    expect(rulesIn(saved)).toEqual(expect.arrayContaining(['APP-DOMAIN-01', 'APP-FEATURE-01']))
    await one.who.call('PUT', `v1/filings/${number}/draft/consent`, { consent: true })
    const icon = `v1/filings/${number}/papers/app-icon?service=${service.key}`
    const large = await sendPicture(world, one.who, icon, await iconOf(400, true))
    expect([large.status, rulesIn(large)]).toEqual([422, ['APP-ICON-01']])
    const none = await sendPicture(world, one.who, icon, Buffer.from('no picture'))
    expect([none.status, rulesIn(none).length > 0]).toEqual([422, true])
    // What the draft says of an icon counts for nothing.
    expect(await preflight()).toContain('papers APP-ICON-02')
    expect((await sendPicture(world, one.who, icon, await iconOf(96))).status).toBe(201)
    expect(await preflight()).not.toContain('papers APP-ICON-02')
  })

  it('waits for an operator after our reviews, leaves by no line, and comes back with its number', async () => {
    const one = await waiting()
    const { reviewer } = one
    expect(world.bureau.uploads).toEqual([])
    // Tuesday: by the next working day, 18:00 in China.
    expect(await orderOf(one)).toMatchObject({
      turn: 'we',
      dueAt: '2026-11-25T10:00:00.000Z',
      byHand: { kinds: ['app'] },
      handedIn: null,
    })
    const { entries } = (await reviewer.call('GET', 'v1/filing-entries')).body
    expect(entries).toMatchObject([
      { number: one.number, state: 'by-hand', kinds: ['app'], handedIn: null, late: false },
    ])
    const shown = (await reviewer.call('GET', `v1/filing-entries/${one.number}`)).body
    const values = shown.sent.parts.flatMap(({ fields }: { fields: { value: string }[] }) =>
      fields.map(({ value }) => value),
    )
    // Whole, because it is to be typed somewhere else.
    expect(values).toEqual(
      expect.arrayContaining(['440308198503150031', 'top.shanyue.notes', '0123456789abcdef0123456789abcdef', 'iOS']),
    )
    expect(shown.numbered).toEqual([{ service: one.key, kind: 'app', name: '山月手记' }])
    const icon = shown.papers.find(({ kind }: { kind: string }) => kind === 'app-icon')
    const taken = await fetch(`${world.address}/v1/filing-entries/${one.number}/papers/${icon.id}`, {
      headers: { cookie: reviewer.cookie() },
    })
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const audited = await world.pool.query(
      "select action from audit_entry where action like 'filing.%' and subject in ($1, $2)",
      [one.number, icon.id],
    )
    expect(audited.rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['filing.entry-opened', 'filing.paper-taken']),
    )

    expect((await entry(reviewer, one.number, 'outcome', { passed: true, numbers: [] })).body.code).toBe(
      'filing.entry-moved-on',
    )
    expect((await entry(reviewer, one.number, 'handed-in', { on: '2026-11-24' })).status).toBe(400)
    expect((await entry(reviewer, one.number, 'handed-in', { ...handedIn, on: '2026-11-26' })).body.code).toBe(
      'filing.entry-day',
    )
    expect((await entry(reviewer, one.number, 'handed-in', handedIn)).status).toBe(204)
    expect((await entry(reviewer, one.number, 'handed-in', handedIn)).body.code).toBe('filing.entry-moved-on')
    expect(await orderOf(one)).toMatchObject({ state: 'sms', turn: 'you', handedIn })
    await one.who.call('POST', `v1/filings/${one.number}/sms-check`, { outcome: 'confirmed' })

    const numbers = (number: string) => ({ passed: true, numbers: [{ service: one.key, number }] })
    for (const [number, rule] of [
      ['粤ICP备2026000009号', 'ENTRY-NUMBER-FORM'],
      ['粤ICP证2026000009号-1A', 'ENTRY-NUMBER-FORM'],
      ['粤ICP备2026000009号-1', 'ENTRY-NUMBER-KIND'],
      ['粤ICP备2026000009号-1X', 'ENTRY-NUMBER-KIND'],
      ['京ICP备2026000009号-1A', 'ENTRY-NUMBER-PROVINCE'],
    ] as const) {
      const refused = await entry(reviewer, one.number, 'outcome', numbers(number))
      expect([number, refused.status, rulesIn(refused)]).toEqual([number, 422, [rule]])
    }
    expect(await orderOf(one)).toMatchObject({ state: 'bureau', filingNumber: null })
    expect((await entry(reviewer, one.number, 'outcome', numbers('粤icp备2026000009号－1a'))).status).toBe(204)
    expect(await orderOf(one)).toMatchObject({
      state: 'passed',
      filingNumber: '粤ICP备2026000009号-1A',
      result: { number: '粤ICP备2026000009号-1A', records: [], publicSecurityBy: '2026-12-24' },
    })
    expect(await told('filing.passed')).toBeGreaterThan(0)
    expect((await reviewer.call('GET', 'v1/filing-entries')).body.entries).toEqual([])
    expect((await entry(reviewer, one.number, 'outcome', numbers('粤ICP备2026000009号-1A'))).body.code).toBe(
      'filing.entry-moved-on',
    )
    // The name stays free to be filed for a website, and the next App gets a number of the same subject.
    const ask = (kind: string) => askType(one.who, { template: one.template, kind, domains: [one.name] })
    expect((await ask('website')).body.type).toBe('new-service-here')
    expect((await ask('app')).body.type).toBe('new-service-here')
    const { rows } = await world.pool.query('select kind, number from filing_service where number is not null')
    expect(rows).toContainEqual({ kind: 'app', number: '粤ICP备2026000009号-1A' })
  }, 120_000)

  it('comes back with the bureau’s opinion, is corrected, and is entered again', async () => {
    const one = { ...(await planted()), reviewer: await world.operator('reviewer') }
    await entry(one.reviewer, one.number, 'handed-in', { on: '2026-11-24', note: '管局网站没有给编号' })
    const words = '应用名称与平台不一致，请修改'
    const unknown = await entry(one.reviewer, one.number, 'outcome', { passed: false, words, reasons: ['made-up'] })
    expect(unknown.body.code).toBe('filing.reason-unknown')
    expect((await entry(one.reviewer, one.number, 'outcome', { passed: false, words: ' ' })).status).toBe(400)
    expect((await entry(one.reviewer, one.number, 'outcome', { passed: false, words })).status).toBe(204)
    expect(await orderOf(one)).toMatchObject({
      state: 'refused',
      turn: 'you',
      opinion: { by: 'bureau', remark: words },
    })
    expect(await told('filing.refused')).toBeGreaterThan(0)
    await reviewed(world, one)
    await reaches(one, 'by-hand')
    const { rows } = await world.pool.query(
      'select e.attempt, e.outcome from filing_hand_entry e join filing_order o on o.id = e.filing_order where o.number = $1 order by e.attempt',
      [one.number],
    )
    expect(rows).toEqual([
      { attempt: 1, outcome: 'returned' },
      { attempt: 2, outcome: null },
    ])
    // Taken back in the meantime, it is nobody's to enter.
    expect((await one.who.call('POST', `v1/filings/${one.number}/withdrawal`)).status).toBe(200)
    expect((await entry(one.reviewer, one.number, 'handed-in', handedIn)).body.code).toBe('filing.entry-moved-on')
  }, 120_000)

  it('is changed and cancelled by hand as well, and our record follows what was entered', async () => {
    const one = await planted()
    const reviewer = await world.operator('reviewer')
    const passes = async (number: string, numbers: unknown[] = []) => {
      expect((await entry(reviewer, number, 'handed-in', handedIn)).status).toBe(204)
      expect((await entry(reviewer, number, 'outcome', { passed: true, numbers })).status).toBe(204)
    }
    const filed = '粤ICP备2026000021号-1A'
    await passes(one.number, [{ service: one.key, number: filed }])
    const begun = async (wish: string, of: string, steps: (draft: Draft) => Record<string, unknown>) => {
      const { body } = await one.who.call('POST', 'v1/filings', { wish, filed: of })
      expect(body).toMatchObject({ type: wish })
      const order = { who: one.who, number: body.number as string }
      const { draft, byHand } = await orderOf(order)
      expect(byHand).toMatchObject({ kinds: ['app'] })
      for (const [step, content] of Object.entries({ ...steps(draft), consent: { consent: true } })) {
        const saved = await one.who.call('PUT', `v1/filings/${order.number}/draft/${step}`, content)
        expect([step, saved.status, saved.body]).toMatchObject([step, 200, {}])
      }
      return order
    }
    const services = async () =>
      (
        await world.pool.query(
          `select kind, filing_service.number, filing_service.state, filing_service.name from filing_service
             join filing_subject on filing_subject.id = subject where filing_service.number = $1`,
          [filed],
        )
      ).rows

    const change = await begun('change-service', filed, ({ services: [service] }) => ({
      services: { services: [{ ...service, name: '山月手账' }] },
    }))
    await reviewed(world, change)
    await reaches(change, 'by-hand')
    await passes(change.number)
    expect(await orderOf(change)).toMatchObject({ state: 'passed', filingNumber: filed })
    expect(await services()).toEqual([{ kind: 'app', number: filed, state: 'filed', name: '山月手账' }])

    const end = await begun('cancel-subject', '粤ICP备2026000021号', () => ({
      'cancel-reason': { reason: 'not-used' },
    }))
    expect((await one.who.call('POST', `v1/filings/${end.number}/submission`)).status).toBe(201)
    await reaches(end, 'by-hand')
    const before = await told('filing.cancelled')
    await passes(end.number)
    expect(await orderOf(end)).toMatchObject({ state: 'passed' })
    expect(await services()).toMatchObject([{ number: filed, state: 'cancelled' }])
    expect(await told('filing.cancelled')).toBeGreaterThan(before)
    expect(world.bureau.uploads).toEqual([])
  }, 120_000)

  it('is the way for a website at an address of IPv6 as well, which the interface has no field for', async () => {
    const one = await applicant(world)
    const number = await readyDraft(world, one)
    const order = { who: one.who, number }
    expect((await orderOf(order)).byHand).toBeNull()
    const { draft } = await orderOf(order)
    const [service] = draft.services
    const [access] = service.access
    const saved = await one.who.call('PUT', `v1/filings/${number}/draft/access`, {
      access: [{ service: service.key, access: [{ ...access, ips: [...access.ips, '2001:db8::10'] }] }],
    })
    expect([saved.status, saved.body]).toMatchObject([200, {}])
    const { byHand } = await orderOf(order)
    expect(byHand).toMatchObject({ kinds: ['ipv6'], interface: 'V3.0' })
    expect(byHand.says.zh).toContain('收不了IPv6地址')
    await reviewed(world, order)
    await reaches(order, 'by-hand')
    const reviewer = await world.operator('reviewer')
    expect((await reviewer.call('GET', 'v1/filing-entries')).body.entries).toMatchObject([{ number, kinds: ['ipv6'] }])
    expect(world.bureau.uploads).toEqual([])
  }, 120_000)

  it('is nobody’s to see or enter but a reviewer’s, and not their own account’s', async () => {
    const owner = await world.operator('reviewer')
    const one = await planted(owner)
    const other = await world.operator('reviewer')
    const customer = await world.customer()
    const acts: [string, string, unknown][] = [
      ['GET', 'v1/filing-entries', undefined],
      ['GET', `v1/filing-entries/${one.number}`, undefined],
      ['POST', `v1/filing-entries/${one.number}/handed-in`, handedIn],
      ['POST', `v1/filing-entries/${one.number}/outcome`, { passed: false, words: '退回' }],
    ]
    const support = await world.operator('support')
    for (const [method, path, body] of acts) {
      expect([path, (await customer.call(method, path, body)).status]).toEqual([path, 403])
      expect([path, (await support.call(method, path, body)).status]).toEqual([path, 403])
    }
    expect((await world.visitor().call('GET', 'v1/filing-entries')).status).toBe(401)
    for (const [, path, body] of acts.slice(2))
      expect([path, (await owner.call('POST', path, body)).body.code]).toEqual([path, 'filing.own-order'])
    const first = await world.operator('reviewer')
    expect((await first.call('POST', `v1/filing-reviews/${one.number}/claim`)).status).toBe(200)
    expect((await entry(other, one.number, 'handed-in', handedIn)).body.code).toBe('filing.claimed')
    expect(await orderOf(one)).toMatchObject({ state: 'by-hand' })
  })
})

import { type MadeUpPortrait, madeUpPortrait } from '@yuming/papers/testing-portrait'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDeadlineKeeper } from '../../../kernel/deadlines/index.ts'
import { systemRandom } from '../../../kernel/random.ts'
import type { Visitor } from '../../../testing/console-api.ts'
import { filingDeadlines } from '../filing-deadlines.ts'
import {
  applicant,
  type FilingApi,
  filingApi,
  lookAtPapers,
  readyDraft,
  sendPicture,
  takePhoto,
} from '../testing/filing-api.ts'

const dayMs = 86_400_000
const curtainBlue = '#2f6fb5'
let api: FilingApi
let reviewer: Visitor
let who: Visitor
let number: string

beforeAll(async () => {
  api = await filingApi()
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.pool.query("update filing_order set state = 'withdrawn' where state <> 'passed'")
  const one = await applicant(api)
  who = one.who
  number = await readyDraft(api, one)
  expect((await who.call('POST', `v1/filings/${number}/submission`)).status).toBe(201)
  await lookAtPapers(reviewer, number)
  const passed = await reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })
  expect(passed.body).toEqual({ number, state: 'photo' })
})

const photo = async (drawn: MadeUpPortrait = {}) => (await madeUpPortrait(drawn)).jpeg({ quality: 92 }).toBuffer()
const order = async () => (await who.call('GET', `v1/filings/${number}`)).body
const stage = async () => (await order()).check?.stage
const byComputer = (bytes: Uint8Array) => sendPicture(api, who, `v1/filings/${number}/papers/person-photo`, bytes)
const rulesOf = ({ body }: { body: { findings?: { rule: string }[] } }) => (body.findings ?? []).map(({ rule }) => rule)
const address = { name: '张三', phone: '13800000000', province: '广东省', city: '深圳市', street: '科技园一路1号' }
const queued = async () =>
  (await reviewer.call('GET', 'v1/filing-reviews')).body.reviews.map((one: { number: string }) => one.number)

describe('the check by face, on the phone (S2-24, S3-45, S3-58, S3-63)', () => {
  it('is asked for when our review is over, takes no picture of an album, and none before another wall', async () => {
    expect(await order()).toMatchObject({ turn: 'you', check: { way: 'face', stage: 'take', curtain: null } })
    const { rows } = await api.pool.query(
      "select channel from notice where kind = 'filing.check' and parameters::text like $1",
      [`%${number}%`],
    )
    expect(rows.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['mail', 'sms']))
    expect(rulesOf(await byComputer(await photo()))).toContain('CHECK-LIVE-01')
    expect(rulesOf(await takePhoto(api, who, number, await photo({ background: '#4c7a3f' })))).toEqual([
      'CHECK-BACKGROUND-01',
    ])
    expect((await who.call('POST', `v1/filings/${number}/photo`)).body.code).toBe('filing.photo-missing')
    expect((await takePhoto(api, who, number)).status).toBe(200)
    expect(await order()).toMatchObject({ turn: 'we', check: { stage: 'looked-at' } })
    expect(await queued()).toContain(number)
    expect(rulesOf(await byComputer(await photo()))).toEqual([])
    // One reviewer at a time, and nobody without having looked.
    const other = await api.operator('reviewer')
    const decide = (by: Visitor) => by.call('POST', `v1/filing-reviews/${number}/photo-decision`, { pass: true })
    expect((await other.call('POST', `v1/filing-reviews/${number}/claim`)).status).toBe(200)
    expect((await decide(reviewer)).body.code).toBe('filing.claimed')
    expect((await decide(other)).body.code).toBe('filing.look-first')
    api.clock.advance(11 * 60_000)
    expect((await decide(reviewer)).body.code).toBe('filing.look-first')
    const again = await reviewer.call('POST', `v1/filing-reviews/${number}/photo-decision`, {
      pass: false,
      reasons: [],
      remark: '闭眼了',
    })
    expect(again.body.state).toBe('photo')
    expect(await order()).toMatchObject({ turn: 'you', opinion: { remark: '闭眼了' }, check: { stage: 'take' } })
    const same = await who.call('POST', `v1/filings/${number}/photo`)
    expect([same.status, same.body.code]).toEqual([409, 'filing.photo-used'])
    expect((await takePhoto(api, who, number, await photo({ clothes: '#5a4632' }))).status).toBe(200)
    await lookAtPapers(reviewer, number)
    const passed = await decide(reviewer)
    expect([passed.body.state, (await order()).check]).toEqual(['ready', null])
  })

  it('tells a phone what it is to take, and takes nothing else then', async () => {
    const { url } = (await who.call('POST', `v1/filings/${number}/upload-link`)).body
    const token = url.split('/').at(-1)
    const seen = (await api.visitor().call('GET', `v1/filing-uploads/${token}`)).body
    expect(seen).toMatchObject({ consent: true, open: false, photo: { way: 'face', stage: 'take' } })
    const other = await sendPicture(api, undefined, `v1/filing-uploads/${token}/principal-front`, api.idCard)
    expect([other.status, other.body.code]).toEqual([409, 'filing.not-open'])
  })

  it('knows a photograph again that was handed in for another order', async () => {
    const bytes = await photo({ clothes: '#222222' })
    expect((await takePhoto(api, who, number, bytes)).status).toBe(200)
    await api.pool.query("update filing_order set state = 'withdrawn' where number = $1", [number])
    const next = await applicant(api)
    const nextNumber = await readyDraft(api, next)
    await api.pool.query("update filing_order set state = 'photo', due_at = null where number = $1", [nextNumber])
    expect(rulesOf(await takePhoto(api, next.who, nextNumber, bytes))).toEqual(['CHECK-OLD-01'])
  })

  it('takes no photograph of an earlier attempt', async () => {
    expect((await takePhoto(api, who, number)).status).toBe(200)
    expect((await who.call('POST', `v1/filings/${number}/withdrawal`)).status).toBe(200)
    expect((await who.call('POST', `v1/filings/${number}/submission`)).status).toBe(201)
    await lookAtPapers(reviewer, number)
    expect((await reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })).body.state).toBe(
      'photo',
    )
    expect((await who.call('POST', `v1/filings/${number}/photo`)).body.code).toBe('filing.photo-used')
    expect((await takePhoto(api, who, number)).status).toBe(200)
  })

  it('counts for its month after the order came back for another reason: nobody takes it again', async () => {
    expect((await takePhoto(api, who, number)).status).toBe(200)
    await lookAtPapers(reviewer, number)
    await reviewer.call('POST', `v1/filing-reviews/${number}/photo-decision`, { pass: true })
    expect((await order()).state).toBe('ready')
    const sentBack = async (heard: string) => {
      await api.pool.query("update filing_order set state = 'refused', due_at = null where number = $1", [number])
      await api.pool.query(
        `insert into filing_event (filing_order, at, kind, by, detail)
         select id, $2, 'bureau-refused', 'bureau', jsonb_build_object('heard', $3::text) from filing_order where number = $1`,
        [number, api.clock.now(), heard],
      )
    }
    const sentAgain = async () => {
      expect((await who.call('POST', `v1/filings/${number}/submission`)).status).toBe(201)
      await lookAtPapers(reviewer, number)
      return (await reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })).body.state
    }
    await sentBack('网站名称不符合要求')
    const until = new Date(api.clock.now().getTime() + 30 * dayMs).toISOString()
    const { photoKeptUntil, course, draft } = await order()
    expect(photoKeptUntil.slice(0, 10)).toBe(until.slice(0, 10))
    expect(course.map(({ step }: { step: string }) => step)).not.toContain('photo')
    expect(await sentAgain()).toBe('ready')
    // Another principal, a month, or a word about the photograph: each of them ends it.
    await sentBack('网站名称不符合要求')
    const other = { name: '李四', certificate: { kind: 'cn-resident-id', number: '440308199001010017' } }
    const save = (services: unknown) => who.call('PUT', `v1/filings/${number}/draft/services`, { services })
    api.clock.advance(31 * dayMs)
    expect((await order()).photoKeptUntil).toBeNull()
    api.clock.advance(-31 * dayMs)
    expect((await order()).photoKeptUntil).not.toBeNull()
    const [service] = draft.services
    await save([{ ...service, principal: { ...service.principal, ...other } }])
    expect((await order()).photoKeptUntil).toBeNull()
  })

  it('is taken again where the bureau had something against it', async () => {
    expect((await takePhoto(api, who, number)).status).toBe(200)
    await lookAtPapers(reviewer, number)
    await reviewer.call('POST', `v1/filing-reviews/${number}/photo-decision`, { pass: true })
    await api.pool.query("update filing_order set state = 'refused', due_at = null where number = $1", [number])
    await api.pool.query(
      `insert into filing_event (filing_order, at, kind, by, detail)
       select id, $2, 'bureau-refused', 'bureau', '{"heard": "核验照片不清晰"}' from filing_order where number = $1`,
      [number, api.clock.now()],
    )
    expect((await order()).photoKeptUntil).toBeNull()
    expect((await who.call('POST', `v1/filings/${number}/submission`)).status).toBe(201)
    await lookAtPapers(reviewer, number)
    const again = await reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })
    expect(again.body.state).toBe('photo')
  })

  it('reminds the one whose turn it is after three days', async () => {
    const { rows } = await api.pool.query(
      "select opens_at from deadline where kind = 'filing.check-waits' and subject = $1 order by opens_at",
      [number],
    )
    expect(rows.map(({ opens_at: at }) => at.toISOString())).toEqual([
      '2026-11-27T10:00:00.000Z',
      '2026-12-04T10:00:00.000Z',
    ])
  })
})

describe('the curtain, where a day and a province take it (S3-60, S3-61, S3-62)', () => {
  it('is ordered, sent with a tracking number, arrives, and stands behind the principal (S3-64…S3-66)', async () => {
    const back = 2_604 * dayMs
    // Tuesday, 8 October 2019: face or curtain.
    api.clock.advance(-back)
    await api.pool.query('update filing_order set submitted_at = $2 where number = $1', [number, api.clock.now()])
    try {
      expect(await order()).toMatchObject({ check: { ways: ['face', 'curtain'], way: null, stage: 'choose' } })
      const outside = await who.call('POST', `v1/filings/${number}/curtain`, { ...address, province: '香港特别行政区' })
      expect([outside.status, outside.body.code]).toEqual([422, 'filing.curtain-outside'])
      const asked = await who.call('POST', `v1/filings/${number}/curtain`, address)
      expect([asked.status, asked.body.dueAt]).toEqual([201, '2019-10-09T10:00:00.000Z'])
      expect(await order()).toMatchObject({ turn: 'we', dueAt: asked.body.dueAt, check: { stage: 'ordered' } })
      expect(await queued()).not.toContain(number)
      expect((await byComputer(await photo({ background: curtainBlue }))).body.code).toBe('filing.no-photo-wanted')
      expect((await who.call('POST', `v1/filings/${number}/curtain/arrival`)).body.code).toBe('filing.curtain-not-sent')

      expect((await who.call('GET', 'v1/filing-curtains')).status).toBe(403)
      const { curtains } = (await reviewer.call('GET', 'v1/filing-curtains')).body
      expect(curtains).toMatchObject([{ number, late: false, dueAt: asked.body.dueAt }])
      expect(JSON.stringify(curtains)).not.toContain(address.street)
      expect((await reviewer.call('GET', `v1/filing-curtains/${number}`)).body).toEqual(address)
      const looked = await api.pool.query("select 1 from audit_entry where action = 'filing.curtain-address-read'")
      expect(looked.rowCount).toBe(1)
      const sent = { carrier: '顺丰速运', tracking: 'SF1234567890' }
      expect((await reviewer.call('POST', `v1/filing-curtains/${number}/dispatch`, sent)).status).toBe(204)
      expect((await reviewer.call('POST', `v1/filing-curtains/${number}/dispatch`, sent)).body.code).toBe(
        'filing.curtain-not-asked',
      )
      expect(await order()).toMatchObject({ turn: 'you', check: { stage: 'on-its-way', curtain: sent } })
      const told = await api.pool.query(
        "select 1 from notice where kind = 'filing.curtain' and parameters::text like $1",
        ['%SF1234567890%'],
      )
      expect(told.rowCount).toBeGreaterThan(0)

      expect((await who.call('POST', `v1/filings/${number}/curtain/arrival`)).status).toBe(200)
      const kept = await api.pool.query('select address from filing_check where tracking is not null')
      expect(kept.rows).toEqual([{ address: null }])
      expect(await stage()).toBe('take')
      for (const [drawn, rule] of [
        [{ background: curtainBlue, clothes: '#b3201c' }, 'CHECK-CLOTHES-01'],
        [{}, 'CHECK-BACKGROUND-01'],
        [{ background: curtainBlue, edge: 0.14 }, 'CHECK-CURTAIN-02'],
      ] as const)
        expect(rulesOf(await byComputer(await photo(drawn)))).toContain(rule)
      expect((await byComputer(await photo({ background: curtainBlue }))).status).toBe(201)
      expect((await who.call('POST', `v1/filings/${number}/photo`)).status).toBe(200)
      expect(await queued()).toContain(number)
      await lookAtPapers(reviewer, number)
      const passed = await reviewer.call('POST', `v1/filing-reviews/${number}/photo-decision`, { pass: true })
      expect(passed.body.state).toBe('ready')
    } finally {
      api.clock.advance(back)
    }
  })

  it('is asked for again when it is lost, or another way is chosen; no address outlives the wait for it', async () => {
    const back = 2_604 * dayMs
    api.clock.advance(-back)
    const addresses = async () => {
      const { rows } = await api.pool.query(
        'select address is not null as kept, ordered_at is not null as ordered from filing_check where filing_order = (select id from filing_order where number = $1)',
        [number],
      )
      return rows[0]
    }
    const sent = { carrier: '顺丰速运', tracking: 'SF1234567890' }
    const send = async () => {
      expect((await who.call('POST', `v1/filings/${number}/curtain`, address)).status).toBe(201)
      expect((await reviewer.call('POST', `v1/filing-curtains/${number}/dispatch`, sent)).status).toBe(204)
      expect(await stage()).toBe('on-its-way')
    }
    const lose = () => who.call('POST', `v1/filings/${number}/curtain/loss`)
    try {
      expect((await lose()).body.code).toBe('filing.curtain-not-sent')
      await send()
      expect((await who.call('PUT', `v1/filings/${number}/check`, { way: 'face' })).status).toBe(409)
      expect((await lose()).status).toBe(200)
      expect([await stage(), await addresses()]).toEqual(['address', { kept: false, ordered: false }])
      expect((await lose()).body.code).toBe('filing.curtain-not-sent')
      await send()
      expect((await lose()).status).toBe(200)
      // The second time it is our turn: nothing leaves, and nobody reviews, before somebody has spoken with them.
      expect(await order()).toMatchObject({ turn: 'we', dueAt: expect.any(String), check: { stage: 'lost-often' } })
      const third = await who.call('POST', `v1/filings/${number}/curtain`, address)
      expect([third.status, third.body.code]).toEqual([409, 'filing.curtain-lost-often'])
      expect(await queued()).not.toContain(number)
      const { curtains, lost } = (await reviewer.call('GET', 'v1/filing-curtains')).body
      expect([curtains, lost]).toMatchObject([[], [{ number, times: 2, late: false }]])
      const allow = (by: Visitor) => by.call('POST', `v1/filing-curtains/${number}/allowance`)
      expect((await allow(who)).status).toBe(403)
      expect((await allow(reviewer)).status).toBe(204)
      expect((await allow(reviewer)).body.code).toBe('filing.curtain-not-lost')
      expect(await order()).toMatchObject({ turn: 'you', check: { stage: 'address' } })
      await send()
      expect((await lose()).status).toBe(200)
      expect(await stage()).toBe('lost-often')
      expect((await who.call('PUT', `v1/filings/${number}/check`, { way: 'face' })).status).toBe(200)
      expect(await order()).toMatchObject({ turn: 'you', check: { stage: 'take' } })
      await api.pool.query('update filing_check set lost_count = 0')

      // Taken back while one waits to be packed, or is on its way: where it went to is known no more.
      expect((await who.call('PUT', `v1/filings/${number}/check`, { way: 'curtain' })).status).toBe(200)
      expect((await who.call('POST', `v1/filings/${number}/curtain`, address)).status).toBe(201)
      expect(await addresses()).toEqual({ kept: true, ordered: true })
      expect((await who.call('POST', `v1/filings/${number}/withdrawal`)).status).toBe(200)
      expect(await addresses()).toEqual({ kept: false, ordered: false })
      expect((await reviewer.call('GET', 'v1/filing-curtains')).body.curtains).toEqual([])
      await api.pool.query("update filing_order set state = 'photo', due_at = null where number = $1", [number])
      expect(await stage()).toBe('address')
      await send()
      expect(await addresses()).toEqual({ kept: true, ordered: true })
      expect((await who.call('POST', `v1/filings/${number}/withdrawal`)).status).toBe(200)
      expect(await addresses()).toEqual({ kept: false, ordered: true })
    } finally {
      api.clock.advance(back)
    }
  })

  it('has no address any more 30 days after it left in silence, or after it was asked for and never left, on record', async () => {
    const today = api.clock.now().toISOString()
    api.clock.advance(-2_604 * dayMs)
    const keeper = createDeadlineKeeper({
      db: api.db,
      clock: api.clock,
      random: systemRandom,
      log: pino({ level: 'silent' }),
      handlers: filingDeadlines,
    })
    const kept = async () =>
      (
        await api.pool.query(
          'select address is not null as kept from filing_check c join filing_order o on o.id = filing_order where number = $1',
          [number],
        )
      ).rows[0].kept
    const destroyed = async () =>
      (
        await api.pool.query(
          "select detail from audit_entry where action = 'filing.curtain-address-destroyed' and subject = $1",
          [number],
        )
      ).rowCount
    try {
      expect((await who.call('POST', `v1/filings/${number}/curtain`, address)).status).toBe(201)
      api.clock.advance(29 * dayMs)
      await keeper.look()
      expect(await kept()).toBe(true)
      api.clock.advance(dayMs)
      await keeper.look()
      expect([await kept(), await destroyed(), await stage()]).toEqual([false, 1, 'address'])

      expect((await who.call('POST', `v1/filings/${number}/curtain`, address)).status).toBe(201)
      api.clock.advance(20 * dayMs)
      const sent = { carrier: '顺丰速运', tracking: 'SF1234567890' }
      expect((await reviewer.call('POST', `v1/filing-curtains/${number}/dispatch`, sent)).status).toBe(204)
      // Counted from the day on which it left.
      api.clock.advance(29 * dayMs)
      await keeper.look()
      expect(await kept()).toBe(true)
      api.clock.advance(dayMs)
      await keeper.look()
      expect([await kept(), await destroyed(), await stage()]).toEqual([false, 2, 'on-its-way'])
      const told = await api.pool.query(
        "select 1 from notice where kind = 'filing.curtain-silent' and parameters::text like $1",
        [`%${number}%`],
      )
      expect(told.rowCount).toBeGreaterThan(0)
      expect((await who.call('POST', `v1/filings/${number}/curtain/arrival`)).status).toBe(200)
      expect(await stage()).toBe('take')
    } finally {
      api.clock.set(today)
    }
  })

  it('is not a way any more today', async () => {
    const asked = await who.call('POST', `v1/filings/${number}/curtain`, address)
    expect([asked.status, asked.body.code]).toEqual([409, 'filing.check-way'])
    const chosen = await who.call('PUT', `v1/filings/${number}/check`, { way: 'curtain' })
    expect([chosen.status, chosen.body.code]).toEqual([409, 'filing.check-way'])
  })
})

describe('the check in Shanghai (S3-59)', () => {
  it('is done in the App of its administration; its owner says so, and the order goes on', async () => {
    await api.pool.query("update filing_order set province = '310000' where number = $1", [number])
    expect(await order()).toMatchObject({ turn: 'you', check: { way: 'bureau-app', stage: 'bureau-app' } })
    expect((await takePhoto(api, who, number)).body.code).toBe('filing.no-photo-wanted')
    expect((await who.call('POST', `v1/filings/${number}/photo`)).status).toBe(200)
    expect((await order()).state).toBe('ready')
  })
})

describe('the check of another account’s order', () => {
  it('is nobody else’s', async () => {
    const other = await api.customer()
    for (const [method, path, body] of [
      ['PUT', 'check', { way: 'face' }],
      ['POST', 'curtain', address],
      ['POST', 'curtain/arrival', undefined],
      ['POST', 'curtain/loss', undefined],
      ['POST', 'photo', undefined],
    ] as const)
      expect([path, (await other.call(method, `v1/filings/${number}/${path}`, body)).status]).toEqual([path, 404])
  })
})

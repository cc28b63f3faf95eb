import { afterAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { organisationTemplate } from './person.ts'
import { openShop, orderBody } from './shop.ts'

const shop = await openShop('orders')
const { world, sandbox, db, one, two, place, balance, ended, whole, pay } = shop
afterAll(() => shop.close())

describe('the same name twice at the same time', () => {
  it('goes to one, and the other gets the money back', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `twice-${round}.cn`
      const [first, second] = await Promise.all([place(one, name), place(two, name)])
      const before = (await balance(one)) + (await balance(two))
      await Promise.all([pay(one, first.number), pay(two, second.number)])
      const ends = [await ended(one, first.number), await ended(two, second.number)]
      expect(ends.map(({ state }) => state).sort()).toEqual(['failed', 'succeeded'])
      expect((await balance(one)) + (await balance(two))).toBe(
        before - (ends[0]?.state === 'succeeded' ? first : second).totalFen,
      )
      expect((await db.query('select 1 from domain where ascii = $1', [name])).rowCount).toBe(1)
    }
    await whole()
  })

  it('goes to one when the other writes it in traditional characters (S1-30)', async () => {
    const [first, second] = await Promise.all([place(one, '龙门7茶.中国'), place(two, '龍門7茶.中国')])
    await Promise.all([pay(one, first.number), pay(two, second.number)])
    const ends = [await ended(one, first.number), await ended(two, second.number)]
    expect(ends.map(({ state }) => state).sort()).toEqual(['failed', 'succeeded'])
    await expect(place(one, '龍门7茶.中国')).rejects.toMatchObject({ code: 'order.refused' })
    expect((await db.query("select 1 from domain where name in ('龙门7茶.中国', '龍門7茶.中国')")).rowCount).toBe(1)
    await whole()
  })

  it('registers once though the registry drops its answer after committing', async () => {
    await sandbox.fault('cn', { kind: 'commit-then-drop', verb: 'domain:create', times: 1 })
    const order = await place(one, 'dropped-1.cn')
    await pay(one, order.number)
    expect((await ended(one, order.number)).state).toBe('succeeded')
    expect(
      (await db.query("select state from intent where step = 'create' and request->>'ascii' = $1", ['dropped-1.cn']))
        .rows,
    ).toEqual([{ state: 'answered' }])
    await whole()
  })
})

describe('confirming', () => {
  it('freezes what was seen: another sum stops the order and shows both (S0-09)', async () => {
    await expect(place(one, 'price-1.cn', { expectedTotalFen: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'order.price-changed',
    })
  })

  it('wants the terms, a template, and a verified address (S0-20, S1-110, S1-127)', async () => {
    await expect(place(one, 'terms-1.cn', { termsAccepted: false })).rejects.toMatchObject({
      code: 'order.terms-not-accepted',
    })
    await expect(place(one, 'template-1.cn', { templateId: undefined })).rejects.toMatchObject({
      code: 'order.template-needed',
    })
    const { id } = await one.client.post<{ id: string }>(
      'templates',
      organisationTemplate('never-verified@yuming.example'),
    )
    await expect(place(one, 'email-1.cn', { templateId: id })).rejects.toMatchObject({
      code: 'order.email-not-verified',
    })
  })

  it.each([
    ['HK', 'GAJMTX', 'H12345678'],
    ['TW', 'TWJMTX', '12345678'],
  ])(
    'refuses .cn to a person of %s on the China site, and points to the other (S1-14, S1-18, S1-80)',
    async (region, kind, number) => {
      const { id } = await one.client.post<{ id: string }>('templates', {
        ...organisationTemplate('one@yuming.example'),
        holderType: 'person',
        name: { zh: '陈山月', en: 'Chan Shan Yuet' },
        region,
        postcode: '999077',
        certificate: { kind, number },
        default: false,
      })
      const refused = place(one, `region-${region.toLowerCase()}-1.cn`, { templateId: id, holderType: 'person' })
      await expect(refused).rejects.toThrow(/order\.refused/)
      await refused.catch((problem: { body?: { findings?: { rule: string; remedy: { zh: string } }[] } }) => {
        expect(problem.body?.findings?.[0]).toMatchObject({
          rule: 'CN-REGION-01',
          remedy: { zh: '建议前往国际站注册' },
        })
      })
    },
  )

  it('prices years: the first at the price of registration, each further one at that of renewal (S1-102)', async () => {
    const dry = (years: number) =>
      one.client.post<{ totalFen: number; lines: { unitText: string }[] }>('orders', {
        ...orderBody('years-1.cn', one.templateId),
        lines: [{ name: 'years-1.cn', years }],
        dryRun: true,
      })
    expect(await dry(1)).toMatchObject({ totalFen: 2_900, lines: [{ unitText: '¥29' }] })
    expect(await dry(3)).toMatchObject({ totalFen: 2_900 + 2 * 3_900, lines: [{ unitText: '¥29＋39×2' }] })
  })

  it('says which line was taken meanwhile, before anybody pays', async () => {
    await sandbox.grab('cn', 'meanwhile-1.cn')
    await expect(place(one, 'meanwhile-1.cn')).rejects.toMatchObject({
      code: 'order.refused',
      body: { findings: [{ rule: 'NAME-TAKEN-01' }] },
    })
  })
})

describe('what belongs to another account', () => {
  it('is not found, whatever one asks', async () => {
    const order = await place(one, 'mine-1.cn')
    await pay(one, order.number)
    await ended(one, order.number)
    const { lines } = await one.client.get<{ lines: { task: string }[] }>(`orders/${order.number}`)
    const { client } = two
    for (const ask of [
      () => client.get(`orders/${order.number}`),
      () => client.post(`orders/${order.number}/pay`, { method: 'balance' }),
      () => client.post(`orders/${order.number}/cancel`),
      () => client.get(`tasks/${lines[0]?.task}`),
      () => client.get('domains/mine-1.cn'),
      () => client.put('domains/mine-1.cn/auto-renew', { on: true }),
      () => client.post('domains/mine-1.cn/renew', { years: 1, expectedExpiry: '2027-11-24' }),
      () => client.get(`templates/${one.templateId}`),
      () => place({ client, templateId: one.templateId }, 'stolen-1.cn'),
    ])
      await expect(ask()).rejects.toMatchObject({ status: 404 })
  })

  it('is closed to those who have not signed in', async () => {
    const nobody = new ApiClient(world.origin)
    for (const path of ['orders', 'domains', 'templates', 'list', 'balance'])
      await expect(nobody.get(path)).rejects.toMatchObject({ status: 401 })
  })
})

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['64 characters', 'a'.repeat(64)],
    ['mixed scripts', 'pаypal茶'],
    ['an emoji', '😀'],
    ['broken Punycode', 'xn--zzzzzzz99999'],
    ['a space', 'a b'],
    ['an ideographic space inside', 'a　b'],
    ['SQL', "x'; drop table domain; --"],
    ['HTML', '<script>alert(1)</script>'],
  ])('%s gets a finding with field, rule and remedy', async (_, q) => {
    const found = await new ApiClient(world.origin).get<{
      rows: unknown[]
      findings: { field: string; rule: string; remedy: { zh: string } }[]
    }>(`search?q=${encodeURIComponent(q)}`)
    expect(found.rows).toEqual([])
    expect(found.findings[0]).toMatchObject({
      field: 'label',
      rule: expect.any(String),
      remedy: { zh: expect.any(String) },
    })
  })

  it('refuses ten thousand names at once, unknown fields and nonsense, and writes nothing', async () => {
    const count = async () =>
      (
        await db.query(
          'select (select count(*) from orders) + (select count(*) from order_line) + (select count(*) from payment) as n',
        )
      ).rows[0].n
    const before = await count()
    const bad: [string, unknown][] = [
      ['search', { names: Array.from({ length: 10_000 }, (_, n) => `n${n}.cn`) }],
      ['orders', { ...orderBody('a.cn', one.templateId), surprise: 1 }],
      [
        'orders',
        {
          ...orderBody('a.cn', one.templateId),
          lines: Array.from({ length: 10_000 }, (_, n) => ({ name: `n${n}.cn`, years: 1 })),
        },
      ],
      ['orders', { ...orderBody('a.cn', one.templateId), lines: [{ name: 'a.cn', years: 99 }] }],
      ['orders', orderBody("x'; drop table domain; --.cn", one.templateId)],
      ['orders', []],
      ['orders', 'text'],
    ]
    for (const [where, what] of bad) {
      const answer = await one.client.raw('POST', where, what)
      expect(answer.status, where).toBeGreaterThanOrEqual(400)
      expect(answer.status, where).toBeLessThan(500)
      const problem = (await answer.json()) as { findings: unknown[] }
      expect(problem).toMatchObject({ code: expect.any(String), title: expect.any(String) })
      // What is no object at all has no field to name.
      if (typeof what === 'string' || Array.isArray(what)) continue
      expect(problem.findings[0], where).toMatchObject({
        rule: expect.stringMatching(/./),
        field: expect.stringMatching(/./),
        remedy: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
      })
    }
    expect(await count()).toBe(before)
  })
})

import { explainFiling } from '@yuming/filing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../modules/catalog/index.ts'
import { type TestApi, testApi } from '../../testing/console-api.ts'
import { rulesReviewedOn, rulesRoutes } from './rules-routes.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(({ clock }) => [rulesRoutes({ clock, catalog: loadCatalog() })])
})
afterAll(() => api.close())

const explain = (facts: unknown) => api.visitor().call('POST', 'v1/rules/names/explain', facts)

describe('the rules, open to everyone', () => {
  it('tell verdict, findings with their sources, and what was looked at', async () => {
    const { status, body } = await explain({ name: '-a.cn' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ verdict: 'refused', day: '2026-11-24' })
    expect(body.findings[0]).toMatchObject({
      severity: 'refuse',
      field: 'label',
      source: { section: expect.any(String) },
    })
    expect(body.looked.length).toBeGreaterThan(10)
  })

  it('answer for another day, shop front and holder (S1-14)', async () => {
    const facts = { name: 'a-name.cn', site: 'china', region: 'HK', holderType: 'person' }
    expect((await explain(facts)).body.findings).toMatchObject([{ rule: 'CN-REGION-01' }])
    expect((await explain({ ...facts, site: 'international' })).body.verdict).toBe('allowed')
    expect((await explain({ ...facts, day: '1990-01-01' })).body.verdict).toBe('unknown')
  })

  it('are listed with their wording, as of a day', async () => {
    const { body } = await api.visitor().call('GET', 'v1/rules/names?day=2026-11-24')
    expect(body.rules.length).toBeGreaterThan(50)
    expect(body.rules[0]).toMatchObject({ message: { zh: expect.any(String), en: expect.any(String) } })
    expect(body.facts.map(({ name }: { name: string }) => name)).toContain('holderType')
  })

  it('say when they were held against their sources: never before a source that they cite, and the newest day is shown', async () => {
    const days: string[] = []
    for (const topic of ['names', 'identity', 'papers', 'filing']) {
      const { body } = await api.visitor().call('GET', `v1/rules/${topic}`)
      days.push(body.reviewedOn)
      const cited = body.rules.map(({ source }: { source: { date?: string } }) => source.date ?? '')
      expect(cited.filter((date: string) => date > body.reviewedOn)).toEqual([])
      expect(cited.length).toBeGreaterThan(5)
    }
    expect(rulesReviewedOn()).toBe(days.toSorted().at(-1))
  })

  it('say what is wrong with facts, and know no other topic', async () => {
    expect((await explain({ name: 7, nosuch: true })).body.verdict).toBe('bad-facts')
    expect((await api.visitor().call('POST', 'v1/rules/nosuch/explain', {})).status).toBe(404)
    expect((await api.visitor().call('POST', 'v1/rules/names/explain', { name: 'a'.repeat(20_000) })).status).toBe(413)
  })

  it('tell of a holder what is refused, what is due until when, and which operations are closed (S1-54, S4-03)', async () => {
    const { status, body } = await api.visitor().call('POST', 'v1/rules/identity/explain', {
      holder: { type: 'person', name: '张三', region: 'CN' },
      certificate: { kind: 'SFZ', number: '110105194912310021' },
      operation: 'verify',
      state: { identity: 'failed', registeredOn: '2026-11-20' },
      day: '2026-11-24',
    })
    expect(status).toBe(200)
    expect(body.verdict).toBe('refused')
    expect(body.findings.some(({ rule }: { rule: string }) => rule.startsWith('NUMBER-ID'))).toBe(true)
    expect(JSON.stringify(body.due)).toContain('2026-11-25')
    const reviewing = await api.visitor().call('POST', 'v1/rules/identity/explain', {
      operation: 'holder-change',
      state: { identity: 'reviewing', registeredOn: '2026-11-20' },
      day: '2026-11-24',
    })
    expect(reviewing.body.blockedBy.length).toBeGreaterThan(0)
  })

  it('tell of a draft of a filing its type, the steps ahead, what is to be read and what nobody knows (S3-02, S3-08)', async () => {
    const facts = {
      province: '浙江省',
      subject: { nature: 'person', name: '张三' },
      record: { filed: false },
      services: [{ kind: 'website', name: '茶叶批发笔记', content: 'other', remark: '' }],
      domains: [{ name: 'shanyue.cn', filed: false }],
      day: '2026-11-24',
    }
    const { status, body } = await api.visitor().call('POST', 'v1/rules/filing/explain', facts)
    expect(status).toBe(200)
    expect(body).toEqual(JSON.parse(JSON.stringify(explainFiling(facts, '2026-11-24'))))
    expect(body).toMatchObject({ verdict: 'refused', type: { type: 'first' }, read: { province: '浙江省' } })
    expect(body.findings.map(({ rule }: { rule: string }) => rule)).toEqual(
      expect.arrayContaining(['SITE-NAME-09', 'REMARK-OTHER-01']),
    )
    for (const list of [body.deadlines, body.hints, body.notKnown]) expect(list.length).toBeGreaterThan(0)
  })
})

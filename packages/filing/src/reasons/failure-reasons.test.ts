import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainFiling, filingTopic } from '../explain/filing-topic.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }
import { filingReasons, reasonFields } from './failure-reasons.ts'

interface Fixture {
  readonly reason: string
  readonly rule: string
  readonly base: keyof typeof drafts
  readonly changes: Readonly<Record<string, unknown>>
}

const day = '2026-11-24'
const fixtures = readFileSync(new URL('../testing/reason-fixtures.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Fixture)
const rulesOf = (facts: object) => explainFiling(facts, day).findings.map(({ rule }) => rule)

describe('why filings are refused', () => {
  it('is seen in a draft where software can see it, and told with its reason where it cannot', () => {
    expect(filingReasons).toHaveLength(253)
    const seen = new Set(fixtures.map(({ reason }) => reason))
    const unseen = filingReasons.filter((reason) => reason.unseen !== undefined)
    expect(seen.size).toBe(fixtures.length)
    expect(seen.size + unseen.length).toBe(253)
    for (const { id, foundBy, unseen: why } of filingReasons)
      expect([id, foundBy.length > 0, seen.has(id)]).toEqual([id, why === undefined, why === undefined])
    for (const { unseen: why } of unseen) {
      expect(why?.zh).toMatch(/[一-鿿]/)
      expect(why?.en).toMatch(/^[A-Z]/)
    }
  })

  it('is not seen in drafts that are in order', () => {
    for (const draft of Object.values(drafts))
      expect(explainFiling(draft, day)).toMatchObject({ verdict: 'allowed', findings: [] })
  })

  it.each(fixtures)('$reason: $rule', ({ reason, rule, base, changes }) => {
    const answer = explainFiling(changed(drafts[base], changes), day)
    expect(answer.findings.filter(({ rule: id }) => id.startsWith('FACTS-'))).toEqual([])
    expect(answer.findings.map(({ rule: id }) => id)).toContain(rule)
    expect(filingReasons.find(({ id }) => id === reason)?.foundBy).toContain(rule)
  })

  it('is found by the thing that is wrong, not by the province alone', () => {
    for (const { rule, base, changes } of fixtures) {
      const province = Object.fromEntries(
        Object.entries(changes).filter(([path]) => path === 'province' || path === 'subject.region'),
      )
      if (Object.keys(province).length < Object.keys(changes).length)
        expect([rule, rulesOf(changed(drafts[base], province)).includes(rule)]).toEqual([rule, false])
    }
  })

  it('says in both languages what each of its fields is called', () => {
    for (const { id, fields } of filingReasons)
      for (const field of fields) {
        expect([id, field, reasonFields[field]?.zh]).toEqual([id, field, expect.stringMatching(/[一-鿿]/)])
        expect([id, field, reasonFields[field]?.en]).toEqual([id, field, expect.stringMatching(/^[A-Z]/)])
      }
  })

  it('names rules that there are', () => {
    const ids = new Set(filingTopic.rules.map(({ id }) => id))
    for (const { foundBy } of filingReasons) for (const rule of foundBy) expect(ids).toContain(rule)
  })
})

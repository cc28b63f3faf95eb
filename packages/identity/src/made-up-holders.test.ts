import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainIdentity } from './explain/identity-topic.ts'
import { holderRules } from './identity-rules.ts'

interface MadeUpHolder {
  /** The one rule that has something to say, null for none. */
  readonly rule: string | null
  readonly holder: { readonly name: { readonly zh: string } }
}

const day = '2026-11-24'
const holders = readFileSync(new URL('./testing/made-up-holders.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as MadeUpHolder)
const good = holders.filter(({ rule }) => rule === null)
const bad = holders.filter(({ rule }) => rule !== null)

describe('made-up holders (S0-14, S1-169, S4-27, S4-28)', () => {
  it('finds nothing wrong with the good ones', () => {
    expect(good.length).toBeGreaterThan(8)
    for (const { rule: _, ...facts } of good)
      expect([facts.holder.name.zh, explainIdentity(facts, day)]).toMatchObject([
        facts.holder.name.zh,
        { verdict: 'allowed', findings: [] },
      ])
  })

  it('finds exactly the one defect of each of the 200 others', () => {
    expect(bad.length).toBeGreaterThanOrEqual(200)
    const found = bad.map(({ rule: _, ...facts }) => explainIdentity(facts, day).findings.map(({ rule }) => rule))
    expect(found).toEqual(bad.map(({ rule }) => [rule]))
  })

  it('has at least one for every rule of holders', () => {
    const shown = new Set(bad.map(({ rule }) => rule))
    const silent = holderRules.map(({ id }) => id).filter((id) => !shown.has(id))
    // No paper of a form that is not known may be held with: its kind is unknown too, which is a finding of its own.
    expect(silent).toEqual(['NUMBER-FORM-01'])
  })
})

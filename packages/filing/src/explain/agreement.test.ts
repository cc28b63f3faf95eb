import { describe, expect, it } from 'vitest'
import { checkFiling } from '../check-filing.ts'
import { provinces } from '../provinces/province-facts.ts'
import { rulesOf } from '../provinces/province-rules.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }
import { explainFiling, filingTopic } from './filing-topic.ts'
import { filingDraft } from './read-facts.ts'

const days = ['2018-06-01', '2019-10-08', '2021-07-01', '2026-11-24']

describe('whoever asks gets the same answer', () => {
  it('the check of a draft, the explanation and the topic, in every province and year', () => {
    for (const { name } of provinces)
      for (const day of days)
        for (const base of Object.values(drafts)) {
          const facts = changed(base, { province: name, day, check: 'before-submission' })
          const checked = checkFiling(filingDraft(facts as Parameters<typeof filingDraft>[0], day))
          const { verdict, findings, looked, notAsked } = explainFiling(facts, '1999-01-01')
          expect({ verdict, findings, looked, notAsked }).toEqual(checked)
          expect(filingTopic.explain(facts, '1999-01-01').findings).toEqual(checked.findings)
        }
  })

  it('the rules of a province are those that its drafts are held against, and no other province’s', () => {
    for (const { name, code } of provinces)
      for (const day of days) {
        const facts = changed(drafts.company, { province: name, day })
        const own = new Set(rulesOf(name, day).map(({ id }) => id))
        const asked = explainFiling(facts, day).looked.filter((id) => /^P\d\d-/.test(id))
        expect(asked.filter((id) => !own.has(id))).toEqual([])
        expect(asked.every((id) => id.startsWith(`P${code.slice(0, 2)}-`))).toBe(true)
      }
  })
})

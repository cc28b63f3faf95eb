import { nationalRules } from '@yuming/filing'
import { identityRules } from '@yuming/identity'
import { nameRules } from '@yuming/names'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { patchSchema } from './catalog-change.ts'
import { effectOf, effectsOf } from './effects.ts'
import { leavesOf } from './record-on.ts'

/** Every field that an operator may set, as a preview names it. */
const fields = Object.entries(patchSchema.shape).flatMap(([field, optional]) => {
  const whole: z.core.$ZodType = optional.unwrap()
  const value = whole instanceof z.ZodObject ? Object.fromEntries(Object.keys(whole.shape).map((part) => [part, 0])) : 0
  return leavesOf({ [field]: value } as Parameters<typeof leavesOf>[0]).map((leaf) => leaf.field)
})

/** Rules that orders ask themselves, outside the books of names, identity and filing. */
const ofOrders = ['TERM-RANGE-01', 'RENEW-PRICE-01']

describe('what a change of the catalogue touches', () => {
  it('is written of every field that an operator may set', () => {
    expect(fields).toContain('label.hyphenRule')
    expect(fields).toContain('premiumTiers')
    expect(fields.filter((field) => effectOf(field) === undefined)).toEqual([])
  })

  it('names no rule that there is not', () => {
    const known = new Set([...nameRules, ...identityRules, ...nationalRules].map(({ id }) => id))
    const named = effectsOf(fields, 'cn').rules
    expect(named.filter((rule) => !known.has(rule) && !ofOrders.includes(rule))).toEqual([])
  })

  it.each([
    ['premiumTiers', ['/prices', '/suffixes/cn'], []],
    ['capabilities.register', [], []],
    ['label.hyphenRule', ['/suffixes/cn'], []],
    ['eligibility.chinaTW', ['/prices', '/suffixes/cn', '/confirm'], ['CN-REGION-01', 'SUFFIX-ELIGIBLE-01']],
    ['lifecycle.redemptionDays', ['/suffixes/cn', '/domains'], []],
    ['lifecycle.addGraceDays', ['/suffixes/cn'], []],
    ['offeredWords', ['/personal-names'], ['PERSON-WORDS-01']],
    ['variants', ['/prices', '/suffixes/cn'], ['NAME-VARIANT-01']],
  ])('%s: the pages that show it, and the rules that ask it', (field, pages, rules) => {
    expect(effectsOf([field], 'cn')).toEqual({ pages, rules })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOfPatch } from './form-of-patch.ts'
import { patchOfForm } from './patch-of-form.ts'
import { typedTiers } from './premium-tiers.ts'
import { type FieldName, fields, valueAt } from './suffix-fields.ts'
import { readTyped, type Typed, typedOf } from './typed-value.ts'

const record = {
  suffix: 'cn',
  registry: 'cn',
  meaning: { zh: '中国', en: 'China' },
  priceFen: { register: 3900, renew: 3900, transfer: null, restore: 120_000 },
  periods: { min: 1, max: 10 },
  label: { minLength: 3, maxLength: 63, maxLengthChinese: null, hyphenRule: null, chinese: true },
  variants: 'one-name',
  realName: 'required',
  verifyBefore: false,
  lifecycle: { redemptionDays: 15, addGraceDays: 0 },
  miitApproved: true,
  miitApprovedOn: { date: '2020-06', is: 'by' },
  premiumTiers: [{ tier: 'A', priceFen: { register: 88_800, renew: 3900, transfer: null, restore: null } }],
}
const change = (typed: Partial<Record<FieldName, Typed>>) => patchOfForm({ typed }, record)

describe('what a form changes', () => {
  it('is nothing when nothing was typed, or the same again', () => {
    expect(change({})).toEqual({ patch: {}, changed: [], wrong: [] })
    expect(change({ 'priceFen.register': '39.00', verifyBefore: 'no', 'lifecycle.addGraceDays': '0' }).patch).toEqual(
      {},
    )
  })

  it('is only what differs, in fen, inside the part it belongs to', () => {
    expect(change({ 'priceFen.register': '35.5', 'priceFen.renew': '36', 'periods.max': '5', dnssec: 'yes' })).toEqual({
      patch: { priceFen: { register: 3550, renew: 3600 }, periods: { max: 5 }, dnssec: true },
      changed: ['priceFen.register', 'priceFen.renew', 'periods.max', 'dnssec'],
      wrong: [],
    })
  })

  it('makes a value unknown only when that was chosen: an empty field is a mistake', () => {
    expect(change({ 'priceFen.restore': null, variants: null }).patch).toEqual({
      priceFen: { restore: null },
      variants: null,
    })
    expect(change({ 'priceFen.restore': '', registry: ' ' })).toMatchObject({
      patch: {},
      wrong: ['priceFen.restore', 'registry'],
    })
  })

  it('cannot make unknown what must be there', () => {
    expect(change({ realName: null, 'meaning.zh': null }).wrong).toEqual(['realName', 'meaning.zh'])
    expect(change({ realName: 'unknown' }).patch).toEqual({ realName: 'unknown' })
  })

  it('refuses what is out of bounds', () => {
    expect(change({ 'periods.min': '0', 'label.maxLength': '64', 'lifecycle.redemptionDays': '1.5' }).wrong).toEqual([
      'periods.min',
      'label.maxLength',
      'lifecycle.redemptionDays',
    ])
  })

  it('sends both languages of the meaning, and the day of the licence with how sure it is', () => {
    expect(change({ 'meaning.en': 'The mainland', 'miitApprovedOn.date': '2020-07-01' }).patch).toEqual({
      meaning: { zh: '中国', en: 'The mainland' },
      miitApprovedOn: { date: '2020-07-01', is: 'by' },
    })
    expect(change({ 'miitApprovedOn.date': null, 'miitApprovedOn.is': 'about' })).toMatchObject({
      patch: { miitApprovedOn: null },
      changed: ['miitApprovedOn.date'],
    })
  })

  it('keeps the two lists of words around a personal name as one value (S1-116, S1-118)', () => {
    expect(change({ 'offeredWords.before': '设计师、律师 律师' }).patch).toEqual({
      offeredWords: { before: ['设计师', '律师'], after: [] },
    })
    const own = { ...record, offeredWords: { before: ['设计师'], after: ['博士'] } }
    const changed = (typed: Partial<Record<FieldName, Typed>>) => patchOfForm({ typed }, own).patch
    expect(changed({ 'offeredWords.after': '' })).toEqual({ offeredWords: { before: ['设计师'], after: [] } })
    expect(changed({ 'offeredWords.before': null })).toEqual({ offeredWords: null })
    expect(changed({ 'offeredWords.before': '设计师' })).toEqual({})
    for (const wrong of ['Dr', '博·士', '一二三四五六七八九十一'])
      expect(change({ 'offeredWords.after': wrong }).wrong).toEqual(['offeredWords.after'])
  })

  it('carries the classes of dearer names whole', () => {
    const [row] = typedTiers(record.premiumTiers)
    if (!row) throw new Error('a class is missing')
    expect(patchOfForm({ typed: {}, tiers: [row] }, record).changed).toEqual([])
    expect(patchOfForm({ typed: {}, tiers: [{ ...row, renew: '' }] }, record).patch).toEqual({
      premiumTiers: [{ tier: 'A', priceFen: { register: 88_800, renew: null, transfer: null, restore: null } }],
    })
    expect(patchOfForm({ typed: {}, tiers: null }, record).patch).toEqual({ premiumTiers: null })
    for (const wrong of [
      { ...row, tier: ' ' },
      { ...row, renew: 'x' },
    ])
      expect(patchOfForm({ typed: {}, tiers: [wrong] }, record).wrong).toEqual(['premiumTiers'])
    expect(patchOfForm({ typed: {}, tiers: [row, { ...row, key: 1 }] }, record).wrong).toEqual(['premiumTiers'])
  })

  it('is nothing when every value is typed as it stands', () => {
    const all = Object.fromEntries(fields.map((field) => [field.name, typedOf(field, valueAt(record, field.name))]))
    expect(patchOfForm({ typed: all, tiers: typedTiers(record.premiumTiers) }, record)).toEqual({
      patch: {},
      changed: [],
      wrong: [],
    })
  })
})

describe('a draft that is taken up again', () => {
  it.each<[string, object]>([
    ['prices and spans', { priceFen: { register: 3550, restore: null }, lifecycle: { redemptionDays: null } }],
    ['the licence unknown', { miitApprovedOn: null, dnssec: true }],
    ['the licence', { miitApprovedOn: { date: '2021', is: 'about' } }],
    ['words', { meaning: { zh: '中华', en: 'China' }, realName: 'unknown', registry: null, variants: null }],
    ['classes', { premiumTiers: [{ tier: 'B', priceFen: { register: 5, renew: null, transfer: null, restore: 0 } }] }],
    ['no classes', { premiumTiers: null }],
    ['words around a name', { offeredWords: { before: ['律师'], after: [] } }],
  ])('fills the form so that it says the same: %s', (_, patch) => {
    expect(patchOfForm(formOfPatch({ ...patch }), record).patch).toEqual(patch)
  })
})

describe('a typed value', () => {
  it('of any field is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string(), (field, typed) => {
        const value = readTyped(field, typed)
        if (value !== undefined) expect(readTyped(field, typedOf(field, value))).toEqual(value)
      }),
    )
  })
})

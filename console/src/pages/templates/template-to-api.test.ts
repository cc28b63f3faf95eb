import { describe, expect, it } from 'vitest'
import type { OfferedKind } from '../../api/types.ts'
import { kindsFor, named, usualKind } from './kinds.ts'
import { phoneToApi } from './template-to-api.ts'

describe('a telephone number as it is typed', () => {
  it.each([
    ['13800010003', 'CN', '+86.13800010003'],
    ['138 0001 0003', 'CN', '+86.13800010003'],
    ['0571-88888888', 'CN', '+86.57188888888'],
    ['(0571) 88888888', 'CN', '+86.57188888888'],
    ['+8613800010003', 'CN', '+86.13800010003'],
    ['+86 0571-88888888', 'CN', '+86.57188888888'],
    ['+86.13800010003', 'FR', '+86.13800010003'],
    ['98765432', 'HK', '+852.98765432'],
    ['+852 9876 5432', 'CN', '+852.98765432'],
    ['0912345678', 'TW', '+886.912345678'],
    ['+33 1 42 60 00 00', 'FR', '+33.142600000'],
    ['+1 (212) 555-0100', 'US', '+1.2125550100'],
    ['+33.142600000', 'FR', '+33.142600000'],
    // What cannot be told apart stays, and the rules say what is wrong with it.
    ['+33142600000', 'FR', '+33142600000'],
    ['+755.88886666', 'CN', '+755.88886666'],
    ['不知道', 'CN', '不知道'],
  ])('%s of %s is %s', (typed, region, sent) => {
    expect(phoneToApi(typed, region)).toBe(sent)
  })
})

const kind = (id: string, regions: string[], zh: string, code: string | null = null): OfferedKind => ({
  kind: id,
  code,
  holderType: 'person',
  regions,
  title: { zh, en: id },
  accepted: true,
  dates: { issued: true, ends: true },
})
const kinds = [
  kind('cn-resident-id', ['CN'], '居民身份证', 'SFZ'),
  kind('passport', ['any'], '护照', 'HZ'),
  kind('foreigner-permanent-residence', ['foreign'], '外国人永久居留身份证'),
  kind('tw-travel-permit', ['TW'], '台湾居民来往大陆通行证'),
]

describe('kinds of papers', () => {
  it.each([
    ['CN', ['cn-resident-id', 'passport']],
    ['TW', ['passport', 'tw-travel-permit']],
    ['FR', ['passport', 'foreigner-permanent-residence']],
  ])('of %s come before those of other regions, and the usual one is among them', (region, here) => {
    const found = kindsFor(kinds, 'person', region)
    expect(found.here.map((each) => each.kind)).toEqual(here)
    expect(found.here.length + found.elsewhere.length).toBe(kinds.length)
    expect(here).toContain(usualKind('person', region))
    expect(kindsFor(kinds, 'organisation', region)).toEqual({ here: [], elsewhere: [] })
  })

  it('are found by their Chinese or English name, or their registry code', () => {
    const found = (typed: string) => kinds.filter((each) => named(each, typed)).map((each) => each.kind)
    expect(found('身份证')).toEqual(['cn-resident-id', 'foreigner-permanent-residence'])
    expect(found('SFZ')).toEqual(['cn-resident-id'])
    expect(found('Permit tw')).toEqual(['tw-travel-permit'])
    expect(found('')).toHaveLength(4)
    expect(found('驾驶证')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { type NewHolder, newHolderFindings } from './new-holder-findings.ts'

const catalog = loadCatalog()
const day = '2026-11-24'
const organisation = (zh: string, region = 'CN'): NewHolder => ({
  site: 'china',
  region,
  holderType: 'organisation',
  holderName: { zh, en: 'An Organisation' },
})
const person = (zh: string, region = 'CN'): NewHolder => ({
  site: 'china',
  region,
  holderType: 'person',
  holderName: { zh, en: 'Shen Zhixing' },
})
const findings = (name: string, holder: NewHolder, suffix = name.slice(name.indexOf('.') + 1)) =>
  newHolderFindings(catalog, { name, suffix, holder }, day)
const against = (name: string, holder: NewHolder) => findings(name, holder).length

describe('a holder to whom a registered name shall go (S4-05)', () => {
  it.each([
    ['中国律师协会.中国', organisation('中国律师协会'), 0],
    ['中国律师协会.中国', organisation('杭州山月茶业有限公司'), 1],
    ['中国律师协会.中国', person('沈知行'), 1],
    ['shanyue.cn', person('沈知行'), 0],
    ['shanyue.cn', person('沈知行', 'HK'), 1],
    ['shanyue.cn', organisation('山月', 'HK'), 0],
    ['shanyue.com', person('沈知行', 'HK'), 0],
  ] as const)('%s may go to %j or not: %i (S1-14, S1-53, S1-57)', (name, holder, least) => {
    if (least === 0) expect(findings(name, holder)).toEqual([])
    else expect(against(name, holder)).toBeGreaterThanOrEqual(least)
  })

  it('keeps a personal name with a person of that name, though it is written as any .网址 name (S1-117, S1-122)', () => {
    const card = { certificate: { kind: 'SFZ' } }
    const refusals = (holder: NewHolder, suffix?: string) =>
      findings('设计师张三博士.网址', holder, suffix).map(({ rule }) => rule)
    expect(refusals({ ...person('张三'), ...card }, '姓名.网址')).toEqual([])
    expect(refusals({ ...person('李四'), ...card }, '姓名.网址')).toEqual(['PERSON-NAME-01'])
    expect(refusals({ ...person('张三'), certificate: { kind: 'HZ' } }, '姓名.网址')).toEqual(['PERSON-HOLDER-01'])
    expect(refusals(organisation('张三'), '姓名.网址')).toEqual(['PERSON-HOLDER-01'])
    expect(refusals(organisation('山月'), '网址')).toEqual([])
  })
})

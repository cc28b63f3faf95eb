import { describe, expect, it } from 'vitest'
import { holderFindings } from '../holder-findings.ts'
import { explainNames } from './names-topic.ts'

const day = '2026-11-24'
const rulesOf = (facts: object, on = day) => explainNames(facts, on).findings.map(({ rule }) => rule)
const verdictOf = (facts: object, on = day) => explainNames(facts, on).verdict
/** An organisation of the mainland on the China site: nothing stands open about who may hold a name. */
const here = { site: 'china', region: 'CN', holderType: 'organisation' }
/** Names under .hk are registered elsewhere, and its reserved names are not public. */
const elsewhere = ['HK-RENEW-01', 'HK-RESERVED-01']

describe('who may hold a name', () => {
  it.each([
    ['S1-12', 'CN', 'organisation', 'allowed'],
    ['S1-12', 'CN', 'person', 'allowed'],
    ['S1-13', 'HK', 'organisation', 'allowed'],
    ['S1-14', 'HK', 'person', 'refused'],
    ['S1-15', 'MO', 'organisation', 'allowed'],
    ['S1-16', 'MO', 'person', 'refused'],
    ['S1-17', 'TW', 'organisation', 'refused'],
    ['S1-18', 'TW', 'person', 'refused'],
    ['S1-19', 'FR', 'organisation', 'refused'],
    ['S1-20', 'FR', 'person', 'refused'],
  ])('on the China site under the four suffixes of S1-11 (%s): %s %s is %s', (_, region, holderType, verdict) => {
    for (const suffix of ['cn', '中国', '公司', '网络'])
      expect(verdictOf({ label: '山月茶', suffix, site: 'china', region, holderType })).toBe(verdict)
  })

  it.each(['CN', 'HK', 'MO', 'TW', 'FR'])('on the international site everyone (S1-21…S1-25): %s', (region) => {
    for (const holderType of ['person', 'organisation'])
      expect(rulesOf({ name: '山月茶.cn', site: 'international', region, holderType })).toEqual([])
  })

  it('says which site to go to, by which rule, since when (S1-14)', () => {
    const facts = { name: '山月茶.cn', site: 'china', region: 'HK', holderType: 'person' }
    expect(explainNames(facts, day).findings).toMatchObject([
      {
        rule: 'CN-REGION-01',
        remedy: { zh: '建议前往国际站注册' },
        source: { date: '2021-01-19' },
        from: '2021-01-19',
      },
    ])
  })

  it('can be asked without a label, for a table of suffixes (S0-11, S1-11…S1-25, S1-42, S1-44)', () => {
    const found = (suffix: string, region: string, holderType: 'person' | 'organisation') =>
      holderFindings(suffix, { site: 'china', region, holderType }, day).map(({ rule }) => rule)
    expect(found('cn', 'CN', 'person')).toEqual([])
    expect(found('cn', 'TW', 'person')).toEqual(['CN-REGION-01'])
    expect(found('com', 'TW', 'person')).toEqual([])
    expect(found('gov.cn', 'CN', 'person')).toEqual(['GOV-HOLDER-01'])
    expect(found('gov.cn', 'CN', 'organisation')).toEqual([])
    expect(found('hk', 'HK', 'organisation')).toEqual(['HK-RENEW-01'])
    expect(found('com.hk', 'CN', 'organisation')).toEqual(['HK-RENEW-01', 'HK-HOLDER-01'])
  })

  it('does not pass off as allowed what hangs on a fact that is not stated', () => {
    expect(verdictOf({ name: '山月茶.cn', site: 'china', region: 'HK' })).toBe('unknown')
    expect(verdictOf({ name: '山月茶.cn', site: 'china', region: 'TW' })).toBe('refused')
    expect(verdictOf({ name: '山月茶.cn', site: 'china', holderType: 'person' })).toBe('unknown')
    expect(verdictOf({ name: '山月茶.cn', region: 'CN' })).toBe('allowed')
    expect(verdictOf({ name: '山月茶.cn', region: 'HK', holderType: 'organisation' })).toBe('allowed')
  })

  it.each([
    ['a suffix that nobody knows', { name: 'abc.test-unknown' }, 'SUFFIX-KNOWN-01'],
    ['no suffix', { label: 'abc', suffix: '' }, 'SUFFIX-NONE-01'],
    ['.edu.cn, meant for schools', { name: 'abc.edu.cn', holderType: 'person' }, 'SUFFIX-HOLDER-01'],
    ['.com.hk without a holder (S1-44)', { name: 'abc.com.hk', operation: 'register' }, 'HK-HOLDER-01'],
    ['.hk without what is to be done (S1-42)', { name: 'abc.hk' }, 'HK-RENEW-01'],
    ['.gov.cn without the certificate (S1-144)', { name: 'abc.gov.cn', holderType: 'organisation' }, 'GOV-CERT-01'],
    ['.gov.cn without a holder (S1-145)', { name: 'abc.gov.cn' }, 'GOV-HOLDER-01'],
    ['no site (S1-18)', { name: '山月茶.cn', region: 'TW', holderType: 'person' }, 'CN-REGION-01'],
    ['no holder (S1-12)', { name: '山月茶.cn', site: 'china' }, 'CN-REGION-01'],
  ])('answers unknown, and never allowed: %s', (_, facts, rule) => {
    const { findings } = explainNames(facts, day)
    expect(findings.find((finding) => finding.rule === rule)?.severity).toBe('unknown')
    expect(verdictOf(facts)).not.toBe('allowed')
  })

  it('names the rules that were not asked, where nothing of the holder is stated', () => {
    const { verdict, findings, notAsked } = explainNames({ name: '山月茶.cn' }, day)
    expect([verdict, findings, notAsked]).toEqual(['allowed', [], ['CN-REGION-01']])
    expect(explainNames({ name: '山月茶.cn', ...here }, day).notAsked).toEqual([])
  })

  it('other suffixes and sites are left alone (S1-11)', () => {
    expect(rulesOf({ name: '山月茶.com', site: 'china', region: 'TW', holderType: 'person' })).toEqual([])
  })

  it('takes government organs of class 3 only under .gov.cn (S0-11, S1-144…S1-146, S1-152, S1-154, S1-156)', () => {
    const gov = { name: 'shanyue.gov.cn', holderType: 'organisation', certificate: { kind: 'ORG', unit: '机关法人' } }
    expect(rulesOf({ ...gov, govClass: 3 })).toEqual(['GOV-CLASS-02'])
    expect(verdictOf({ ...gov, govClass: 3 })).toBe('allowed')
    expect(rulesOf({ ...gov, govClass: 1 })).toEqual(['GOV-CLASS-01'])
    expect(rulesOf({ ...gov, holderType: 'person' })).toContain('GOV-HOLDER-01')
    expect(verdictOf({ name: 'shanyue.gov.cn', certificate: { kind: 'ORG' } })).toBe('unknown')
  })

  it('second-level .hk names are open to everyone without proof (S1-43), third-level ones to Hong Kong organisations (S1-44)', () => {
    for (const region of ['CN', 'HK', 'FR'])
      for (const holderType of ['person', 'organisation'])
        expect(rulesOf({ name: 'shanyue.hk', region, holderType, operation: 'register' })).toEqual(elsewhere)
    const third = { name: 'shanyue.com.hk', operation: 'register' }
    expect(rulesOf({ ...third, region: 'HK', holderType: 'organisation' })).toEqual(elsewhere)
    expect(rulesOf({ ...third, region: 'HK', holderType: 'person' })).toEqual([
      'HK-RENEW-01',
      'HK-HOLDER-01',
      'HK-RESERVED-01',
    ])
  })

  it('.hk is renewed here and registered elsewhere (S1-42)', () => {
    expect(rulesOf({ name: 'shanyue.hk', operation: 'renew' })).toEqual([])
    expect(explainNames({ name: 'shanyue.hk', operation: 'register' }, day).findings[0]?.remedy.zh).toContain(
      '香港域名注册有限公司',
    )
  })

  it('personal names belong to the person on the ID card (S1-115…S1-119, S1-122)', () => {
    const personal = { name: '设计师张三博士.姓名.网址', holderType: 'person', region: 'CN' }
    expect(rulesOf({ ...personal, holderName: '张三', certificate: { kind: 'SFZ' } })).toEqual([])
    const unnamed = explainNames({ ...personal, certificate: { kind: 'SFZ' } }, day)
    expect([unnamed.verdict, unnamed.findings.map(({ rule }) => rule)]).toEqual(['unknown', ['PERSON-NAME-01']])
    expect(rulesOf({ ...personal, name: '张三.姓名.网址', holderName: '张三', certificate: { kind: 'SFZ' } })).toEqual(
      [],
    )
    expect(verdictOf({ ...personal, holderName: '张三' })).toBe('unknown')
  })
})

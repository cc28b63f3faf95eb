import { describe, expect, it } from 'vitest'
import { checkFiledSubject, checkSite } from '../check-filing.ts'
import { termOf } from '../deadlines/finding-terms.ts'
import { explainFiling } from '../explain/filing-topic.ts'
import type { SiteFacts } from '../facts/subject-shape.ts'
import { provinces } from '../provinces/province-facts.ts'

const zhejiang = { day: '2026-11-24', province: '330000' }
const kept: SiteFacts = {
  domain: 'shanyue.cn',
  domainExpiresOn: '2027-11-20',
  domainGone: false,
  holder: 'subject',
  accessLeft: true,
  phonesConfirmedOn: '2026-05-01',
}
const rulesOf = (changes: Partial<SiteFacts>, place = zhejiang) =>
  checkSite({ ...kept, ...changes }, place).map(({ rule }) => rule)

describe('what is filed', () => {
  it('has nothing against it while its domain, holder, access and telephones are as they were', () => {
    expect(rulesOf({})).toEqual([])
    // Nothing is found where nothing is known.
    expect(checkSite({ domain: 'shanyue.cn' }, zhejiang)).toEqual([])
  })

  it('is found when its domain ends, has ended, or is gone', () => {
    expect(rulesOf({ domainExpiresOn: '2026-11-24' })).toEqual(['SITE-DOMAIN-02'])
    expect(rulesOf({ domainExpiresOn: '2026-12-24' })).toEqual(['SITE-DOMAIN-02'])
    expect(rulesOf({ domainExpiresOn: '2026-12-25' })).toEqual([])
    expect(rulesOf({ domainExpiresOn: '2026-11-23' })).toEqual(['SITE-DOMAIN-01'])
    // On its last day its hour may be over.
    expect(rulesOf({ domainExpiresOn: '2026-11-24', domainEnded: true })).toEqual(['SITE-DOMAIN-01'])
    expect(rulesOf({ domainExpiresOn: '2026-12-01', domainRenewsItself: true })).toEqual([])
    expect(rulesOf({ domainExpiresOn: '2026-11-23', domainGone: true })).toEqual(['SITE-DOMAIN-03'])
  })

  it('is found when another holds its domain; of a legal representative it is not known in provinces that take one', () => {
    expect(rulesOf({ holder: 'organisation' })).toEqual(['SITE-HOLDER-01'])
    expect(rulesOf({ holder: 'person' })).toEqual(['SITE-HOLDER-01'])
    const taking = provinces
      .map(({ code }) => ({ ...zhejiang, province: code }))
      .filter((place) => !rulesOf({ holder: 'person' }, place).includes('SITE-HOLDER-01'))
    expect(taking.length).toBeGreaterThan(0)
    for (const place of taking) expect(rulesOf({ holder: 'organisation' }, place)).toContain('SITE-HOLDER-01')
    expect(rulesOf({ holder: 'organisation' }, { ...zhejiang, day: '2017-12-31' })).toEqual([])
  })

  it('is found without an access, without a word about its telephones for a year, and as a subject without services', () => {
    expect(rulesOf({ accessLeft: false })).toEqual(['SITE-ACCESS-01'])
    expect(rulesOf({ phonesConfirmedOn: '2025-11-24' })).toEqual([])
    expect(rulesOf({ phonesConfirmedOn: '2025-11-23' })).toEqual(['SITE-PHONE-01'])
    expect(checkFiledSubject(0, zhejiang).map(({ rule }) => rule)).toEqual(['RECORD-EMPTY-01'])
    expect(checkFiledSubject(1, zhejiang)).toEqual([])
  })

  it('is explained as it is found', () => {
    const site = { ...kept, holder: 'organisation', accessLeft: false } as const
    const { findings } = explainFiling({ province: '浙江省', sites: [site] }, zhejiang.day)
    expect(findings.map(({ field, ...rest }) => ({ ...rest, field: field.replace('sites.0.', '') }))).toEqual(
      expect.arrayContaining([...checkSite(site, zhejiang)]),
    )
  })
})

describe('until when it is put right', () => {
  it('is the stricter of two terms for what is not true any more, and the domain’s own day for one that ends (S2-42)', () => {
    expect(termOf('changed', '2026-11-24')).toMatchObject({ on: '2026-12-08', turn: 'you', sure: true })
    expect(termOf('SITE-HOLDER-01', '2026-11-24').on).toBe('2026-12-08')
    // Before the newer source the older one alone is known.
    expect(termOf('changed', '2019-06-03').on).toBe('2019-07-03')
    expect(termOf('SITE-DOMAIN-02', '2026-11-24', { ...kept, domainExpiresOn: '2026-12-01' }).on).toBe('2026-12-01')
    expect(termOf('opened', '2026-11-24').on).toBe('2026-12-24')
  })

  it('says that it is our own where no source sets one', () => {
    expect(termOf('SITE-FOOTER-01', '2026-11-24')).toMatchObject({ on: '2026-12-08', source: null })
    expect(termOf('SITE-PHONE-01', '2026-11-24')).toMatchObject({ on: '2026-12-24', source: null })
    expect(termOf('changed', '2026-11-24').source?.section).toContain('10个工作日')
  })

  it('says so where the calendar of the year is not out', () => {
    expect(termOf('SITE-HOLDER-01', '2026-12-25').sure).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { provinces } from '../provinces/province-facts.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }
import { productNeeds, smsWindow, verificationWays } from './national-figures.ts'
import { smsTargets } from './sms-targets.ts'

const rulesOf = (changes: Readonly<Record<string, unknown>>) =>
  explainFiling(changed(drafts.company, changes), '2026-11-24').findings.map(({ rule }) => rule)

describe('the check by SMS', () => {
  it('grew from seven provinces to all, and from 48 hours to 24 (S2-25, S3-68, S3-72)', () => {
    const count = (day: string) => provinces.filter(({ code }) => smsWindow(code, day) !== undefined).length
    expect(['2017-12-17', '2017-12-18', '2018-09-10', '2018-09-24', '2020-08-16', '2020-08-17'].map(count)).toEqual([
      0, 7, 14, 22, 22, 31,
    ])
    expect([smsWindow('120000', '2020-08-16')?.hours, smsWindow('120000', '2020-08-17')?.hours]).toEqual([48, 24])
    expect(smsWindow('330000', '2018-06-01')).toBeUndefined()
  })

  it('returns the order after its hours, and at the sixth wrong code (S3-74)', () => {
    const sms = (facts: object, day: string, province = '天津市') => rulesOf({ sms: facts, day, province })
    expect(sms({ hoursSince: 40, state: 'waiting' }, '2019-06-03')).not.toContain('SMS-TIME-01')
    expect(sms({ hoursSince: 49, state: 'waiting' }, '2019-06-03')).toContain('SMS-TIME-01')
    expect(sms({ hoursSince: 25, state: 'waiting' }, '2026-11-24')).toContain('SMS-TIME-01')
    expect(sms({ hoursSince: 25, state: 'verified' }, '2026-11-24')).not.toContain('SMS-TIME-01')
    expect(sms({ wrongCodes: 5, state: 'waiting' }, '2026-11-24')).not.toContain('SMS-CODES-01')
    expect(sms({ wrongCodes: 6, state: 'waiting' }, '2026-11-24')).toContain('SMS-CODES-01')
    expect(sms({ wrongCodes: 3, state: 'waiting' }, '2026-11-24')).toContain('SMS-CODES-02')
  })

  it('goes to the principal whom the type names, and to nobody at the end of an access', () => {
    expect(smsTargets('cancel-access')).toEqual([])
    expect(smsTargets('new-access')).toEqual(['service-principal'])
    expect(smsTargets('first')).toHaveLength(2)
  })
})

describe('how a principal is verified', () => {
  it('was the curtain or the App in 2018, and is the face now; Shanghai has its own (S2-24, S3-51, S3-59, S3-60)', () => {
    expect(verificationWays('330000', '2018-06-01')).toEqual(['curtain'])
    for (const code of ['440000', '500000', '210000', '340000', '350000'])
      expect(verificationWays(code, '2018-06-01')).toEqual(['app-photo'])
    expect(verificationWays('330000', '2026-11-24')).toEqual(['face', 'video'])
    expect(rulesOf({ verification: { way: 'curtain' } })).toContain('CHECK-WAY-01')
    expect(rulesOf({ verification: { way: 'curtain' }, day: '2019-10-08' })).not.toContain('CHECK-WAY-01')
    expect(rulesOf({ province: '上海市', verification: { way: 'face' } })).toContain('P31-VERIFICATION-01')
    expect(rulesOf({ province: '上海市', verification: { way: 'bureau-app' } })).not.toContain('P31-VERIFICATION-01')
  })

  it('refuses red and blue, other persons, and a curtain that does not fill the picture (S3-63…S3-66)', () => {
    const check = (facts: object) => rulesOf({ day: '2019-10-08', verification: { way: 'curtain', ...facts } })
    expect(check({ clothes: 'red' })).toContain('CHECK-CLOTHES-01')
    expect(check({ clothes: 'blue' })).toContain('CHECK-CLOTHES-01')
    expect(check({ clothes: 'other' })).not.toContain('CHECK-CLOTHES-01')
    expect(check({ person: 'other' })).toContain('CHECK-PERSON-01')
    expect(check({ background: 'white' })).toContain('CHECK-BACKGROUND-01')
    expect(check({ curtainText: 'unclear' })).toContain('CHECK-CURTAIN-01')
    expect(check({ pose: 'off-centre' })).toContain('CHECK-POSE-01')
  })
})

describe('servers that may file', () => {
  const server = (facts: object, day = '2026-11-24') =>
    rulesOf({ day, servers: [{ region: 'mainland', publicIp: true, billing: 'prepaid', ...facts }] })

  it('are prepaid for three months with a public address, of the mainland (S3-10, S3-11, S3-12)', () => {
    expect(server({ product: 'cloud-server', months: 3 })).toEqual([])
    expect(server({ product: 'cloud-server', months: 2 })).toEqual(['SERVER-MONTHS-01'])
    expect(server({ product: 'cloud-server', months: 3, publicIp: false })).toEqual(['SERVER-IP-01'])
    expect(server({ product: 'cloud-server', months: 3, billing: 'pay-as-you-go' })).toEqual(['SERVER-BILLING-01'])
    expect(server({ product: 'cloud-server', months: 3, region: 'abroad' })).toContain('SERVER-REGION-01')
    expect(productNeeds('light-server', '2018-05-20')).toBeUndefined()
    expect(productNeeds('light-server', '2018-05-21')?.months).toBe(3)
  })

  it('have figures of their own by product (S3-13, S3-14, S3-15)', () => {
    expect(server({ product: 'site-builder', months: 12, fen: 9_899 })).toEqual(['SERVER-AMOUNT-01'])
    expect(server({ product: 'site-builder', months: 12, fen: 9_900 })).toEqual([])
    expect(server({ product: 'elastic-hosting', months: 5 })).toEqual(['SERVER-MONTHS-01'])
    expect(server({ product: 'elastic-hosting', months: 6 })).toEqual([])
    expect(server({ product: 'virtual-host' })).toEqual([])
    expect([
      productNeeds('nat-gateway', '2025-12-30')?.months,
      productNeeds('nat-gateway', '2025-12-31')?.months,
    ]).toEqual([1, 3])
  })

  it('give service numbers that never come back (S3-30, S3-31)', () => {
    expect(server({ product: 'site-builder', months: 12, fen: 9_900, numbersUsed: 1 })).toEqual(['SERVER-NUMBER-02'])
    expect(server({ product: 'cloud-server', months: 3, numbersUsed: 4 })).toEqual([])
    expect(server({ product: 'cloud-server', months: 3, serviceNumber: 'expired' })).toEqual(['SERVER-NUMBER-01'])
    expect(server({ product: 'cloud-server', months: 3, owner: 'other' })).toEqual(['SERVER-OWNER-01'])
    expect(server({ product: 'cloud-server', months: 3, owner: 'other', givenTo: true })).toEqual([])
  })

  it('need no filing abroad, which is an advice and no refusal of the site (S2-38)', () => {
    const finding = explainFiling({ servers: [{ region: 'abroad' }] }, '2026-11-24').findings.find(
      ({ rule }) => rule === 'SERVER-REGION-02',
    )
    expect(finding?.severity).toBe('advise')
  })
})

describe('several domains of one site', () => {
  it('were possible until 2019-04-21, and are not since (S3-39)', () => {
    const two = (day: string) => rulesOf({ day, 'services.0.domains': ['shanyue.cn', 'shanyue.com'] })
    expect(two('2019-04-21')).toContain('SITE-DOMAINS-02')
    expect(two('2019-04-21')).not.toContain('SITE-DOMAINS-01')
    expect(two('2019-04-22')).toContain('SITE-DOMAINS-01')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provinces } from '../provinces/province-facts.ts'
import { explainFiling, filingTopic } from './filing-topic.ts'

const day = '2026-11-24'
const domain = {
  name: 'shanyue.cn',
  suffixApproved: true,
  registrarApproved: true,
  site: 'china',
  holder: {
    type: 'organisation',
    name: '杭州山月茶业有限公司',
    kind: 'business-licence',
    number: '91330106MA2KJ0000U',
  },
  verified: 'verified',
  verifiedOn: '2026-11-10',
  knownToMinistry: true,
  expiresOn: '2028-11-20',
  open: false,
  filed: false,
}
const subject = {
  region: { province: '浙江省', city: '杭州市' },
  nature: 'enterprise',
  name: '杭州山月茶业有限公司',
  certificate: { kind: 'business-licence', number: '91330106MA2KJ0000U' },
}
const about = (changed: object, on = day) =>
  explainFiling({ subject, record: { filed: false }, domains: [{ ...domain, ...changed }] }, on)
const rulesOf = (changed: object, on = day) => about(changed, on).findings.map(({ rule }) => rule)

describe('who files', () => {
  it('has a nature before anything is submitted: no bureau has a code for none', () => {
    const { nature: _, ...without } = subject
    const said = (stated: object) =>
      explainFiling({ subject: stated, check: 'before-submission', record: { filed: false }, domains: [domain] }, day)
        .findings.filter(({ field }) => field === 'subject.nature')
        .map(({ rule, severity }) => [rule, severity])
    expect(said(without)).toEqual([['SUBJECT-NATURE-03', 'refuse']])
    expect(said(subject)).toEqual([])
    expect(about({}).findings).toEqual([])
  })
})

describe('the domain of a filing', () => {
  it('passes when nothing stands against it, wherever it is registered (S3-16)', () => {
    expect(about({})).toMatchObject({ verdict: 'allowed', findings: [], type: { type: 'first' } })
  })

  it.each([
    ['an approved suffix (S3-18)', { suffixApproved: false }, 'DOMAIN-SUFFIX-01'],
    ['an approved registrar (S3-17)', { registrarApproved: false }, 'DOMAIN-REGISTRAR-01'],
    ['a registrar of the mainland (S1-175, S1-176)', { site: 'international' }, 'DOMAIN-SITE-01'],
    ['validity (S3-19)', { expiresOn: '2026-11-23' }, 'DOMAIN-VALID-01'],
    ['a verified holder (S1-173, S3-20)', { verified: 'unverified' }, 'DOMAIN-IDENTITY-01'],
    ['a name that does not open yet', { open: true }, 'DOMAIN-OPEN-01'],
    ['letters without unlawful words (S2-36)', { name: '博彩.cn' }, 'DOMAIN-WORD-02'],
  ])('needs %s', (_, changed, rule) => {
    expect(rulesOf(changed)).toContain(rule)
    expect(about(changed).verdict).toBe('refused')
  })

  it('belongs to the subject in name, kind and number, byte for byte (S3-20)', () => {
    const holder = (changed: object) => rulesOf({ holder: { ...domain.holder, ...changed } })
    expect(holder({ name: '杭州山月茶业有限公司 ' })).toEqual(['HOLDER-NAME-01'])
    expect(holder({ kind: 'organisation-code' })).toEqual(['HOLDER-KIND-01'])
    expect(holder({ number: '91330106ma2kj0000u' })).toEqual(['HOLDER-NUMBER-01'])
    expect(holder({ type: 'person' })).toEqual(['HOLDER-TYPE-01'])
  })

  it('waits until the ministry knows it: three full working days, or its acknowledgement', () => {
    const verified = (verifiedOn: string, known?: boolean) =>
      about({ verifiedOn, knownToMinistry: known ?? null, ...(known === undefined ? {} : { knownToMinistry: known }) })
    expect(
      explainFiling({ domains: [{ name: 'a.cn', verified: 'verified', verifiedOn: '2026-11-20' }] }, day).findings,
    ).toMatchObject([{ rule: 'DOMAIN-KNOWN-01', remedy: { zh: expect.stringContaining('2026-11-25') } }])
    expect(verified('2026-11-24', true).verdict).toBe('allowed')
    expect(rulesOf({ verifiedOn: '2026-11-24', knownToMinistry: false })).toEqual(['DOMAIN-KNOWN-01'])
  })

  it('is not known where nothing was said, and that neither refuses nor allows', () => {
    const facts = { subject, record: { filed: false }, domains: [{ name: 'shanyue.cn', filed: false }] }
    expect(explainFiling(facts, day).verdict).toBe('allowed')
    expect(explainFiling({ ...facts, check: 'before-submission' }, day)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'DOMAIN-SUFFIX-01', severity: 'unknown' })]),
    })
  })

  it('needs more time in a province that says so, from the day of its source on', () => {
    expect(rulesOf({ expiresOn: '2027-02-10' })).toEqual(['P33-DOMAIN-VALIDITY-01'])
    expect(rulesOf({ expiresOn: '2020-02-10' }, '2019-12-20')).toEqual([])
    expect(rulesOf({ expiresOn: '2027-01-01' })).toEqual(['DOMAIN-VALID-03', 'P33-DOMAIN-VALIDITY-01'])
  })
})

describe('the topic filing', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (stated) => {
        expect(['bad-facts', 'allowed', 'unknown', 'refused']).toContain(explainFiling(stated, day).verdict)
      }),
    )
  })

  it('says each thing in both languages, with a source and what to do', () => {
    for (const rule of filingTopic.rules) {
      const { message, remedy, source } = filingTopic.wording(rule)
      for (const words of [message, remedy]) {
        expect([rule.id, words.zh]).toEqual([rule.id, expect.stringMatching(/[一-鿿]/)])
        expect([rule.id, words.en]).toEqual([rule.id, expect.stringMatching(/^[A-Z“…]/)])
      }
      expect(source.document).not.toBe('')
    }
  })

  it('knows a province by its name, its code and the character of its numbers', () => {
    for (const province of ['浙江省', '浙江', '浙', '330000', '33'])
      expect(explainFiling({ province }, day).read).toEqual({ province: '浙江省' })
    expect(explainFiling({ province: '火星' }, day).read).toEqual({ province: null })
  })
})

describe('days of which too little is known', () => {
  it('are answered with “not known”, never with a pass', () => {
    expect(explainFiling({}, '2018-05-20')).toMatchObject({
      verdict: 'unknown',
      findings: [{ rule: 'FILING-HISTORY-01', severity: 'unknown' }],
    })
    expect(explainFiling({}, '2018-05-21').verdict).toBe('allowed')
  })
})

describe('the verification form (S3-23)', () => {
  it('was wanted of everybody, and is advised since its newest source', () => {
    const order = {
      subject: { nature: 'person' },
      record: { filed: false },
      domains: [{ name: 'a.cn', filed: false }],
      papers: [],
    }
    const severityOn = (on: string) =>
      explainFiling(order, on).findings.find(({ rule }) => rule.startsWith('FORM-MISSING'))?.severity
    expect([severityOn('2019-10-08'), severityOn('2025-12-30'), severityOn(day)]).toEqual([
      'refuse',
      'refuse',
      'advise',
    ])
  })
})

describe('whose rules they are', () => {
  it('is told with the bureau’s own site and the ministry’s system, for each of the 31 provinces (S3-09)', () => {
    expect(explainFiling({ province: '浙江省' }, day).bureau).toEqual({
      name: { zh: '浙江省通信管理局', en: 'Zhejiang Communications Administration' },
      site: 'https://zjca.miit.gov.cn/',
      system: 'https://beian.miit.gov.cn/',
    })
    expect(explainFiling({}, day).bureau).toBeNull()
    const sites = new Set(provinces.map(({ code }) => explainFiling({ province: code }, day).bureau?.site))
    expect(sites.size).toBe(31)
    for (const site of sites) expect(site).toMatch(/^https:\/\/[a-z]+ca\.miit\.gov\.cn\/$/)
  })
})

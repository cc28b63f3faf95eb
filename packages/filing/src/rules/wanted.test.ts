import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { paperKinds } from '../model/papers.ts'
import { preApprovalTypes } from '../model/service.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }

const day = '2026-11-24'
const found = (base: keyof typeof drafts, changes: Readonly<Record<string, unknown>> = {}) =>
  explainFiling(changed(drafts[base], changes), day).findings.map(({ rule }) => rule)
const of = (province: string) => ({ province, 'subject.region': { province } })
const without = (base: keyof typeof drafts, ...kinds: string[]) => ({
  papers: drafts[base].papers.filter(({ kind }) => !kinds.includes(kind)),
})
const lacking = (base: keyof typeof drafts, ...kinds: string[]) =>
  explainFiling(changed(drafts[base], without(base, ...kinds)), day).findings.find(
    ({ rule }) => rule === 'PAPER-MISSING-01',
  )?.message.en

describe('the papers of a filing', () => {
  it('of an organisation are its certificate and the principal’s paper (S2-09, S3-22)', () => {
    expect(found('company')).toEqual([])
    expect(lacking('company', 'subject-certificate', 'principal-back')).toBe(
      'Papers are missing: certificate of the subject, back of the principal’s paper',
    )
  })

  it('of a person are the person’s own, and a picture with it in hand can be handed in (S2-10, S3-21)', () => {
    expect(found('person')).toEqual([])
    expect(lacking('person', 'principal-front')).toBe('Papers are missing: front of the principal’s paper')
    expect(paperKinds).toContain('handheld-person')
    const papers = [...drafts.person.papers, { kind: 'handheld-person', type: 'jpg', bytes: 300_000, faults: [] }]
    expect(found('person', { papers })).toEqual([])
    expect(found('person', { papers: papers.map((paper) => ({ ...paper, faults: ['unclear'] })) })).toContain(
      'PAPER-CLEAR-01',
    )
  })

  it('are more where the bureau says so: domain certificate, authorisation, residence, site plan (S2-11, S2-12, S3-25)', () => {
    const certificate = { kind: 'domain-certificate', type: 'jpg', bytes: 300_000, faults: [] }
    expect(found('company', of('湖南省'))).toContain('P43-DOMAIN-CERTIFICATE-01')
    expect(found('company', { ...of('湖南省'), papers: [...drafts.company.papers, certificate] })).not.toContain(
      'P43-DOMAIN-CERTIFICATE-01',
    )
    const deputy = { ...of('安徽省'), 'subject.principal.legalRepresentative': false }
    expect(found('company', deputy)).toContain('P34-SUBJECT-PRINCIPAL-01-LETTER')
    expect(found('company', of('安徽省'))).not.toContain('P34-SUBJECT-PRINCIPAL-01-LETTER')
    const permit = (endsOn: string) => ({ ...of('上海市'), 'papers.2': { kind: 'residence', endsOn } })
    expect(found('person', permit('2026-12-01'))).toContain('P31-NON-LOCAL-PERSON-01-PERMIT')
    expect(found('person', permit('2028-12-01'))).not.toContain('P31-NON-LOCAL-PERSON-01-PERMIT')
    const sites = (serviceCount: number) => found('company', { ...of('上海市'), 'record.serviceCount': serviceCount })
    expect([sites(28), sites(29)].map((rules) => rules.includes('P31-BUILD-PLAN-01-PLAN'))).toEqual([false, true])
  })

  it('are no contract of the server where it is one of this platform; of another one it can be handed in (S2-13)', () => {
    expect(found('company')).toEqual([])
    expect(drafts.company.papers.map(({ kind }) => kind)).not.toContain('rental-contract')
    expect(paperKinds).toContain('rental-contract')
  })

  it('say what is stated: another name or number on them is found (S2-22)', () => {
    const read = (more: object) => ({ 'papers.0': { ...drafts.company.papers[0], ...more } })
    expect(found('company', read({ readName: '杭州山月茶业有限公司', readNumber: '91330106MA2KJ0000U' }))).toEqual([])
    expect(found('company', read({ readName: '杭州山月文化有限公司' }))).toContain('PAPER-READ-01')
    expect(found('company', read({ readNumber: '91330106MA2KJ0001S' }))).toContain('PAPER-READ-01')
  })

  it('include the verification form of the province; one of another province or from elsewhere is refused (S3-24)', () => {
    const form = (province: string) => ({ 'papers.3': { ...drafts.company.papers[3], form: province } })
    expect(found('company', form('浙江省'))).toEqual([])
    expect(found('company', form('江苏省'))).toContain('FORM-PROVINCE-01')
  })
})

describe('content that another authority approves first (S2-15, S3-40, S3-42)', () => {
  const approvals = (...list: object[]) => found('company', { 'services.0.preApprovals': list })

  it('is asked about only where it is chosen, and then with its document', () => {
    expect(approvals()).toEqual([])
    expect(approvals({ type: 'news', number: '浙新字1号' })).toContain('PREAPPROVAL-01')
    expect(approvals({ type: 'news', number: '浙新字1号', file: 'a' })).toEqual([])
  })

  it('is of a listed class; those that need none any more say so (S3-41)', () => {
    const listed = ['news', 'publishing', 'culture', 'radio-film-tv', 'drugs-and-devices', 'ride-hailing'] as const
    const ended = ['education', 'health-care', 'bulletin-board'] as const
    for (const type of [...listed, ...ended]) expect(preApprovalTypes).toContain(type)
    const said = (type: string) => approvals({ type, number: '1', file: 'a' })
    for (const type of listed) expect([type, said(type)]).toEqual([type, []])
    for (const type of ended) expect([type, said(type)]).toEqual([type, ['PREAPPROVAL-06']])
  })
})

describe('who and what is stated', () => {
  it('has the nature that its certificate has: a person files a personal site (S3-28)', () => {
    expect(found('company', { 'subject.nature': 'foundation' })).toContain('SUBJECT-NATURE-01')
    expect(found('person', { 'services.0.content': 'shop' })).toContain('CONTENT-NATURE-01')
  })

  it('gives a site a name that its bureau takes; a person’s is held against more words, by province (S3-38)', () => {
    const named = (base: keyof typeof drafts, name: string, province = '浙江省') =>
      found(base, { ...of(province), 'services.0.name': name }).filter((rule) => rule.includes('SITE-NAME'))
    expect(named('company', '山月茶业官网')).toEqual([])
    expect(named('person', '山月茶事官网')).toContain('P33-SITE-NAME-BANNED-WORDS-01')
    expect(named('person', '山月茶事官网', '重庆市')).not.toContain('P33-SITE-NAME-BANNED-WORDS-01')
    expect(named('company', '123456')).not.toEqual([])
  })

  it('names the principal of the site with paper and telephone, another one than the subject’s where there is one (S2-14, S3-44)', () => {
    const other = {
      name: '李四',
      certificate: { kind: 'cn-resident-id', number: '110105199001010029', endsOn: '2036-01-01' },
      phone: '13700000000',
      emergencyPhone: '13600000000',
      email: 'li@shanyue.cn',
    }
    const fields = (principal: object) =>
      explainFiling(changed(drafts.company, { 'services.0.principal': principal }), day)
        .findings.filter(({ severity }) => severity === 'refuse')
        .map(({ field }) => field)
    expect(fields(other)).toEqual([])
    expect(fields({ ...other, certificate: { ...other.certificate, number: '110105199001010020' } })).toContainEqual(
      expect.stringMatching(/^services\.0\.principal\.certificate/),
    )
    expect(fields({ ...other, phone: '1370000' })).toContainEqual(
      expect.stringMatching(/^services\.0\.principal\.phone/),
    )
  })

  it('is a server of this platform: a site is filed through whoever provides its server (S3-01)', () => {
    expect(found('company', { servers: [], check: 'before-submission' })).toContain('SERVER-NONE-01')
    expect(found('company', { 'services.0.access.0.ipReported': 'other' })).toContain('ACCESS-IP-04')
  })
})

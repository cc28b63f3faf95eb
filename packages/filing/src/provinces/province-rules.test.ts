import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }
import { factTexts } from './hints.ts'
import { factsOf, provinceIn, provinceNamed, provinces } from './province-facts.ts'
import { provinceRules, rulesOf } from './province-rules.ts'

const day = '2026-11-24'
const inProvince = (
  name: string,
  changes: Readonly<Record<string, unknown>> = {},
  base: keyof typeof drafts = 'company',
) =>
  explainFiling(
    changed(drafts[base], {
      province: name,
      'subject.region': { province: name },
      'subject.certificate.address': `${name}新城市文三路1号`,
      'subject.correspondenceAddress': `${name}新城市文三路1号`,
      ...changes,
    }),
    day,
  )
const found = (...args: Parameters<typeof inProvince>) =>
  inProvince(...args).findings.flatMap(({ rule }) => (/^P\d\d-/.test(rule) ? rule : []))

describe('the rules of 31 provinces', () => {
  it('have a rule or a text for each of the 331 facts, with its source and its day (S3-08, S3-27)', () => {
    expect(provinces).toHaveLength(31)
    const facts = provinces.flatMap((province) => province.facts.map((fact) => ({ province, fact })))
    expect(facts).toHaveLength(331)
    for (const { province, fact } of facts) {
      const checked = provinceRules(province.code).filter(({ id }) => id === fact.id || id.startsWith(`${fact.id}-`))
      const texts = factTexts(province.code).filter(({ rule }) => rule === fact.id)
      const permits = fact.params.mode === 'allowed'
      expect([fact.id, checked.length + texts.length > 0 || permits]).toEqual([fact.id, true])
      expect(fact.sources.length).toBeGreaterThan(0)
      expect(fact.from).toMatch(/^20\d\d-\d\d-\d\d$/)
      for (const rule of checked) expect(rule.scope).toBe(`province:${province.name}`)
    }
  })

  it('are those of the day: 2018, 2019, and now', () => {
    const ids = (name: string, on: string) => rulesOf(name, on).map(({ id }) => id)
    expect(ids('海南', '2019-10-01')).toContain('P46-SUBJECT-PRINCIPAL-02')
    expect(ids('海南', '2019-10-01')).not.toContain('P46-SUBJECT-PRINCIPAL-01-LETTER')
    expect(ids('海南', day)).toContain('P46-SUBJECT-PRINCIPAL-01-LETTER')
    expect(ids('海南', day)).not.toContain('P46-SUBJECT-PRINCIPAL-02')
    expect(ids('广东', '2021-06-20').filter((id) => id.startsWith('P44-PLEDGE'))).toEqual([])
    expect(ids('广东', '2021-06-21').filter((id) => id.startsWith('P44-PLEDGE')).length).toBeGreaterThan(0)
    expect(ids('火星', day)).toEqual([])
  })

  it('keep what only an old source says, and tell how old it is', () => {
    const rule = inProvince('重庆市', {}, 'person').findings.find(({ rule: id }) => id === 'P50-NON-LOCAL-PERSON-01')
    expect(rule).toMatchObject({ severity: 'refuse', source: { date: '2019-09' }, from: '2019-09-01' })
  })

  it('say where sources disagree', () => {
    expect(
      inProvince('宁夏回族自治区', {}, 'person').findings.find(({ rule }) => rule === 'P64-NON-LOCAL-PERSON-01')
        ?.message.zh,
    ).toContain('来源不一致')
    expect(provinces.flatMap(({ facts }) => facts.filter(({ conflict }) => conflict)).length).toBeGreaterThan(4)
  })

  it('differ: one draft passes in one province and not in another', () => {
    const delegated = { 'subject.principal.legalRepresentative': false, 'papers.3': { kind: 'authorisation' } }
    expect(found('安徽省', delegated)).toEqual([])
    expect(found('新疆维吾尔自治区', delegated)).toContain('P65-SUBJECT-PRINCIPAL-01')
    expect(found('天津市', {}, 'person')).not.toContain('P12-NON-LOCAL-PERSON-01')
    expect(found('上海市', {}, 'person')).toContain('P31-NON-LOCAL-PERSON-01')
  })

  it('know ages from the number, by the day: Fujian from 8 with a guardian, Zhejiang from 18', () => {
    const born2014 = '350102201401010023'
    const child = {
      'subject.certificate.number': born2014,
      'subject.principal.certificate.number': born2014,
      'domains.0.holder.number': born2014,
    }
    expect(found('福建省', child, 'person')).toEqual(['P35-MIN-AGE-02-GUARDIAN'])
    expect(found('福建省', { ...child, 'papers.2': { kind: 'guardian-papers' } }, 'person')).toEqual([])
    expect(found('浙江省', child, 'person')).toContain('P33-MIN-AGE-01')
  })

  it('count numbers of principals who are one or two (Hubei: two, four)', () => {
    const two = {
      'services.0.principal': {
        name: '李四',
        certificate: { kind: 'cn-resident-id', number: '110105199001010029' },
        phone: '13700000000',
        email: 'li@shanyue.cn',
      },
    }
    expect(found('湖北省', {})).not.toContain('P42-CONTACT-PHONES-01')
    expect(found('湖北省', two)).toContain('P42-CONTACT-PHONES-01')
    expect(found('湖北省', { ...two, 'services.0.principal.emergencyPhone': '13600000000' })).not.toContain(
      'P42-CONTACT-PHONES-01',
    )
  })

  it('are not known where no source was found, which is no verdict', () => {
    const answer = inProvince('西藏自治区')
    expect(answer.findings.filter(({ severity }) => severity !== 'advise')).toEqual([])
    expect(answer.verdict).toBe('allowed')
    expect(answer.notKnown.map(({ topic }) => topic)).toContain('siteName')
    expect(answer.notKnown.map(({ topic }) => topic)).not.toContain('minAge')
  })

  it('show as text what software cannot check', () => {
    const { hints } = inProvince('天津市')
    expect(hints).toContainEqual(
      expect.objectContaining({
        rule: 'P12-ADDRESS-01',
        text: expect.objectContaining({ zh: expect.stringContaining('滨海新区') }),
      }),
    )
    expect(hints.map(({ rule }) => rule)).not.toContain('P12-SUBJECT-CHANGE-01')
  })

  it('are found by any way of naming the province', () => {
    for (const name of ['北京市', '北京', '京', '110000', '11', 'Beijing'])
      expect(provinceNamed(name)?.code).toBe('110000')
    expect(provinceIn('内蒙古自治区呼和浩特市新城区1号')?.abbreviation).toBe('蒙')
    expect(provinceIn('西湖区文三路1号')).toBeUndefined()
    const beijing = provinceNamed('京')
    expect(beijing && factsOf(beijing, '2017-01-01')).toEqual([])
  })
})

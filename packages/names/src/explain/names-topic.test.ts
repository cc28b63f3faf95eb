import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holderFindings } from '../holder-findings.ts'
import { hanVariants } from '../variants/han-variants.ts'
import { nameKey } from '../variants/name-key.ts'
import { explainNames, namesTopic } from './names-topic.ts'

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

const orders = {
  id: 'OWN',
  severity: 'advise',
  note: { zh: '运营者的词', en: 'a word of the operator' },
  source: { document: '词表', section: '1' },
}

describe('protected words', () => {
  const association = { ...here, holderName: { zh: '中国律师协会' } }

  it('lets the body of that name have it, and nobody else (S1-53, S1-56, S1-57)', () => {
    const name = '中国律师协会.中国'
    expect(rulesOf({ name, ...association })).toEqual([])
    expect(rulesOf({ name, ...here, holderName: '北京律师协会' })).toEqual(['NAME-NATION-04'])
    expect(rulesOf({ name, ...here, holderType: 'person' })).toEqual(['NAME-NATION-04'])
  })

  it('compares the whole name, in simplified and traditional characters alike (S1-53, S1-57)', () => {
    const organisation = (holderName: string) => ({ ...here, holderName })
    expect(rulesOf({ name: '中國律師協會.中国', ...organisation('中国律师协会') })).toEqual([])
    expect(rulesOf({ name: '中国律师协会.中国', ...organisation('中國律師協會') })).toEqual([])
    expect(rulesOf({ name: '中国律师协会.中国', ...organisation('律师协会') })).toEqual(['NAME-NATION-04'])
    expect(rulesOf({ name: '中国山月茶业.中国', ...organisation('中國山月茶業集团有限公司') })).toEqual([])
  })

  it('a name that is only part of the other is left to the naming review, with an advice (S1-36, S1-57)', () => {
    const organisation = (holderName: string) => ({ ...here, holderName })
    expect(rulesOf({ name: '中国山月.中国', ...organisation('中国山月茶业集团有限公司') })).toEqual(['NAME-NATION-03'])
    expect(rulesOf({ name: '中国.com', ...organisation('中国某某公司') })).toEqual(['NAME-NATION-01'])
    expect(rulesOf({ name: '中国一.cn', ...organisation('中国一拖集团') })).toEqual(['NAME-NATION-03'])
    expect(rulesOf({ name: '中国移动.com', ...organisation('中国') })).toEqual(['NAME-NATION-01'])
    expect(rulesOf({ name: '中华人民共和国.公司', ...organisation('外交部') })).toEqual(['NAME-NATION-04'])
  })

  it('goes on with an advice while the holder is not known, naming the 5 days and the review (S1-53…S1-55)', () => {
    const { verdict, findings } = explainNames({ name: '中国律师协会.中国' }, day)
    expect(verdict).toBe('allowed')
    expect(findings).toMatchObject([{ rule: 'NAME-NATION-03', severity: 'advise' }])
    expect(findings[0]?.remedy.zh).toContain('5天内')
    expect(findings[0]?.message.zh).toContain('直接删除')
  })

  it('has two rules with two citations: containing, everywhere; beginning with, under the four (S1-36, S1-53)', () => {
    expect(rulesOf({ name: '中国茶.com' })).toEqual(['NAME-NATION-01'])
    expect(rulesOf({ name: '山月中国茶.cn' })).toEqual(['NAME-NATION-01'])
    expect(rulesOf({ name: '中国茶.cn' })).toEqual(['NAME-NATION-03'])
  })

  it.each([
    ['china-tea', true],
    ['chinatea', true],
    ['chinese-tea', true],
    ['national-tea', true],
    ['my-prc', true],
    ['machinatea', false],
    ['mychina', false],
    ['chinatown', false],
    ['international', false],
    ['nationality', false],
  ])('English words of the same meaning (S1-36, S1-41): %s → %s', (label, found) => {
    expect(rulesOf({ label, suffix: 'com' }).includes('NAME-NATION-01')).toBe(found)
  })

  it.each([
    ['mychina.cn', 'china'],
    ['lovechina.cn', 'china'],
    ['tea-inchina.com', 'china'],
    ['indochinachina.com', 'china'],
    ['nationalbank.com', 'national'],
    ['中-国律师.com', '中国'],
    ['山月-中-囯.com', '中囯'],
  ])(
    'an English word inside another, or one taken apart, is an advice and no more (S1-36, S1-41): %s',
    (name, word) => {
      for (const holderType of [undefined, 'person', 'organisation']) {
        const { verdict, findings } = explainNames(
          { name, site: 'international', region: 'CN', ...(holderType && { holderType }) },
          day,
        )
        const found = findings.find(({ rule }) => rule === 'NAME-NATION-05')
        expect([verdict, found?.severity]).toEqual(['allowed', 'advise'])
        expect(found?.message.zh).toContain(`“${word}”`)
      }
    },
  )

  it.each(['indochina.com', 'machinatea.com', 'chinatown.com', 'international.com', 'nationality.com', '美-国.com'])(
    'which another word is not: %s',
    (name) => {
      expect(rulesOf({ name })).toEqual([])
    },
  )

  it('finds every word in every form that is the same name, and shows it as it is written (S1-30, S1-36, S1-53, S2-36)', () => {
    const table = hanVariants()
    const formsOf = (word: string) =>
      [...word].flatMap((character, at) =>
        table
          .membersOf(character.codePointAt(0) ?? 0)
          .filter((point) => table.has(point))
          .map((point) => [...word].with(at, String.fromCodePoint(point)).join('')),
      )
    const list = { ...orders, words: ['测试词'] }
    const cases = ['中国', '国家', '中华', '全国', '银行', '保险', '政府', '赌博', '证券', '测试词']
    let forms = 0
    for (const word of cases)
      for (const form of formsOf(word))
        for (const suffix of ['cn', 'com', 'hk']) {
          forms++
          const asked = (label: string) =>
            explainNames({ label: `山月${label}`, suffix, operation: 'renew', consents: [], wordLists: [list] }, day)
          expect(asked(form).findings.map(({ rule }) => rule)).toEqual(asked(word).findings.map(({ rule }) => rule))
          for (const { message } of asked(form).findings) expect(message.zh).toContain(`“${form}”`)
        }
    expect(forms).toBeGreaterThan(80)
  })

  it('compares an English label with the English name of the holder (S1-41)', () => {
    const name = 'china-tea.com'
    expect(rulesOf({ name, holderType: 'organisation', holderName: { en: 'China Tea Ltd.' } })).toEqual([])
    expect(rulesOf({ name, holderType: 'organisation', holderName: { en: 'Shanyue Ltd.' } })).toEqual([
      'NAME-NATION-02',
    ])
    expect(rulesOf({ name, holderType: 'organisation', holderName: { zh: '中国茶' } })).toEqual(['NAME-NATION-01'])
  })

  it.each([
    ['mybank.hk', 'hkma', 'HK-BANK'],
    ['b-a-n-k.hk', 'hkma', 'HK-BANK'],
    ['山月銀行.hk', 'hkma', 'HK-BANK'],
    ['insurance.hk', 'ia', 'HK-INSURE'],
    ['山月保险.香港', 'ia', 'HK-INSURE'],
  ])('under .hk %s needs the consent of %s (S1-49, S1-50)', (name, authority, rule) => {
    const renewed = { name, operation: 'renew' }
    expect(rulesOf({ ...renewed, consents: [authority] })).toEqual([])
    expect(rulesOf({ ...renewed, consents: [] })).toEqual([`${rule}-01`])
    expect(rulesOf(renewed)).toEqual([`${rule}-02`])
    expect(verdictOf(renewed)).toBe('allowed')
  })

  it('cannot tell whether .hk has reserved a name (S1-52)', () => {
    const { findings } = explainNames({ name: 'shanyue.hk', operation: 'register' }, day)
    expect(findings.find(({ rule }) => rule === 'HK-RESERVED-01')?.severity).toBe('unknown')
  })

  it('advises about words that filing does not take, and about Chinese names (S2-36)', () => {
    expect(rulesOf({ name: '山月赌场.com' })).toEqual(['ORDER-GAMBLING'])
    const filing = { operation: 'filing', site: 'china' }
    expect(rulesOf({ name: '山月茶.com', ...filing })).toEqual(['FILING-LATIN-01'])
    expect(rulesOf({ name: 'shanyue.com', ...filing })).toEqual([])
  })

  it('refuses to file what was registered on the international site, and tells its buyer before (S1-175, S1-176)', () => {
    const name = { name: 'shanyue.com', operation: 'filing' }
    expect(rulesOf({ ...name, site: 'international' })).toEqual(['FILING-FRONT-01'])
    expect(verdictOf({ ...name, site: 'international' })).toBe('refused')
    expect(verdictOf(name)).toBe('unknown')
    const bought = { name: 'shanyue.com', operation: 'register', site: 'international' }
    expect(rulesOf(bought)).toContain('FILING-FRONT-02')
    expect(rulesOf({ ...bought, site: 'china' })).not.toContain('FILING-FRONT-02')
  })
})

describe("the operator's own lists (S1-52, S2-36)", () => {
  const list = {
    id: 'HK-RESERVED',
    severity: 'refuse',
    words: ['Shanyue', '山月'],
    suffixes: ['hk'],
    note: { zh: '注册局保留', en: 'reserved by the registry' },
    source: { document: '保留名单', section: '1', date: '2026-01-01' },
    from: '2026-01-01',
  }

  it('refuse or advise with their own note and source, on their own days', () => {
    const hk = { operation: 'renew' }
    const { findings } = explainNames({ name: 'shanyue.hk', ...hk, wordLists: [list] }, day)
    expect(findings).toMatchObject([
      {
        rule: 'OPERATOR-HK-RESERVED',
        source: list.source,
        from: '2026-01-01',
        message: { zh: '含“shanyue”：注册局保留' },
      },
    ])
    expect(rulesOf({ name: '山月茶.hk', ...hk, wordLists: [{ ...list, severity: 'advise' }] })).toEqual([
      'OPERATOR-HK-RESERVED',
    ])
    expect(rulesOf({ name: 'shanyue.cn', wordLists: [list] })).toEqual([])
    expect(rulesOf({ name: 'shanyuecha.hk', ...hk, wordLists: [list] })).toEqual([])
    expect(rulesOf({ name: 'shanyuecha.hk', ...hk, wordLists: [{ ...list, match: 'anywhere' }] })).toHaveLength(1)
    expect(rulesOf({ name: 'shanyue.hk', ...hk, wordLists: [list] }, '2025-12-31')).toEqual([])
  })

  it('may hold any signs without becoming a pattern', () => {
    expect(
      rulesOf({ name: 'abc.cn', wordLists: [{ ...list, suffixes: [], words: ['a.c', '(', '[a-z]', ''] }] }),
    ).toEqual([])
    expect(
      rulesOf({ name: 'abc.cn', wordLists: [{ ...list, match: 'anywhere', suffixes: ['cn'], words: ['a.c'] }] }),
    ).toEqual([])
  })
})

describe('dates', () => {
  it('a new or ending certificate is an advice with its day, an ended one a refusal', () => {
    const on = (certificate: object) => explainNames({ name: 'shanyue.cn', certificate, ...here }, day).findings
    expect(on({ issuedOn: '2026-11-20' })).toMatchObject([
      { rule: 'CERT-AGE-01', severity: 'advise', remedy: { zh: '2026-11-30起再提交' } },
    ])
    expect(on({ issuedOn: '2026-11-14' })).toEqual([])
    expect(on({ endsOn: '2026-12-31' })).toMatchObject([{ rule: 'CERT-END-01', severity: 'advise' }])
    expect(on({ endsOn: '2027-12-31' })).toEqual([])
    expect(on({ endsOn: '2026-11-23' })).toMatchObject([{ rule: 'CERT-END-02', severity: 'refuse' }])
  })

  it('answers by the rules of the day that is asked: 20 characters under .cn until 2021-01-18, 63 in Punycode since (S1-34)', () => {
    const name = '山月茶山月茶山月茶山月茶山月茶山月茶山月茶.cn'
    expect(rulesOf({ name, day: '2021-01-18' })).toEqual(['NAME-HISTORY-01', 'CN-HAN-LENGTH-01'])
    expect(rulesOf({ name, day: '2021-01-19' })).toEqual([])
  })

  it('the channels of .gov.cn are of September 2018, its form of approval of 2021-01-07 (S1-150…S1-156)', () => {
    const gov = {
      name: 'abc.gov.cn',
      holderType: 'organisation',
      certificate: { unit: '机关法人' },
      operation: 'register',
    }
    expect(rulesOf({ ...gov, govClass: 1 }, '2018-08-31')).not.toContain('GOV-CLASS-01')
    expect(rulesOf({ ...gov, govClass: 1 }, '2018-09-01')).toContain('GOV-CLASS-01')
    expect(rulesOf({ ...gov, govClass: 3 }, '2021-01-06')).not.toContain('GOV-FORM-01')
    expect(rulesOf({ ...gov, govClass: 3 }, '2021-01-07')).toContain('GOV-FORM-01')
  })

  it('below .cn the rule of .cn is an advice, and .中國 is .中国 (S1-11…S1-20)', () => {
    const person = { site: 'china', region: 'HK', holderType: 'person' }
    expect(rulesOf({ name: 'abc.com.cn', ...person })).toEqual(['CN-REGION-02'])
    expect(verdictOf({ name: 'abc.com.cn', ...person })).toBe('allowed')
    expect(rulesOf({ name: 'abc.中國', ...person })).toEqual(['CN-REGION-01'])
    expect(nameKey('山月茶', 'xn--fiqz9s')).toBe(nameKey('山月茶', 'xn--fiqs8s'))
  })

  it('does not pass off as allowed what nobody has collected the rules for', () => {
    expect(verdictOf({ name: '-a.cn', day: '2021-01-18' })).toBe('unknown')
    expect(verdictOf({ name: '-a.cn', day: '2021-01-19' })).toBe('refused')
    expect(verdictOf({ name: '-a.cn', day: '2035-01-01' })).toBe('refused')
  })
})

describe('facts of a name as they are stated', () => {
  it('says how it understood the name (S1-29, S1-38)', () => {
    expect(explainNames({ name: 'ＷＷＷ.山月茶館。中国' }, day)).toMatchObject({
      verdict: 'allowed',
      read: { label: '山月茶館', suffix: '中国', suffixClass: 'cnnic' },
      findings: [{ rule: 'NAME-WWW-01', severity: 'advise' }],
    })
    expect(explainNames({ label: 'Shan', suffix: '.XN--FIQS8S' }, day).read).toMatchObject({
      label: 'shan',
      suffix: '中国',
    })
  })

  it.each([
    [{}, 'FACTS-NAME-01'],
    [{ name: 'a.cn', label: 'a' }, 'FACTS-NAME-01'],
    [{ label: 'a' }, 'FACTS-NAME-01'],
    [{ name: 1 }, 'FACTS-KIND-01'],
    [{ name: 'a.cn', holder: 'x' }, 'FACTS-FIELD-01'],
    [{ name: 'a.cn', region: 'cn' }, 'FACTS-KIND-01'],
    [{ name: 'a.cn', day: '2026-02-30' }, 'FACTS-KIND-01'],
    ['a.cn', 'FACTS-OBJECT-01'],
  ])('has a finding for %j', (facts, rule) => {
    const { verdict, findings, looked } = explainNames(facts, day)
    expect([verdict, findings.map((finding) => finding.rule), looked]).toEqual(['bad-facts', [rule], []])
  })

  it('says where characters were read as others, and takes null for not known', () => {
    expect(explainNames({ name: '①.cn' }, day)).toMatchObject({
      read: { label: '1' },
      findings: [{ rule: 'NAME-FOLD-01', severity: 'advise', message: { zh: '“①”按“1”读' } }],
    })
    expect(rulesOf({ name: 'ＡＢＣ。ｃｎ' })).toEqual([])
    expect(rulesOf({ name: '㈱茶.cn' })).toEqual(['NAME-FOLD-01', 'NAME-CHARS-01'])
    expect(rulesOf({ name: '茶館.cn', other: { name: '茶馆.cn', registered: null } })).toEqual(['NAME-VARIANT-01'])
  })

  it('says whether two forms are one name only where the registry is known to say so, and how they stand (S1-30)', () => {
    const under = (suffix: string) =>
      explainNames({ name: `山月茶馆.${suffix}`, other: `山月茶館.${suffix}`, operation: 'register' }, day)
    expect(under('cn')).toMatchObject({
      verdict: 'refused',
      read: { other: { label: '山月茶館', disposition: 'allocatable-simplified' } },
    })
    expect(under('de').findings.find(({ rule }) => rule === 'NAME-VARIANT-01')?.severity).toBe('unknown')
    expect(explainNames({ name: '发発.cn', other: '發發.cn' }, day).read).toMatchObject({
      other: { disposition: 'blocked' },
    })
  })

  it('counts characters, not code units (S1-47)', () => {
    const eight = '𠜎𠜱𠝹𠱓𠱸𠲖𠳏𠳕'
    expect(rulesOf({ name: `${eight}.hk`, operation: 'renew' })).toEqual([])
    const own = { suffixPolicy: { maxLengthChinese: 8, chineseLabels: true } }
    expect(rulesOf({ name: `${eight}.com`, ...own })).toEqual([])
    expect(rulesOf({ name: `${eight}茶.com`, ...own })).toEqual(['SUFFIX-MAX-02'])
  })

  it('a suffix of which something is not known is unknown, not allowed', () => {
    expect(explainNames({ name: 'ab.vip' }, day).findings).toMatchObject([
      { rule: 'SUFFIX-MIN-01', severity: 'unknown' },
    ])
    expect(verdictOf({ name: 'ab.vip', suffixPolicy: { minLength: 2 } })).toBe('allowed')
    expect(verdictOf({ name: '山月茶.example' })).toBe('unknown')
    expect(verdictOf({ name: 'shanyue.公司' })).toBe('unknown')
    expect(verdictOf({ name: 'shanyue.中国' })).toBe('allowed')
  })

  it('never throws, whatever is stated', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ name: fc.string({ unit: 'binary' }) })), (facts) => {
        expect(['allowed', 'refused', 'unknown', 'bad-facts']).toContain(explainNames(facts, day).verdict)
      }),
      { numRuns: 500 },
    )
  })

  it('words every rule in both languages, without a space between Han and Latin', () => {
    for (const rule of namesTopic.rules) {
      const { message, remedy } = namesTopic.wording(rule)
      for (const { zh, en } of [message, remedy]) {
        expect(zh, rule.id).toMatch(/\p{Script=Han}/u)
        expect(zh, rule.id).not.toMatch(/\p{Script=Han} [a-z0-9.]|[a-z0-9.] \p{Script=Han}/iu)
        expect(en, rule.id).toMatch(/[a-z]{2}/)
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import { hanVariants } from '../variants/han-variants.ts'
import { explainNames } from './names-topic.ts'

const day = '2026-11-24'
const rulesOf = (facts: object, on = day) => explainNames(facts, on).findings.map(({ rule }) => rule)
const verdictOf = (facts: object, on = day) => explainNames(facts, on).verdict
/** An organisation of the mainland on the China site: nothing stands open about who may hold a name. */
const here = { site: 'china', region: 'CN', holderType: 'organisation' }

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

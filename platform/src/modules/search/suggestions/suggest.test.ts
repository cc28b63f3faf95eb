import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Lexicon, loadLexicon, type SuffixFact, type Suggestion, type SuggestRequest, suggest } from './index.ts'

const popular = [
  'com',
  'cn',
  '中国',
  'net',
  'com.cn',
  '公司',
  'top',
  'xyz',
  'shop',
  '网络',
  '网址',
  'info',
  'xin',
  'tech',
]
const facts: SuffixFact[] = popular.map((suffix, rank) => ({
  suffix,
  rank,
  priceFen: 3_900 + rank * 100,
  idn: suffix !== 'com.cn',
}))
const request = (word: string, change: Partial<SuggestRequest> = {}): SuggestRequest => ({
  word,
  chosen: ['cn', 'com'],
  facts,
  limit: 60,
  key: (label) => label,
  accepts: () => true,
  ...change,
})

let lexicon: Lexicon
beforeAll(async () => {
  lexicon = await loadLexicon()
})

const ask = (word: string, change?: Partial<SuggestRequest>) => suggest(request(word, change), lexicon)
const labels = (found: readonly Suggestion[]) => [...new Set(found.map(({ label }) => label))]
const kindOf = (word: string, label: string) => ask(word).find((found) => found.label === label)?.kind

describe('near names of a Chinese word (S1-58)', () => {
  it('山月茶: pinyin, initials, English, a nearer word and a word behind', () => {
    expect(labels(ask('山月茶'))).toEqual(
      expect.arrayContaining(['shanyuecha', 'syc', 'sycha', 'shanyuetea', 'mountainmoontea', '山月茶馆', '山月茗']),
    )
    expect(['shanyuecha', 'syc', '山月茗', '山月茶馆'].map((label) => kindOf('山月茶', label))).toEqual([
      'pinyin',
      'initials',
      'synonym',
      'affix',
    ])
  })

  it('says in both languages how a name came about', () => {
    const found = ask('山月茶').find(({ label }) => label === '山月茶馆')
    expect(found?.why).toEqual({ zh: '加“馆”', en: 'with 馆 behind' })
  })

  it('星河科技: the brand without its trade, and other words of the trade behind it', () => {
    const found = labels(ask('星河科技'))
    expect(found).toEqual(
      expect.arrayContaining(['xinghekeji', 'xhkj', 'galaxytech', '星河', 'xinghe', '星河智能', '银河科技']),
    )
    expect(found).not.toContain('科技')
    expect(found).not.toContain('星河科技科技')
  })

  it('北京烤鸭: short forms of the place, never the place alone', () => {
    const found = labels(ask('北京烤鸭'))
    expect(found).toEqual(expect.arrayContaining(['beijingkaoya', 'bjkaoya', 'bjroastduck', '北京烤鸭馆']))
    for (const place of ['北京', 'beijing']) expect(found).not.toContain(place)
  })

  it('重庆火锅: the reading of the word, not of the character', () => {
    const found = labels(ask('重庆火锅'))
    expect(found).toEqual(expect.arrayContaining(['chongqinghuoguo', 'cqhg', 'chongqinghotpot', '山城火锅']))
    expect(found.filter((label) => label.startsWith('zhong'))).toEqual([])
  })

  it('重慶火鍋, 銀行: traditional characters are read as what they mean', () => {
    const found = labels(ask('重慶火鍋'))
    expect(found).toEqual(expect.arrayContaining(['chongqinghuoguo', 'cqhg', 'chongqinghotpot', '重庆火锅馆']))
    expect(labels(ask('銀行'))).toContain('yinhang')
  })

  it('喜茶: an invented word ends with its trade', () => {
    expect(labels(ask('喜茶'))).toEqual(expect.arrayContaining(['xicha', 'xitea', '喜茶馆']))
  })

  it('绿城地产: one trade, not two', () => {
    expect(labels(ask('绿城地产'))).not.toContain('绿城地产之家')
  })

  it('小红书店: no second shop behind a shop', () => {
    const found = labels(ask('小红书店'))
    expect(found).toEqual(expect.arrayContaining(['xiaohongshudian', 'xhsd', '小红书屋', 'littleredbookstore']))
    expect(found.filter((label) => /店.$/u.test(label))).toEqual([])
  })

  it('张三, 曾国藩, 欧阳娜娜: a person’s name, read and ordered as one', () => {
    expect(labels(ask('张三'))).toEqual(expect.arrayContaining(['zhangsan', 'sanzhang', '张三工作室', 'zhang-san']))
    expect(labels(ask('曾国藩'))).toEqual(expect.arrayContaining(['zengguofan', 'guofanzeng', 'zenggf']))
    expect(labels(ask('曾国藩')).indexOf('zengguofan')).toBeLessThan(
      labels(ask('曾国藩', { limit: 500 })).indexOf('cengguofan'),
    )
    expect(labels(ask('欧阳娜娜'))).toEqual(expect.arrayContaining(['nanaouyang', 'ouyang-nana']))
  })

  it('女儿国: ü as v, as u and as yu', () => {
    expect(labels(ask('女儿国')).filter((label) => label.endsWith('erguo'))).toEqual(['nverguo', 'nuerguo', 'nyuerguo'])
  })

  it('a company’s full name: without its place and legal form', () => {
    const found = labels(ask('深圳市腾讯计算机系统有限公司科技园分店'))
    expect(found).toEqual(expect.arrayContaining(['腾讯计算机系统', '腾讯计算机', 'tengxunjisuanji', 'txjsjxt']))
    expect(found.filter((label) => /有限|公司|youxian/.test(label) && label.length < 20)).toEqual([])
  })

  it('a line of twenty characters: its parts, no endless pinyin', () => {
    const found = labels(ask('明月几时有把酒问青天不知天上宫阙今夕何年'))
    expect(found).toContain('明月几时')
    expect(found.every((label) => label.length <= 28)).toBe(true)
  })

  it('山月tea: both scripts made one', () => {
    const found = labels(ask('山月tea'))
    expect(found).toEqual(expect.arrayContaining(['shanyuetea', '山月茶', 'sytea']))
    expect(found.filter((label) => /[a-z]\p{Script=Han}/u.test(label))).toEqual([])
  })

  it('a name that the rules refuse is not offered', () => {
    const accepts = (label: string) => !label.includes('银行') && !label.includes('yinhang')
    expect(labels(ask('银行', { accepts }))).toEqual(['yh'])
  })
})

describe('near names of a Latin word (S1-58)', () => {
  it('mountaintea: its words, nearer words, a short form and Chinese', () => {
    expect(labels(ask('mountaintea'))).toEqual(
      expect.arrayContaining(['mountain-tea', 'hilltea', 'mtea', 'mountainteahouse', '山茶']),
    )
  })

  it('bluewhale, teahouse: one word each, with a Chinese name', () => {
    expect(labels(ask('bluewhale'))).toEqual(expect.arrayContaining(['蓝鲸', 'bluewhalehub', 'getbluewhale']))
    const teahouse = labels(ask('teahouse'))
    expect(teahouse).toEqual(expect.arrayContaining(['茶馆', 'tearoom', 'theteahouse']))
    expect(teahouse.filter((label) => /house(?:house|shop|store)/.test(label))).toEqual([])
  })

  it('openai, deepseek: run-together words are found', () => {
    expect(labels(ask('openai'))).toEqual(expect.arrayContaining(['open-ai', 'openailabs', 'getopenai']))
    expect(labels(ask('deepseek'))).toEqual(expect.arrayContaining(['deep-seek', 'deepsearch', 'dseek']))
  })

  it('super-man: without the hyphen first', () => {
    expect(ask('super-man')[0]).toMatchObject({ label: 'superman', suffix: 'com' })
  })

  it('888 and 5201314: what they sound like', () => {
    expect(labels(ask('888'))).toEqual(expect.arrayContaining(['fafafa', '发发发', '888vip']))
    expect(labels(ask('5201314'))).toEqual(expect.arrayContaining(['woaini1314', '我爱你一生一世']))
  })

  it('a single letter still gets names', () => {
    expect(labels(ask('a'))).toEqual(expect.arrayContaining(['a', 'aclub']))
  })
})

describe('the same name under further suffixes (S1-59)', () => {
  const sameName = (word: string, chosen: string[]) =>
    ask(word, { chosen })
      .filter(({ kind }) => kind === 'suffix')
      .map(({ label, suffix }) => `${label}.${suffix}`)

  it('test.com is offered together with test.cn, test.xin, test.info and test.top', () => {
    expect(sameName('test', ['com']).slice(0, 4).sort()).toEqual(['test.cn', 'test.info', 'test.top', 'test.xin'])
  })

  it('a Chinese name is offered under Chinese suffixes first, and never where Chinese is not taken', () => {
    const names = sameName('山月茶', ['cn', 'com'])
    expect(names.slice(0, 2)).toEqual(['山月茶.中国', '山月茶.公司'])
    expect(names).not.toContain('山月茶.com.cn')
  })

  it('a suffix of the trade is offered, a Chinese suffix not for a Latin name', () => {
    expect(sameName('galaxytech', ['com'])).toContain('galaxytech.tech')
    expect(sameName('galaxytech', ['com'])).not.toContain('galaxytech.中国')
  })
})

describe('any word', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '山月茶',
      '星河科技',
      '银行',
      '张三',
      'teahouse',
      'mountaintea',
      '888',
      'a',
      '-',
      '茶',
      'a-b-c',
      '山月tea',
    ),
    fc.string({ unit: fc.constantFrom(...'abcdetu019-'), minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'山月茶科技公司银行重庆乐曾女有限a8'), minLength: 1, maxLength: 24 }),
  )
  const chosen = fc.subarray(popular)
  const refused = (label: string, suffix: string) => (label.length + suffix.length) % 3 === 0

  it('never gives the searched name, nothing twice, nothing refused, best first, at most the limit', () => {
    fc.assert(
      fc.property(word, chosen, fc.integer({ min: 0, max: 80 }), (text, suffixes, limit) => {
        const found = ask(text, { chosen: suffixes, limit, accepts: (label, suffix) => !refused(label, suffix) })
        const names = found.map(({ label, suffix }) => `${label}.${suffix}`)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(names).size).toBe(names.length)
        for (const suffix of suffixes) expect(names).not.toContain(`${text}.${suffix}`)
        expect(found.some(({ label, suffix }) => refused(label, suffix))).toBe(false)
        expect(found.every(({ label }) => label === text || /^[a-z0-9-]{2,}$|\p{Script=Han}/u.test(label))).toBe(true)
        const scores = found.map(({ score }) => score)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
      }),
      { numRuns: 150 },
    )
  })

  it('gives the same answer again, and whatever the order of the suffixes', () => {
    fc.assert(
      fc.property(word, chosen, (text, suffixes) => {
        const once = ask(text, { chosen: suffixes })
        expect(ask(text, { chosen: suffixes })).toEqual(once)
        expect(ask(text, { chosen: [...suffixes].reverse(), facts: [...facts].reverse() })).toEqual(once)
      }),
      { numRuns: 50 },
    )
  })

  it('counts labels of one key as one', () => {
    const key = (label: string) => label.replaceAll('馆', '舘').replaceAll('-', '')
    const found = labels(ask('mountaintea', { key }))
    expect(found).not.toContain('mountain-tea')
    expect(new Set(found.map(key)).size).toBe(found.length)
  })
})

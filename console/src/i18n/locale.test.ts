import { describe, expect, it } from 'vitest'
import { chooseLocale, closeUp, pick, sentence } from './locale.ts'

describe('a sentence in Chinese', () => {
  it('is closed up, so that every page sets the same space', () => {
    expect(closeUp('已注册，到期 2027-11-24')).toBe('已注册，到期2027-11-24')
    expect(closeUp('4 个里成了 4 个，¥29.00 已退回')).toBe('4个里成了4个，¥29.00已退回')
    expect(closeUp('账户余额，扣 ¥108.00')).toBe('账户余额，扣¥108.00')
    expect(sentence({ zh: '满 60 天', en: '60 days' })).toBe('满60天')
  })
  it('keeps the spaces inside Latin words', () => {
    expect(closeUp('ICANN Transfer Policy，I.A.3.8')).toBe('ICANN Transfer Policy，I.A.3.8')
  })
})

describe('the reader’s language', () => {
  it('is what the address asks for, then what was chosen before, then the browser’s, then Chinese', () => {
    expect(chooseLocale('?lang=en', 'lang=zh', ['zh-CN'])).toBe('en')
    expect(chooseLocale('', 'a=1; lang=en', ['zh-CN'])).toBe('en')
    expect(chooseLocale('', '', ['en-GB', 'zh-CN'])).toBe('en')
    expect(chooseLocale('', '', ['fr'])).toBe('zh')
    expect(chooseLocale('', 'slang=en', [])).toBe('zh')
  })
  it('picks its sentence, and takes a plain one as it is', () => {
    expect([pick({ zh: '好', en: 'good' }), pick('plain'), pick(null), pick(undefined)]).toEqual([
      '好',
      'plain',
      '',
      '',
    ])
  })
})

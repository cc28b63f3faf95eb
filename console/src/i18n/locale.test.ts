import { describe, expect, it } from 'vitest'
import { chooseLocale, pick } from './locale.ts'

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

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../api/problem.ts'
import { changeLanguage, startText } from '../i18n/text.ts'
import { sentenceOf } from './sentence-of.ts'
import { sentences } from './sentences.ts'

beforeEach(async () => {
  vi.stubGlobal('document', { cookie: '', documentElement: { lang: '' } })
  await startText()
})

describe('what a person reads when a call has failed', () => {
  it('says that no answer came, and to look before repeating', () => {
    expect(sentenceOf(new ApiProblem(0, { cause: 'TypeError: Failed to fetch' }))).toMatch(
      /没有连上服务器.*先看它办成没有/,
    )
  })
  it('joins title and detail as sentences', () => {
    const problem = new ApiProblem(409, { title: '价格变了，请再确认一次', detail: '你看到的是¥29.00，现在是¥39.00' })
    expect(sentenceOf(problem)).toBe('价格变了，请再确认一次。你看到的是¥29.00，现在是¥39.00')
    expect(sentenceOf(new ApiProblem(409, { title: '停。', detail: '再来' }))).toBe('停。再来')
  })
  it('never shows a machine’s words: an answer without a title, or an error that is none of the API’s', () => {
    expect(sentenceOf(new ApiProblem(502, {}))).toBe('出了意外，没有办成。')
    expect(sentenceOf(new TypeError('x is not a function'))).toBe('出了意外，没有办成。')
  })
  it('speaks English where the reader does', async () => {
    await changeLanguage('en')
    expect(sentenceOf(new ApiProblem(409, { title: 'The price has changed', detail: 'It was ¥29.00.' }))).toBe(
      'The price has changed. It was ¥29.00.',
    )
    await changeLanguage('zh')
  })
})

describe('a problem of the API', () => {
  it('reads the members of RFC 9457 and survives their absence', () => {
    const whole = new ApiProblem(422, { code: 'a.b', title: 'T', detail: 'D', findings: [] })
    expect([whole.code, whole.title, whole.detail, whole.findings]).toEqual(['a.b', 'T', 'D', []])
    const bare = new ApiProblem(502, { findings: 'none', title: 3 })
    expect([bare.code, bare.title, bare.detail, bare.findings]).toEqual(['HTTP_502', '', undefined, []])
    expect(new ApiProblem(0, {}).code).toBe('NO_ANSWER')
  })
})

describe('a cause and its remedy', () => {
  it('are two sentences, with a gap between them where the language has one', async () => {
    expect(sentences('照片不清楚', '重新拍一张。', '')).toBe('照片不清楚。重新拍一张。')
    await changeLanguage('en')
    expect(sentences('The photograph is not clear', 'Take it again.')).toBe(
      'The photograph is not clear. Take it again.',
    )
    await changeLanguage('zh')
  })
})

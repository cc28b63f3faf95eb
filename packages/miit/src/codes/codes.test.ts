import { describe, expect, it } from 'vitest'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { dataMeaning, messageMeaning } from './meaning.ts'

const { codes } = miit30
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('codes', () => {
  it('are all there, each once, in both languages', () => {
    expect([...codes.messages.keys()]).toEqual([...from(0, 22), 901, 902, 999])
    expect([...codes.data.keys()].sort((a, b) => a - b)).toEqual([
      ...from(1001, 1068),
      1999,
      ...from(2001, 2056),
      2998,
      2999,
      ...from(3001, 3037),
      3998,
      3999,
      ...from(5001, 5011),
      5999,
    ])
    for (const { zh, en } of [...codes.messages.values(), ...codes.data.values()]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[\x20-\x7e]{4,}$/)
    }
  })

  it('say which results are good news', () => {
    const good = [...codes.data.values()].filter(({ reaction }) => reaction === 'done').map(({ code }) => code)
    expect(good.sort((a, b) => a - b)).toEqual([1001, 1060, 1062, 2998, 3998])
  })

  it('that nobody knows are an operator’s to look at, with their number', () => {
    expect(messageMeaning(codes, 77)).toMatchObject({ code: 77, reaction: 'operator', zh: '未知的返回码 77' })
    expect(dataMeaning(codes, 1070)).toMatchObject({ code: 1070, reaction: 'operator', en: 'unknown result code 1070' })
  })
})

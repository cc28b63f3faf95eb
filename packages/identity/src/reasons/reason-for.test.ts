import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityRules } from '../identity-rules.ts'
import { failureReasons } from './failure-reasons.ts'
import { reasonFor } from './reason-for.ts'

const firstOf = (text: string, area?: Parameters<typeof reasonFor>[1]) => {
  const answer = reasonFor(text, area)
  return answer.known ? [answer.match, answer.reasons[0].id] : ['unknown']
}

describe('failure reasons (S1-171, S4-24)', () => {
  it('has 149 reasons outside filing, each once, with cause, remedy and source in both languages', () => {
    expect(failureReasons).toHaveLength(149)
    expect(new Set(failureReasons.map(({ id }) => id)).size).toBe(149)
    for (const { id, cause, remedy, source, heard } of failureReasons) {
      const texts = [cause.zh, cause.en, remedy.zh, remedy.en]
      expect([id, texts.every((text) => text.length > 1), source.length > 0]).toEqual([id, true, true])
      expect(heard.zh.length + heard.en.length).toBeGreaterThan(0)
    }
  })

  it('names only rules that exist', () => {
    const ids = new Set(identityRules.map(({ id }) => id))
    const named = failureReasons.flatMap(({ foundBy }) => foundBy)
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  it('recommends a path for failed verifications only: A where the holder differs, else B (S4-03, S4-05, S4-29)', () => {
    for (const { area, path } of failureReasons) if (area !== 'real-name') expect(path).toBeNull()
    const path = (id: string) => failureReasons.find((reason) => reason.id === id)?.path
    expect([path('rn-name-mismatch'), path('rn-unclear'), path('rn-auditing-lock')]).toEqual(['A', 'B', null])
  })

  it('finds each reason by every wording it is known by', () => {
    for (const reason of failureReasons)
      for (const said of [...reason.heard.zh, ...reason.heard.en]) {
        const answer = reasonFor(said)
        expect(answer.known && answer.match === 'exact' && answer.reasons.includes(reason)).toBe(true)
      }
  })

  it.each([
    ['库中无此号', 'exact', 'rn-not-in-db'],
    ['  库中无此号 ', 'exact', 'rn-not-in-db'],
    ['库中无此号！', 'normalised', 'rn-not-in-db'],
    ['COMMAND SYNTAX  ERROR', 'normalised', 'rn-syntax'],
    ['審核失败：注册者证件不清晰，请重新提交。', 'contained', 'rn-unclear'],
    ['2306', 'exact', 'ep-2306'],
  ])('%s → %s %s', (text, match, id) => {
    expect(firstOf(text)).toEqual([match, id])
  })

  it('puts the reason of what was being done first where words mean several things', () => {
    expect(firstOf('距到期不足15天', 'transfer-out')).toEqual(['exact', 'to-15'])
    expect(firstOf('距到期不足15天', 'transfer-in')).toEqual(['exact', 'ti-15exp'])
  })

  it('says that it does not know, and never throws', () => {
    expect(reasonFor('天气不好')).toEqual({ known: false, text: '天气不好' })
    expect(reasonFor('')).toEqual({ known: false, text: '' })
    expect(reasonFor('ref 31 of 51')).toMatchObject({ known: false })
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(typeof reasonFor(text).known).toBe('boolean')
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { provinces } from '../provinces/province-facts.ts'
import { provinceDays, provinceGuide } from './province-guide.ts'

const day = '2026-11-24'

describe('the rules of a province, to be shown (S3-08, S3-27)', () => {
  it('have text, source, day and field for every province', () => {
    for (const { name } of provinces) {
      const guide = provinceGuide(name, day)
      expect(guide?.entries.length).toBeGreaterThan(3)
      for (const entry of guide?.entries ?? []) {
        expect([entry.rule, entry.text.zh]).toEqual([entry.rule, expect.stringMatching(/[一-鿿]/)])
        expect(entry.source.document).not.toBe('')
        expect(entry.from <= day).toBe(true)
        expect([entry.rule, entry.field === undefined]).toEqual([entry.rule, entry.severity === 'read'])
      }
    }
  })

  it('stand beside their fields', () => {
    const beside = (name: string, field: string) =>
      provinceGuide(name, day)?.entries.flatMap((entry) => (entry.field === field ? entry.rule : []))
    expect(beside('浙江', 'services.name')).toContain('P33-SITE-NAME-BANNED-WORDS-01')
    expect(beside('浙江', 'principal.certificate.number')).toContain('P33-MIN-AGE-01')
    expect(beside('江苏', 'papers')).toContain('P32-PLEDGE-01-TRUTH-PLEDGE')
  })

  it('are as they were on an earlier day, and name the days of their history', () => {
    expect(provinceGuide('湖南', '2018-06-01')?.entries).toEqual([])
    expect(provinceGuide('湖南', '2019-10-01')?.entries.map(({ rule }) => rule)).toContain('P43-SITE-ADMIN-01-LETTER')
    expect(provinceGuide('湖南', '2019-10-01')?.notKnown.map(({ topic }) => topic)).toContain('minAge')
    expect(provinceDays('湖南')).toEqual(['2019-09-01', '2021-01-01', '2025-12-31'])
    expect(provinceGuide('火星', day)).toBeUndefined()
  })
})

import { namesTopicOver } from '@yuming/names'
import { describe, expect, it } from 'vitest'
import { loadCatalog, nameSuffixesOn } from '../catalog/index.ts'
import { appraiseName } from './appraise.ts'

const day = '2026-11-24'
const catalog = loadCatalog()
const topic = namesTopicOver({ on: (on) => nameSuffixesOn(catalog, on), wordLists: catalog.wordLists })

const labels = [
  'shanyue',
  'ab',
  'x',
  '8848',
  '茶',
  '山月茶',
  '山月茶館',
  '山月茶'.repeat(7),
  '中囯律师协会',
  'china-tea',
  '银行',
  'b-a-n-k',
  '賭博',
  '-a',
  'a--b',
  '人々',
]

describe('search and explain are one body of rules', () => {
  it('say the same of every suffix that the catalogue knows (S1-09, S1-28…S1-53)', () => {
    const verdicts = new Map<string, number>()
    for (const { suffix } of catalog.known)
      for (const label of labels) {
        const appraisal = appraiseName(catalog, `${label}.${suffix}`, day)
        const { verdict, findings } = topic.explain({ name: `${label}.${suffix}`, operation: 'register' }, day)
        expect([label, suffix, appraisal.ok]).toEqual([label, suffix, verdict !== 'refused'])
        expect(appraisal.findings).toEqual(findings)
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
      }
    expect(Math.min(...['allowed', 'refused', 'unknown'].map((verdict) => verdicts.get(verdict) ?? 0))).toBeGreaterThan(
      100,
    )
  })

  it('cite for every value of a suffix the source of that value', () => {
    const sourceOf = (name: string, rule: string) =>
      topic.explain({ name, operation: 'register' }, day).findings.find((finding) => finding.rule === rule)?.source
    expect(sourceOf('a.com', 'SUFFIX-MIN-01')?.document).toBe('公开常识，未逐条核对')
    expect(sourceOf('ab.bj.cn', 'CN-PROVINCE-02')?.document).toContain('本项目整理')
    expect(sourceOf('山月茶.xin', 'SUFFIX-IDN-01')).toEqual({
      document: '境内注册商甲的公开文档：支持注册的域名后缀（旧表）',
      section: '收不收中文名',
      date: '2019',
    })
    expect(sourceOf('shanyue.公司', 'SUFFIX-LATIN-01')?.section).toBe('没有记载')
  })
})

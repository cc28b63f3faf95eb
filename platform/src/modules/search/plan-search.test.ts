import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { planSearch } from './plan-search.ts'

const catalog = loadCatalog()
const plan = (query: string, suffixes: readonly string[] = []) => planSearch({ query, suffixes }, catalog, '2026-11-24')
const refusalOf = (query: string, suffixes?: readonly string[]) => {
  const row = plan(query, suffixes).candidates[0]
  const refused = row?.appraisal.findings.filter(({ severity }) => severity === 'refuse') ?? []
  return { name: row?.row.name, ok: row?.appraisal.ok, rules: refused.map(({ rule }) => rule) }
}

describe('a suffix that cannot be had here keeps its row and says why (S1-09)', () => {
  it.each([
    ['shanyue.bank', undefined, 'shanyue.bank', 'SUFFIX-ABSENT-01'],
    ['shanyue', ['bank'], 'shanyue.bank', 'SUFFIX-ABSENT-01'],
    ['shanyue.nosuchsuffix', undefined, 'shanyue.nosuchsuffix', 'SUFFIX-ABSENT-01'],
    ['www.shanyue.nosuchsuffix', undefined, 'shanyue.nosuchsuffix', 'SUFFIX-ABSENT-01'],
    ['shanyue', ['nosuchsuffix'], 'shanyue.nosuchsuffix', 'SUFFIX-ABSENT-01'],
  ] as const)('%s under %o', (query, suffixes, name, rule) => {
    const refusal = refusalOf(query, suffixes)
    expect(refusal).toMatchObject({ name, ok: false })
    expect(refusal.rules).toContain(rule)
  })

  it('and the usual suffixes follow, each once', () => {
    const names = plan('shanyue.nosuchsuffix').candidates.map(({ row }) => row.name)
    expect(names.slice(0, 3)).toEqual(['shanyue.nosuchsuffix', 'shanyue.cn', 'shanyue.中国'])
    expect(new Set(names).size).toBe(names.length)
    expect(plan('shanyue', ['中国', 'xn--fiqs8s']).candidates.map(({ row }) => row.suffix)).toEqual(['中国'])
  })

  it('two words before a known suffix are still one wrong word', () => {
    expect(plan('shan.yue.com').candidates).toEqual([])
    expect(plan('shan.yue.com').findings.map(({ rule }) => rule)).toContain('NAME-DOT-01')
  })
})

import { describe, expect, it } from 'vitest'
import type { CatalogChange } from './catalog-queries.ts'
import { standingOf } from './standing.ts'

const change = (state: CatalogChange['state'], from: string, until: string | null = null) =>
  ({ state, from, until }) as CatalogChange

describe('how a change stands', () => {
  it.each([
    ['draft', '2026-11-01', null, 'draft'],
    ['withdrawn', '2026-11-01', null, 'withdrawn'],
    ['published', '2026-11-24', null, 'coming'],
    ['published', '2026-11-23', null, 'in-force'],
    ['published', '2026-11-01', '2026-11-23', 'in-force'],
    ['published', '2026-11-01', '2026-11-22', 'over'],
  ] as const)('%s from %s until %s is %s', (state, from, until, standing) => {
    expect(standingOf(change(state, from, until), '2026-11-23')).toBe(standing)
  })
})

import type { Shape } from '../../design/state.tsx'
import type { CatalogChange } from './catalog-queries.ts'

export type Standing = 'draft' | 'coming' | 'in-force' | 'over' | 'withdrawn'

/** How a change stands on a day (YYYY-MM-DD). */
export function standingOf({ state, from, until }: CatalogChange, today: string): Standing {
  if (state !== 'published') return state
  if (from > today) return 'coming'
  return until !== null && until < today ? 'over' : 'in-force'
}

export const standingShapes: Record<Standing, Shape> = {
  draft: 'todo',
  coming: 'wait',
  'in-force': 'ok',
  over: 'off',
  withdrawn: 'no',
}

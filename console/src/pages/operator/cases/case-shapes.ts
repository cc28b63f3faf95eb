import type { ReviewCase } from '../../../api/types.ts'
import type { Shape } from '../../../design/state.tsx'

/** How each state of a case is drawn. */
export const caseShapes: Readonly<Record<ReviewCase['state'], Shape>> = {
  waiting: 'run',
  second: 'run',
  provider: 'wait',
  passed: 'ok',
  failed: 'fail',
  withdrawn: 'off',
}

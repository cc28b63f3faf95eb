import type { OperatorActor, OperatorRole } from '../../kernel/http/index.ts'
import { ReviewNotFound } from './errors.ts'
import type { CaseView } from './queries.ts'

type Axis = CaseView['axis']

/** Whose queue each review is: nobody sees papers that another's work is about. Labels are reviewed by the provider and the registries. */
const roleOf: Readonly<Record<Axis, OperatorRole>> = {
  identity: 'reviewer',
  qualification: 'qualification-reviewer',
  enhanced: 'reviewer',
}

/** Roles that open the reviewers' routes at all. */
export const reviewerRoles = [...new Set(Object.values(roleOf))]

/** @throws ReviewNotFound: what is not in a reviewer's own queue does not exist for them */
export function mustReview({ roles }: OperatorActor, axis: Axis): void {
  if (!roles.includes('admin') && !roles.includes(roleOf[axis])) throw ReviewNotFound()
}

/** The queues that somebody works on. */
export function axesOf({ roles }: OperatorActor): Axis[] {
  return (['identity', 'qualification', 'enhanced'] as const).filter(
    (axis) => roles.includes('admin') || roles.includes(roleOf[axis]),
  )
}

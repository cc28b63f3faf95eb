import { type FailureReason, failureReasons } from '@yuming/identity'
import type { Source } from '@yuming/rules'

const known = new Map(failureReasons.map((reason) => [reason.id, reason]))

export type Explained = Pick<FailureReason, 'id' | 'cause' | 'remedy' | 'path'> & {
  /** What it is about first of all; null is not known. */
  readonly field: string | null
  readonly source: Source | null
}

/** The dictionary's entry; undefined when it has none of that id. */
export function failureReason(id: string): FailureReason | undefined {
  return known.get(id)
}

/** What is wrong and what to do, for each reason that the dictionary has (S4-24). */
export function explained(ids: readonly string[]): Explained[] {
  return ids.flatMap((id) => {
    const reason = known.get(id)
    return reason
      ? [
          {
            id,
            cause: reason.cause,
            remedy: reason.remedy,
            field: reason.fields[0] ?? null,
            path: reason.path,
            source: reason.source[0] ?? null,
          },
        ]
      : []
  })
}

import type { DomainVerification, ReviewAxis, ReviewTurn } from '../../api/domain-verification.ts'

export interface Standing {
  readonly stage: 'failed' | 'held' | 'not-begun' | 'reviewing' | 'lifting' | 'others' | 'passed' | 'not-needed'
  /** The review that the stage is about. */
  readonly axis: ReviewAxis | undefined
  readonly turn: ReviewTurn | null
  /** YYYY-MM-DD. */
  readonly by: string | null
}

/** The one thing that the page says first: what failed, else what the identity waits for, else what another review does. */
export function whereItStands({
  axes,
  dutyBy,
  heldSince,
}: Pick<DomainVerification, 'axes' | 'dutyBy' | 'heldSince'>): Standing {
  const held = heldSince !== null
  const failed = axes.find(({ state }) => state === 'failed')
  if (failed) {
    const until = failed.axis === 'identity' && !held ? dutyBy : null
    return { stage: 'failed', axis: failed, turn: failed.turn, by: failed.by ?? until }
  }
  const identity = axes.find(({ axis }) => axis === 'identity')
  if (identity?.state === 'not-begun')
    return held
      ? { stage: 'held', axis: identity, turn: identity.turn, by: null }
      : { stage: 'not-begun', axis: identity, turn: identity.turn, by: identity.by ?? dutyBy }
  if (identity?.state === 'reviewing') {
    const stage = identity.turn === 'registry' ? 'lifting' : 'reviewing'
    return { stage, axis: identity, turn: identity.turn, by: identity.by }
  }
  // What nobody has heard of yet is said below; it does not hide what is known.
  const other = axes.find(({ turn, state }) => turn !== null && state !== 'unknown')
  if (other) return { stage: 'others', axis: other, turn: other.turn, by: other.by }
  return { stage: identity?.state === 'passed' ? 'passed' : 'not-needed', axis: identity, turn: null, by: null }
}

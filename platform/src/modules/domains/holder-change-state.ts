import { daysBetween } from './days-between.ts'

type Text = { readonly zh: string; readonly en: string }

/** Where a change of holder is (过户资料审核中, 过户成功, 过户失败): a state of its own beside the others of a name (S4-14…S4-16). */
export interface HolderChangeState {
  readonly state: 'none' | 'reviewing' | 'done' | 'failed'
  /** YYYY-MM-DD: when it was begun, or has ended. */
  readonly on: string | null
  /** Why it failed, in words, as far as anybody said. */
  readonly reason: Text | null
}

/** The newest change of holder that was asked for. */
export interface AskedHolderChange {
  readonly state: string
  readonly begunOn: string
  readonly endedOn: string
  readonly reason: Text | null
}

/** Days for which the end of a change is shown before the other states of the name. */
const shownDays = 7

/** From the task, and from `pendingUpdate`, which the registry shows while it looks at the papers (RFC 5731 §2.3). */
export function holderChangeState(
  asked: AskedHolderChange | undefined,
  { statuses, today }: { statuses: readonly string[]; today: string },
): HolderChangeState {
  if (asked && ['waiting', 'executing', 'unknown'].includes(asked.state))
    return { state: 'reviewing', on: asked.begunOn, reason: null }
  if (statuses.includes('pendingUpdate')) return { state: 'reviewing', on: null, reason: null }
  if (!asked || daysBetween(asked.endedOn, today) > shownDays) return { state: 'none', on: null, reason: null }
  return asked.state === 'succeeded'
    ? { state: 'done', on: asked.endedOn, reason: null }
    : { state: 'failed', on: asked.endedOn, reason: asked.reason }
}

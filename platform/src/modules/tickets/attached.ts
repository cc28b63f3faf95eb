import type { Text } from '@yuming/rules'
import type { Trx } from '../../kernel/database/index.ts'
import type { CustomerActor } from '../../kernel/http/index.ts'
import type { DomainRow, ReviewDeps } from '../domains/index.ts'
import { casesOf, domainVerification } from '../verification/index.ts'

/** All that is known of a failed verification: nothing that is personal beyond what the account sees itself (S4-35). */
export interface Attached {
  readonly failures: number
  readonly template: string
  readonly holderType: 'person' | 'organisation'
  readonly identity: string
  readonly axes: readonly {
    readonly axis: string
    readonly state: string
    readonly detail: Text
    readonly heard: string | null
    readonly remark: string | null
    readonly reasons: readonly { readonly id: string; readonly cause: Text; readonly remedy: Text }[]
  }[]
  /** The cases of the holder, the newest first; staff read their course, and reviewers their papers, by the number. */
  readonly cases: readonly {
    readonly number: string
    readonly attempt: number
    readonly state: string
    readonly submittedAt: string
    readonly remark: string | null
    readonly heard: string | null
  }[]
  readonly heldSince: string | null
  readonly dutyBy: string | null
}

export async function attachedOf(
  trx: Trx,
  actor: CustomerActor,
  row: DomainRow,
  deps: ReviewDeps & { readonly today: string },
): Promise<Attached> {
  const known = await domainVerification(trx, actor, row, deps)
  return {
    failures: known.failures,
    template: known.template.id,
    holderType: known.template.holderType,
    identity: known.template.identity,
    axes: known.axes.map(({ axis, state, detail, heard, remark, explained }) => ({
      axis,
      state,
      detail,
      heard,
      remark,
      reasons: explained.map(({ id, cause, remedy }) => ({ id, cause, remedy })),
    })),
    cases: (await casesOf(trx, known.template.id)).map(({ number, attempt, state, submittedAt, remark, heard }) => ({
      number,
      attempt,
      state,
      submittedAt,
      remark,
      heard,
    })),
    heldSince: known.heldSince,
    dutyBy: known.dutyBy,
  }
}

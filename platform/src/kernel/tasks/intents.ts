import type { Clock } from '../clock/index.ts'
import type { Trx } from '../database/index.ts'
import type { OutsideStep } from './definition.ts'
import type { ClaimedTask } from './lease.ts'

/** A command that is written as an intent, and may leave. */
export interface Sendable {
  readonly step: OutsideStep<unknown, unknown, unknown>
  readonly ordinal: number
  readonly request: unknown
  readonly trid: string
  readonly sentAt: Date
  /** The command went out in an earlier life, or its answer was lost: read before anything else. */
  readonly mustRead: boolean
}

export function openIntent(trx: Trx, task: string, step: string) {
  return trx
    .selectFrom('intent')
    .select(['trid', 'request', 'sent_at'])
    .where('task', '=', task)
    .where('step', '=', step)
    .where('state', 'in', ['sent', 'unknown'])
    .executeTakeFirst()
}

/** The request of a step's last command. */
export async function storedRequest(trx: Trx, task: string, step: string): Promise<unknown> {
  const row = await trx
    .selectFrom('intent')
    .select('request')
    .where('task', '=', task)
    .where('step', '=', step)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.request
}

// An answer ends the not knowing: whoever looks at the task sees it at work again.
export async function acceptAnswer(
  trx: Trx,
  task: ClaimedTask,
  trid: string,
  answer: unknown,
  { clock }: { clock: Clock },
): Promise<void> {
  await closeIntent(trx, trid, 'answered', answer, { clock })
  await trx
    .updateTable('task')
    .set({ state: 'executing', updated_at: clock.now() })
    .where('id', '=', task.id)
    .where('state', '=', 'unknown')
    .execute()
}

export async function closeIntent(
  trx: Trx,
  trid: string,
  state: 'answered' | 'refused' | 'unknown' | 'not-applied',
  answer: unknown,
  { clock }: { clock: Clock },
): Promise<void> {
  await trx
    .updateTable('intent')
    .set({
      state,
      answer: answer === null ? null : JSON.stringify(answer),
      ended_at: state === 'unknown' ? null : clock.now(),
    })
    .where('trid', '=', trid)
    .execute()
}

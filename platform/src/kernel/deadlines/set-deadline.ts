import type { Context } from '../context.ts'

export interface NewDeadline {
  readonly kind: string
  readonly subject: string
  /** From when it is due. */
  readonly opensAt: Date
  /** Until when acting counts as in time; the opening itself when absent. */
  readonly closesAt?: Date
  readonly payload?: unknown
}

/** Sets a deadline; the same kind, subject and opening twice is one, and one that was lifted is open again. */
export function setDeadline(deadline: NewDeadline, context: Pick<Context, 'trx' | 'random'>): Promise<void> {
  return setDeadlines([deadline], context)
}

/** The same of many, in one statement. */
export async function setDeadlines(
  deadlines: readonly NewDeadline[],
  { trx, random }: Pick<Context, 'trx' | 'random'>,
): Promise<void> {
  if (deadlines.length === 0) return
  await trx
    .insertInto('deadline')
    .values(
      // One statement may not touch a row twice.
      eachOnce(deadlines).map((deadline) => ({
        id: random.uuid(),
        kind: deadline.kind,
        subject: deadline.subject,
        opens_at: deadline.opensAt,
        closes_at: deadline.closesAt ?? deadline.opensAt,
        payload: JSON.stringify(deadline.payload ?? {}),
        in_time: null,
        ended_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'subject', 'opens_at'])
        .doUpdateSet((eb) => ({
          state: 'open',
          closes_at: eb.ref('excluded.closes_at'),
          payload: eb.ref('excluded.payload'),
          ended_at: null,
          failures: 0,
          retry_at: null,
        }))
        .where('deadline.state', '=', 'lifted'),
    )
    .execute()
}

function eachOnce(deadlines: readonly NewDeadline[]): NewDeadline[] {
  const key = ({ kind, subject, opensAt }: NewDeadline) => JSON.stringify([kind, subject, opensAt])
  const seen = new Set<string>()
  return deadlines.filter((deadline) => seen.size < seen.add(key(deadline)).size)
}

/** What it was set for has happened, or will not: it is not acted upon any more. */
export async function liftDeadlines(
  { kind, subject }: { kind: string; subject: string },
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<void> {
  await trx
    .updateTable('deadline')
    .set({ state: 'lifted', ended_at: clock.now() })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '=', 'open')
    .execute()
}

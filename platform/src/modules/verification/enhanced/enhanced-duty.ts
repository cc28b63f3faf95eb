import { addDays } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { type DeadlineHandler, setDeadline } from '../../../kernel/deadlines/index.ts'
import { tellHolder } from '../../registrants/index.ts'

/** Kind of the deadline by which the papers of an enhanced check are due; its subject is the check. */
export const enhancedDuty = 'domain.enhanced-check'

const dayMs = 86_400_000
/** DUE-ENHANCED: within ten calendar days of the notice. */
const days = 10
/** Days before the end at which the holder is told; the first is the notice itself. */
const reminders = [5, 2, 1, 0] as const

/** YYYY-MM-DD, China time. */
export const enhancedDueOn = (noticedOn: string): string => addDays(noticedOn, days)

/** The first moment after the last day. */
const endOf = (dueOn: string): number => Date.parse(`${addDays(dueOn, 1)}T00:00:00+08:00`)

export async function scheduleEnhancedDuty(
  id: string,
  context: Pick<Context, 'trx' | 'random' | 'clock'>,
): Promise<void> {
  await setDeadline({ kind: enhancedDuty, subject: id, opensAt: context.clock.now() }, context)
}

/**
 * Tells the holder at once and again five, two and one days before the end, as long as it is their turn, and that the time is over.
 * What follows is the registry's to decide: nothing is held here.
 */
export const keepEnhancedDuty: DeadlineHandler = async ({ subject: id }, context) => {
  const { trx, clock } = context
  const check = await trx.selectFrom('enhanced_check').selectAll().where('id', '=', id).executeTakeFirst()
  if (!check || check.ended_at !== null) return
  const left = (endOf(check.due_on) - clock.now().getTime()) / dayMs
  const over = left <= 0
  if (check.state === 'open')
    await tellHolder(
      {
        template: check.template,
        kind: over ? 'enhanced.papers-over' : 'enhanced.papers-soon',
        subject: check.ascii,
        parameters: { name: check.name, by: check.due_on, link: linkOf(check.name) },
      },
      context,
    )
  if (over) return
  // What is handed in may come back: the later reminders look again.
  const next = reminders.find((stage) => stage < left - 0.01) ?? 0
  const opensAt = new Date(endOf(check.due_on) - next * dayMs)
  await setDeadline({ kind: enhancedDuty, subject: id, opensAt }, context)
}

export const linkOf = (name: string): string => `/domains/${encodeURIComponent(name)}/verification#enhanced`

import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { type DeadlineHandler, setDeadline } from '../../../kernel/deadlines/index.ts'
import { tellHolder } from '../../registrants/index.ts'

/** Kind of the deadline by which the papers of a registered name's qualification are due; its subject is the name. */
export const qualificationDuty = 'domain.qualification-duty'

const dayMs = 86_400_000
/** S1-54: within five days of the registration, counted as calendar days. */
const days = 5
const reminders = [days, 2, 1] as const

/** A name was registered that works only after its qualification has passed (S1-55, S1-113). */
export async function scheduleQualificationDuty(
  { ascii, registeredAt }: { ascii: string; registeredAt: Date },
  context: Pick<Context, 'trx' | 'random'>,
): Promise<void> {
  const due = new Date(registeredAt.getTime() + days * dayMs).toISOString()
  await setDeadline({ kind: qualificationDuty, subject: ascii, opensAt: registeredAt, payload: { due } }, context)
}

/** Reminds the holder while papers are missing. When the time is over the registry may delete the name: that is its decision, and we hold nothing. */
export const keepQualificationDuty: DeadlineHandler = async ({ subject: ascii, payload }, context) => {
  const { trx, clock } = context
  const { due } = payload as { due: string }
  const name = await trx
    .selectFrom('domain')
    .select(['domain.id', 'domain.name', 'domain.template'])
    .where('domain.ascii', '=', ascii)
    .where('domain.released_at', 'is', null)
    .executeTakeFirst()
  if (!name) return
  const decided = await trx
    .selectFrom('registry_review')
    .select('state')
    .where('domain', '=', name.id)
    .where('axis', '=', 'qualification')
    .where('state', 'in', ['passed', 'failed'])
    .executeTakeFirst()
  const handedIn = await trx
    .selectFrom('review_case')
    .select('id')
    .where('template', '=', name.template)
    .where('for_name', '=', ascii)
    .where('axis', '=', 'qualification')
    .where('state', 'in', ['waiting', 'second', 'passed'])
    .executeTakeFirst()
  if (decided) return
  const left = (Date.parse(due) - clock.now().getTime()) / dayMs
  const over = left <= 0
  if (!handedIn)
    await tellHolder(
      {
        template: name.template,
        kind: over ? 'qualification.papers-over' : 'qualification.papers-soon',
        subject: ascii,
        parameters: {
          name: name.name,
          by: chinaDay(new Date(due)),
          link: `/domains/${encodeURIComponent(name.name)}/verification`,
        },
      },
      context,
    )
  if (over) return
  // What is handed in may come back: the later reminders look again.
  const next = reminders.find((stage) => stage < left - 0.01) ?? 0
  const opensAt = new Date(Date.parse(due) - next * dayMs)
  await setDeadline({ kind: qualificationDuty, subject: ascii, opensAt, payload: { due } }, context)
}

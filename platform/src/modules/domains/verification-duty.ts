import { chinaDay } from '../../kernel/clock/index.ts'
import type { Context } from '../../kernel/context.ts'
import { type DeadlineHandler, liftDeadlines, setDeadline } from '../../kernel/deadlines/index.ts'
import { tellHolder } from '../registrants/index.ts'
import { changeHold } from './change-hold.ts'
import { nameIdentity } from './name-identity.ts'

/** Kind of the deadline by which a name's holder has to be verified; its subject is the name. */
export const verificationDuty = 'domain.verification-duty'

const dayMs = 86_400_000
/** S1-54: papers within five days of the registration, counted as calendar days. */
const days = 5
/** Days before the end at which the holder is told; the first is the registration itself. */
const reminders = [days, 2, 1] as const

interface Duty {
  readonly due: string
}

/** A name was registered whose holder is not verified: told at once, again two days and one day before the end, then held. */
export async function scheduleVerificationDuty(
  { ascii, registeredAt, from = registeredAt }: { ascii: string; registeredAt: Date; from?: Date },
  context: Pick<Context, 'trx' | 'random'>,
): Promise<void> {
  const due: Duty = { due: new Date(registeredAt.getTime() + days * dayMs).toISOString() }
  await setDeadline({ kind: verificationDuty, subject: ascii, opensAt: from, payload: due }, context)
}

/**
 * A registry has refused a holder whom we had verified: what is left of the five days is theirs. After them nothing of ours
 * follows; whether the name goes on hold is the registry's to say.
 */
export async function resumeVerificationDuty(
  { ascii, registeredAt }: { ascii: string; registeredAt: Date },
  context: Pick<Context, 'trx' | 'random' | 'clock'>,
): Promise<void> {
  const now = context.clock.now()
  if (now.getTime() >= registeredAt.getTime() + days * dayMs) return
  await liftDeadlines({ kind: verificationDuty, subject: ascii }, context)
  await scheduleVerificationDuty({ ascii, registeredAt, from: now }, context)
}

/**
 * Reminds the holder of an unverified name by mail and SMS, and stops its resolution when the time is over
 * (S0-36, S1-54). A registry that holds the name by itself needs no hold of ours. While papers are under review the
 * turn is not the holder's, and nothing is held.
 */
export const keepVerificationDuty: DeadlineHandler = async ({ subject: ascii, payload }, context) => {
  const { trx, clock, random } = context
  const { due } = payload as Duty
  const name = await trx
    .selectFrom('domain')
    .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
    .select(['domain.id', 'domain.name', 'domain.account', 'domain.statuses', 'domain.template'])
    .leftJoin('registry_review', (join) =>
      join.onRef('registry_review.domain', '=', 'domain.id').on('registry_review.axis', '=', 'identity'),
    )
    .select(nameIdentity.as('identity'))
    .where('domain.ascii', '=', ascii)
    .where('domain.released_at', 'is', null)
    .forUpdate('domain')
    .executeTakeFirst()
  if (!name || name.identity === 'verified') return
  const now = clock.now().getTime()
  const dueAt = Date.parse(due)
  const again = (at: number) =>
    setDeadline({ kind: verificationDuty, subject: ascii, opensAt: new Date(at), payload: { due } }, context)
  const over = now >= dueAt
  if (over && name.identity === 'reviewing') return again(now + dayMs)

  const parameters = { names: name.name, by: chinaDay(new Date(dueAt)), link: `/domains/${name.name}/verification` }
  const told = { template: name.template, subject: ascii }
  if (!over) {
    await tellHolder({ ...told, kind: 'domain.verify-soon', parameters }, context)
    const left = (dueAt - now) / dayMs
    const next = reminders.find((stage) => stage < left - 0.01) ?? 0
    return again(dueAt - next * dayMs)
  }
  const byRegistry = name.statuses.includes('serverHold')
  await tellHolder({ ...told, kind: byRegistry ? 'domain.verify-held' : 'domain.verify-over', parameters }, context)
  await trx.updateTable('domain').set({ verification_held_at: clock.now() }).where('id', '=', name.id).execute()
  if (!byRegistry)
    await changeHold(
      trx,
      { ascii, account: name.account, add: ['clientHold'], remove: [], reason: 'verification-duty' },
      { clock, random },
    )
}

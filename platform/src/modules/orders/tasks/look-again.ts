import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { type DeadlineHandler, liftDeadlines, setDeadline } from '../../../kernel/deadlines/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import { type DeletedName, deletedTaskKind } from '../../domains/index.ts'

/** Kind of the deadline at which a registry is asked again about a name that it said it has deleted; its subject is the name. */
export const lookAgain = 'domain.deleted-look'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** A name that is deleted by way of redemption and pending delete is gone after 35 days (RFC 3915 §2); longer, and the word was no deletion. */
const longestMs = 60 * dayMs

/** A look, and when the registry's word was first acted upon. */
export interface Look extends DeletedName {
  readonly since?: string
}

/** Before a look: whatever it finds, another follows, unless the name is let go meanwhile. Rarer with the age of the word. */
export async function lookLater(trx: Trx, look: Look, { clock, random }: { clock: Clock; random: Random }) {
  const now = clock.now().getTime()
  const since = look.since ?? clock.now().toISOString()
  const age = now - Date.parse(since)
  if (age >= longestMs) return
  const opensAt = new Date(now + Math.min(dayMs, Math.max(minuteMs, age)))
  await setDeadline({ kind: lookAgain, subject: look.ascii, opensAt, payload: { ...look, since } }, { trx, random })
}

/** The name is gone: nobody has to look any more. */
export const endLooks = (trx: Trx, ascii: string, clock: Clock) =>
  liftDeadlines({ kind: lookAgain, subject: ascii }, { trx, clock })

/** Looks once more, unless the name is no longer ours or a look is still under way. */
export const lookOnceMore: DeadlineHandler = async ({ subject, payload }, { trx, clock, random, actor }) => {
  const look = payload as Look
  const held = await trx
    .selectFrom('domain')
    .select('id')
    .where('ascii', '=', subject)
    .where('account', '=', look.account)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  if (!held) return
  const looking = await trx
    .selectFrom('task')
    .select('id')
    .where('subject', '=', subject)
    .where('kind', '=', deletedTaskKind)
    .where('state', 'in', ['waiting', 'executing', 'unknown'])
    .executeTakeFirst()
  if (looking) return lookLater(trx, look, { clock, random })
  await startTask(trx, { kind: deletedTaskKind, subject, account: look.account, actor, input: look }, { clock, random })
}

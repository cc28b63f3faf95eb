import type { Finding } from '@yuming/rules'
import { record } from '../../../kernel/audit/index.ts'
import { addDays, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { consumeNumbers } from '../../service-numbers/index.ts'
import { notCarried } from '../by-hand/by-hand.ts'
import { checkOrder } from '../check-order.ts'
import { reviewedHere } from '../checks-ahead.ts'
import { closing, reviewWorkingDays } from '../course.ts'
import { serviceNumbersIn } from '../draft/service-numbers-in.ts'
import { ClaimFiledHere, ConsentMissing, NotOpen, NotReady } from '../errors.ts'
import type { FactsDeps, Looked } from '../facts/filing-facts.ts'
import { claimedHereRule } from '../filed/claimed-here.ts'
import { oneRunning } from '../one-running.ts'
import { moveOrder, note, ownOrder } from '../orders.ts'
import { paperDays } from '../papers/keep-paper.ts'
import { leaveOutGone, papersOfOrder } from '../papers/papers-of-order.ts'
import type { Bureaus } from '../ports.ts'
import { isOpen } from '../states.ts'
import { startSubmission } from '../submission/start-submission.ts'

/** Waits by itself for the ministry's acknowledgement: it stands against the bureau, not against handing it in. */
const endsByItself = new Set(['DOMAIN-KNOWN-01'])

export function refusals(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule, severity }) => severity === 'refuse' && !endsByItself.has(rule))
}

/**
 * Hands an order in. What brings something new is looked at by our reviewers first (S3-56); a cancellation goes to the
 * bureau as it is.
 * @throws FilingNotFound, NotOpen, ConsentMissing, ClaimFiledHere, NotReady (findings), RunningOrder
 */
export async function submitOrder(
  number: string,
  looked: Looked,
  context: Context & { actor: CustomerActor },
  deps: FactsDeps & { readonly bureaus: Pick<Bureaus, 'carriage'> },
): Promise<{ number: string; dueAt: Date }> {
  const { trx, clock, actor } = context
  const { vault } = deps
  const order = await ownOrder(trx, actor.account, number, { lock: true })
  if (!isOpen(order.state)) throw NotOpen()
  if (order.consented_at === null) throw ConsentMissing()
  const { draft, verdict } = await checkOrder(order, { complete: true, looked }, context, deps)
  const claimed = verdict.findings.filter(({ rule }) => rule === claimedHereRule)
  if (claimed.length > 0) throw ClaimFiledHere({ findings: claimed })
  if (refusals(verdict.findings).length > 0) throw NotReady({ findings: verdict.findings })
  const dueAt = closing(workingDayAfter(clock.today(), reviewWorkingDays).day)
  // A claim goes by no line and by no hand: our reviewers pass it.
  const by_hand = order.type !== 'claim' && notCarried(draft.services, deps.bureaus.carriage(order.province)).length > 0
  const changes = { attempt: order.attempt + 1, submitted_at: clock.now(), due_at: dueAt, by_hand }
  const state = await oneRunning(() =>
    moveOrder(order, reviewedHere(order.type) ? 'submit' : 'skipReview', { trx, clock }, changes),
  )
  if (state === undefined) throw NotOpen()
  // Used up with the submission, and never given back, even after a cancellation.
  const numbers = serviceNumbersIn(draft.services)
  await consumeNumbers({ order: order.id, account: actor.account, numbers }, { trx, clock })
  await leaveOutGone(order.id, { trx, clock })
  const until = addDays(clock.today(), paperDays.submitted)
  for (const { item } of await papersOfOrder(trx, order.id)) await vault.keepUntil(trx, item, until)
  await note(order.id, 'submitted', 'you', { trx, clock }, { attempt: changes.attempt })
  await record({ action: 'filing.submitted', subject: number, detail: { type: order.type } }, { trx, clock, actor })
  if (state === 'ready') await startSubmission({ ...order, ...changes }, context)
  return { number, dueAt }
}

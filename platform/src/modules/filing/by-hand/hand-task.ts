import { workingDayAfter } from '../../../kernel/clock/index.ts'
import { defineTask, localStep, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import { closing, submissionWorkingDays } from '../course.ts'
import { openDraft } from '../draft/draft-box.ts'
import type { FactsDeps } from '../facts/filing-facts.ts'
import { moveOrder, note } from '../orders.ts'
import type { Bureaus } from '../ports.ts'
import { giveBackStep, mustHavePapers, orderOf, preflightStep } from '../submission/shared-steps.ts'
import { handEntryKind, type Submission } from '../submission/start-submission.ts'
import { notCarried } from './by-hand.ts'

export interface HandTaskDeps extends FactsDeps {
  readonly bureaus: Pick<Bureaus, 'carriage'>
}

/** Brings an order that no interface carries to the operators who enter it at the bureau's own site: checked again first. */
export function enterByHandTask(deps: HandTaskDeps): TaskDefinition<Submission> {
  return defineTask<Submission>(
    handEntryKind,
    [
      preflightStep(deps),
      localStep('queue', async ({ trx, input, clock }) => {
        const order = await orderOf(trx, input)
        await mustHavePapers(trx, order)
        const { services } = await openDraft(deps.vault, order.draft)
        const carriage = deps.bureaus.carriage(order.province)
        const out = notCarried(services, carriage)
        await trx
          .insertInto('filing_hand_entry')
          .values({
            filing_order: order.id,
            attempt: input.attempt,
            // An interface that carries it since: it was promised to be entered, and is.
            kinds: out.length > 0 ? out : [...new Set(services.map(({ kind }) => kind))],
            interface: carriage.interface,
            made_at: clock.now(),
          })
          .execute()
        const dueAt = closing(workingDayAfter(clock.today(), submissionWorkingDays).day)
        await moveOrder(order, 'queueByHand', { trx, clock }, { due_at: dueAt })
        await note(order.id, 'to-enter', 'we', { trx, clock }, { kinds: out })
        return {}
      }),
    ],
    { failed: [giveBackStep()] },
  )
}

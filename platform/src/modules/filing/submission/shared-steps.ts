import { type PaperKind, paperNames } from '@yuming/filing'
import type { Trx } from '../../../kernel/database/index.ts'
import { localStep, RetryLater, type Step, StepRefused } from '../../../kernel/tasks/index.ts'
import { checkOrder } from '../check-order.ts'
import { refusals } from '../commands/submit-order.ts'
import type { FactsDeps } from '../facts/filing-facts.ts'
import { lockOrder, moveOrder, note, type OrderRow } from '../orders.ts'
import { papersGone } from '../papers/papers-of-order.ts'
import { tellReturned } from '../tell.ts'
import type { Submission } from './start-submission.ts'

/** A name that the ministry does not know yet, or a bureau that has not sent its tables: looked at again after a while. */
export const againMs = 600_000

/** The rules are asked once more before an order leaves, by the line or by hand. */
export function preflightStep(deps: FactsDeps): Step<Submission> {
  return localStep('preflight', async ({ trx, input, clock, random }) => {
    const order = await orderOf(trx, input)
    const { verdict } = await checkOrder(order, { complete: true }, { trx, clock, random }, deps)
    const against = refusals(verdict.findings)
    if (against.length > 0)
      throw refused(
        'findings',
        against.map(({ message }) => message.zh),
      )
    // What stands against it ends by itself: the ministry's acknowledgement.
    if (verdict.findings.some(({ severity }) => severity === 'refuse')) throw new RetryLater(againMs)
    return {}
  })
}

/** What cannot leave goes back to its owner, with the words of what stands against it. */
export function giveBackStep(): Step<Submission> {
  return localStep('give-back', async ({ trx, input, task, clock, random }) => {
    const order = await lockOrder(trx, { id: input.order })
    if (order.attempt !== input.attempt) return {}
    const words = wordsOfFailure(task.failure)
    const state = words && (await moveOrder(order, 'giveBack', { trx, clock }))
    if (!state) return {}
    await note(order.id, 'check-failed', 'we', { trx, clock }, { remark: words })
    await tellReturned(order, { by: 'we', reasons: [], remark: words }, { trx, clock, random })
    return {}
  })
}

/** The order as this submission found it. @throws StepRefused when it moved on: then nothing is sent */
export async function orderOf(trx: Trx, { order: id, attempt }: Submission): Promise<OrderRow> {
  const order = await lockOrder(trx, { id })
  if (order.state !== 'ready' || order.attempt !== attempt)
    throw new StepRefused({ code: 'filing.moved-on', findings: [] })
  return order
}

/** @throws StepRefused: a paper was destroyed since it was handed in */
export async function mustHavePapers(trx: Trx, { id }: Pick<OrderRow, 'id'>): Promise<void> {
  const gone = await papersGone(trx, id)
  if (gone.length > 0) throw refused('papers-gone', gone.map(goneWords))
}

function goneWords(kind: PaperKind): string {
  return `${paperNames[kind].zh}已过保存期销毁，重新上传后再提交`
}

export function refused(code: string, words: readonly string[]): StepRefused {
  return new StepRefused({ code: `filing.${code}`, findings: [], answer: { words: words.join('；') } })
}

function wordsOfFailure(failure: unknown): string | undefined {
  const { answer } = (failure ?? {}) as { answer?: { words?: unknown } }
  return typeof answer?.words === 'string' ? answer.words : undefined
}

import { type PaperKind, paperNames } from '@yuming/filing'
import type { Logger } from 'pino'
import { addDays } from '../../../kernel/clock/index.ts'
import type { Db, Trx } from '../../../kernel/database/index.ts'
import {
  defineTask,
  localStep,
  NotSent,
  outsideStep,
  RetryLater,
  type StepContext,
  StepRefused,
  type TaskDefinition,
} from '../../../kernel/tasks/index.ts'
import { checkOrder } from '../check-order.ts'
import { refusals } from '../commands/submit-order.ts'
import type { FactsDeps } from '../facts/filing-facts.ts'
import { lockOrder, moveOrder, note, type OrderRow } from '../orders.ts'
import { papersGone } from '../papers/papers-of-order.ts'
import type { Bureaus, Sent, WireProblem } from '../ports.ts'
import { reachBureau } from '../sms/reach-bureau.ts'
import { tellReturned } from '../tell.ts'
import { outgoingOf } from './outgoing.ts'
import { type Submission, submissionKind } from './start-submission.ts'

const filePurpose = 'filing.submission'
/** What left is proof for as long as a filing may be disputed. */
const keptDays = 730
/** A name that the ministry does not know yet, or a bureau that has not sent its tables: looked at again after a while. */
const againMs = 600_000

interface UploadRequest {
  readonly bureau: string
  readonly key: string
  readonly fileName: string
  readonly item: string
}

export interface SubmitDeps extends FactsDeps {
  readonly db: Db
  readonly bureaus: Bureaus
  readonly log: Logger
}

/** Brings an order to its bureau: checked again, made a file, sent under the next number, and only then the bureau's turn. */
export function submitFilingTask(deps: SubmitDeps): TaskDefinition<Submission> {
  const { bureaus, db, vault, log } = deps
  return defineTask<Submission>(
    submissionKind,
    [
      localStep('preflight', async ({ trx, input, clock, random }) => {
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
      }),
      localStep('file', async ({ trx, input, clock }) => {
        const order = await orderOf(trx, input)
        const bureau = order.province ?? ''
        if (!bureaus.has(bureau)) throw new RetryLater(againMs)
        const gone = await papersGone(trx, order.id)
        if (gone.length > 0) throw refused('papers-gone', gone.map(goneWords))
        const made = await bureaus.make(bureau, await outgoingOf(trx, order, { vault }))
        if (!made.ok) {
          if (made.problems.every(({ ours }) => ours)) {
            log.error(
              { filing: order.number, bureau, fields: made.problems.map(({ field }) => field) },
              'a filing has no code in the tables of its bureau',
            )
            throw new RetryLater(againMs)
          }
          throw refused('wire', wordsOf(made.problems))
        }
        const fileName = fileNameOf(input)
        const item = await vault.seal(trx, Buffer.from(made.xml), {
          purpose: filePurpose,
          until: addDays(clock.today(), keptDays),
          account: order.account,
        })
        await trx
          .insertInto('filing_submission')
          .values({
            filing_order: order.id,
            attempt: input.attempt,
            bureau,
            kind: made.kind,
            item,
            keys: [...new Set([...made.keys, fileName, fileName.replace('.xml', '')])],
            made_at: clock.now(),
          })
          .execute()
        await moveOrder(order, 'send', { trx, clock }, { due_at: order.due_at })
        return { bureau, item }
      }),
      outsideStep<Submission, UploadRequest, { sequence: number }>('upload', {
        party: ({ results }) => `bureau-${fileOf(results).bureau}`,
        prepare: async ({ input, results }) => ({
          ...fileOf(results),
          key: `${input.number}/${input.attempt}`,
          fileName: fileNameOf(input),
        }),
        send: async (request) => {
          const sent = await send(request)
          if (sent.is === 'accepted') return { sequence: sent.sequence }
          if (sent.is === 'refused') throw refused(`bureau-${sent.code}`, [sent.because])
          if (sent.is === 'stopped') {
            log.error(
              { bureau: request.bureau, because: sent.because },
              'the line to a bureau stands until somebody has looked',
            )
            throw new RetryLater(againMs)
          }
          throw sent.afterMs > 0 ? new RetryLater(sent.afterMs) : new NotSent(sent.because)
        },
        // The line asks the bureau before anything of a file is sent a second time.
        async reconcile(request) {
          const sent = await send(request)
          if (sent.is === 'accepted') return { known: 'applied', answer: { sequence: sent.sequence } }
          return sent.is === 'refused' ? { known: 'not-applied' } : { known: 'unknown' }
        },
      }),
      localStep('received', async ({ trx, input, results, clock, random }) => {
        const { sequence } = results.upload as { sequence: number }
        const order = await lockOrder(trx, { id: input.order })
        await trx
          .updateTable('filing_submission')
          .set({ sequence, accepted_at: clock.now() })
          .where('filing_order', '=', input.order)
          .where('attempt', '=', input.attempt)
          .execute()
        // Its answer may have been quicker than we: then it is where the answer put it.
        if (order.state === 'submitting' && order.attempt === input.attempt)
          await reachBureau(order, { trx, clock, random })
        return {}
      }),
    ],
    {
      failed: [
        localStep('give-back', async ({ trx, input, task, clock, random }) => {
          const order = await lockOrder(trx, { id: input.order })
          if (order.attempt !== input.attempt) return {}
          const words = wordsOfFailure(task.failure)
          const state = words && (await moveOrder(order, 'giveBack', { trx, clock }))
          if (!state) return {}
          await note(order.id, 'check-failed', 'we', { trx, clock }, { remark: words })
          await tellReturned(order, { by: 'we', reasons: [], remark: words }, { trx, clock, random })
          return {}
        }),
      ],
    },
  )

  async function send({ bureau, key, fileName, item }: UploadRequest): Promise<Sent> {
    const xml = await vault.open(db, item, filePurpose)
    return bureaus.send(bureau, { key, fileName, xml })
  }
}

/** The order as this submission found it. @throws StepRefused when it moved on: then nothing is sent */
async function orderOf(trx: Trx, { order: id, attempt }: Submission): Promise<OrderRow> {
  const order = await lockOrder(trx, { id })
  if (order.state !== 'ready' || order.attempt !== attempt)
    throw new StepRefused({ code: 'filing.moved-on', findings: [] })
  return order
}

function fileOf(results: StepContext<Submission>['results']): { bureau: string; item: string } {
  return results.file as { bureau: string; item: string }
}

/** Letters and digits, as the interface wants names. */
function fileNameOf({ number, attempt }: Submission): string {
  return `${number.replace('-', '')}A${attempt}.xml`
}

function goneWords(kind: PaperKind): string {
  return `${paperNames[kind].zh}已过保存期销毁，重新上传后再提交`
}

function wordsOf(problems: readonly WireProblem[]): string[] {
  return problems.filter(({ ours }) => !ours).map(({ message }) => message.zh)
}

function refused(code: string, words: readonly string[]): StepRefused {
  return new StepRefused({ code: `filing.${code}`, findings: [], answer: { words: words.join('；') } })
}

function wordsOfFailure(failure: unknown): string | undefined {
  const { answer } = (failure ?? {}) as { answer?: { words?: unknown } }
  return typeof answer?.words === 'string' ? answer.words : undefined
}

import type { Logger } from 'pino'
import { addDays } from '../../../kernel/clock/index.ts'
import type { Db } from '../../../kernel/database/index.ts'
import {
  defineTask,
  localStep,
  NotSent,
  outsideStep,
  RetryLater,
  type StepContext,
  type TaskDefinition,
} from '../../../kernel/tasks/index.ts'
import type { FactsDeps } from '../facts/filing-facts.ts'
import { lockOrder, moveOrder } from '../orders.ts'
import type { Bureaus, Sent, WireProblem } from '../ports.ts'
import { reachBureau } from '../sms/reach-bureau.ts'
import { outgoingOf } from './outgoing.ts'
import { againMs, giveBackStep, mustHavePapers, orderOf, preflightStep, refused } from './shared-steps.ts'
import { type Submission, submissionKind } from './start-submission.ts'

const filePurpose = 'filing.submission'
/** What left is proof for as long as a filing may be disputed. */
const keptDays = 730

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
      preflightStep(deps),
      localStep('file', async ({ trx, input, clock }) => {
        const order = await orderOf(trx, input)
        const bureau = order.province ?? ''
        if (!bureaus.has(bureau)) throw new RetryLater(againMs)
        await mustHavePapers(trx, order)
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
      failed: [giveBackStep()],
    },
  )

  async function send({ bureau, key, fileName, item }: UploadRequest): Promise<Sent> {
    const xml = await vault.open(db, item, filePurpose)
    return bureaus.send(bureau, { key, fileName, xml })
  }
}

function fileOf(results: StepContext<Submission>['results']): { bureau: string; item: string } {
  return results.file as { bureau: string; item: string }
}

/** Letters and digits, as the interface wants names. */
function fileNameOf({ number, attempt }: Submission): string {
  return `${number.replace('-', '')}A${attempt}.xml`
}

function wordsOf(problems: readonly WireProblem[]): string[] {
  return problems.filter(({ ours }) => !ours).map(({ message }) => message.zh)
}

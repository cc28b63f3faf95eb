import type { Logger } from 'pino'
import { addDays, chinaDay } from '../../../kernel/clock/index.ts'
import type { Db } from '../../../kernel/database/index.ts'
import {
  defineTask,
  localStep,
  NotSent,
  outsideStep,
  RetryLater,
  StepRefused,
  type TaskDefinition,
} from '../../../kernel/tasks/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import type { Bureaus, NameOfUser, Sent } from '../ports.ts'
import { type AnswerInput, answerKind, outgoingAnswer } from './answer-matter.ts'

const filePurpose = 'filing.answer'
const keptDays = 730
/** The line stands until somebody has looked. */
const againMs = 600_000

interface UploadRequest {
  readonly bureau: string
  readonly key: string
  readonly fileName: string
  readonly item: string
}

export interface AnswerTaskDeps {
  readonly db: Db
  readonly nameOf: NameOfUser
  readonly bureaus: Bureaus
  readonly vault: Vault
  readonly log: Logger
}

/** Brings an operator's answer to the bureau that asked, as the next file of its line. */
export function answerBureauTask({ db, bureaus, vault, log, nameOf }: AnswerTaskDeps): TaskDefinition<AnswerInput> {
  return defineTask<AnswerInput>(
    answerKind,
    [
      localStep('file', async ({ trx, input: { matter }, clock }) => {
        const row = await trx
          .selectFrom('bureau_matter')
          .selectAll()
          .where('id', '=', matter)
          .forUpdate()
          .executeTakeFirstOrThrow()
        const { bureau, answer, answered_by, answered_at, state } = row
        if (state !== 'answering' || !answer || !answered_at)
          throw new StepRefused({ code: 'filing.matter-answered', findings: [] })
        const by = answered_by === null ? undefined : await nameOf(trx, answered_by)
        if (by === undefined && 'verdict' in answer) throw refused('核实人的账号没有姓名')
        const said = { answer, by: by ?? '', on: chinaDay(answered_at) }
        const outgoing = await outgoingAnswer(trx, matter, said)
        if (!outgoing || !bureaus.has(bureau)) throw new RetryLater(againMs)
        const made = await bureaus.makeAnswer(bureau, outgoing)
        if (!made.ok) throw refused(made.problems.map(({ message }) => message.zh).join('；'))
        const until = addDays(clock.today(), keptDays)
        const item = await vault.seal(trx, Buffer.from(made.xml), { purpose: filePurpose, until, kind: bureau })
        return { bureau, item }
      }),
      outsideStep<AnswerInput, UploadRequest, { sequence: number }>('upload', {
        party: ({ results }) => `bureau-${fileOf(results).bureau}`,
        prepare: async ({ input: { matter }, results }) => ({
          ...fileOf(results),
          key: `matter/${matter}`,
          fileName: `MA${matter.replaceAll('-', '')}.xml`,
        }),
        async send(request) {
          const sent = await send(request)
          if (sent.is === 'accepted') return { sequence: sent.sequence }
          if (sent.is === 'refused') throw refused(sent.because)
          if (sent.is === 'stopped') {
            log.error({ bureau: request.bureau, because: sent.because }, 'an answer waits behind a line that stands')
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
      localStep('answered', async ({ trx, input: { matter } }) => {
        await trx.updateTable('bureau_matter').set({ state: 'answered' }).where('id', '=', matter).execute()
        return {}
      }),
    ],
    {
      failed: [
        localStep('reopen', async ({ trx, input: { matter }, task }) => {
          const failure = wordsOf(task.failure)
          await trx
            .updateTable('bureau_matter')
            .set({ state: 'open', failure })
            .where('id', '=', matter)
            .where('state', '=', 'answering')
            .execute()
          return {}
        }),
      ],
    },
  )

  async function send({ bureau, key, fileName, item }: UploadRequest): Promise<Sent> {
    return bureaus.send(bureau, { key, fileName, xml: await vault.open(db, item, filePurpose) })
  }
}

const fileOf = (results: Readonly<Record<string, unknown>>) => results.file as { bureau: string; item: string }

function refused(words: string): StepRefused {
  return new StepRefused({ code: 'filing.answer-refused', findings: [], answer: { words } })
}

function wordsOf(failure: unknown): string {
  const { answer } = (failure ?? {}) as { answer?: { words?: unknown } }
  return typeof answer?.words === 'string' ? answer.words : '管局不收这份答复'
}

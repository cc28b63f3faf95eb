import { record } from '../../../kernel/audit/index.ts'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { OperatorActor, WithTrx } from '../../../kernel/http/index.ts'
import { startTask } from '../../../kernel/tasks/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import {
  AnswerOfOtherKind,
  AnswerRefused,
  CheckerNameless,
  MatterAnswered,
  MatterNotFound,
  OwnOrder,
} from '../errors.ts'
import type { Bureaus, NameOfUser, OutgoingAnswer } from '../ports.ts'
import type { MatterAnswer } from './matter-kinds.ts'

export const answerKind = 'BUREAU_ANSWER'

export interface AnswerInput {
  readonly matter: string
}

export interface AnswerDeps {
  readonly bureaus: Pick<Bureaus, 'has' | 'makeAnswer'>
  readonly nameOf: NameOfUser
}

/**
 * Answers a matter of a bureau. What the interface can carry leaves as the next file of its line; an illegal access, for
 * which it has no message, is put on record here. What the bureau would not take is said before anything is kept.
 * @throws MatterNotFound, OwnOrder, MatterAnswered, AnswerOfOtherKind, CheckerNameless, AnswerRefused
 */
export async function answerMatter(
  { id, answer }: { id: string; answer: MatterAnswer },
  actor: OperatorActor,
  withTrx: WithTrx,
  { bureaus, nameOf }: AnswerDeps,
): Promise<void> {
  const ahead = await withTrx(async ({ trx, clock }) => {
    const { bureau } = await openMatter(trx, { id, answer, actor })
    const by = await nameOf(trx, actor.user)
    // Of a check the bureau is told who made it (Hsrxm); of a site it is not.
    if (by === undefined && 'verdict' in answer) throw CheckerNameless()
    return { bureau, outgoing: await outgoingAnswer(trx, id, { answer, by: by ?? '', on: chinaDay(clock.now()) }) }
  })
  if (ahead.outgoing && bureaus.has(ahead.bureau)) {
    const made = await bureaus.makeAnswer(ahead.bureau, ahead.outgoing)
    if (!made.ok) throw AnswerRefused({ detail: made.problems[0]?.message ?? { zh: '', en: '' } })
  }
  await withTrx((context) => keepAnswer({ id, answer, leaves: ahead.outgoing !== undefined }, actor, context))
}

async function keepAnswer(
  { id, answer, leaves }: { id: string; answer: MatterAnswer; leaves: boolean },
  actor: OperatorActor,
  { trx, clock, random }: Context,
): Promise<void> {
  const { bureau, kind } = await openMatter(trx, { id, answer, actor })
  await trx
    .updateTable('bureau_matter')
    .set({
      state: leaves ? 'answering' : 'answered',
      answer: JSON.stringify(answer),
      answered_by: actor.user,
      answered_at: clock.now(),
      failure: null,
    })
    .where('id', '=', id)
    .execute()
  await record({ action: 'filing.matter-answered', subject: id, detail: { bureau, kind } }, { trx, clock, actor })
  if (!leaves) return
  const input: AnswerInput = { matter: id }
  await startTask(trx, { kind: answerKind, subject: id, account: null, actor, input }, { clock, random })
}

async function openMatter(trx: Trx, { id, answer, actor }: { id: string; answer: MatterAnswer; actor: OperatorActor }) {
  const row = await trx.selectFrom('bureau_matter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw MatterNotFound()
  if (row.account !== null && (await isOfAccount(trx, actor, row.account))) throw OwnOrder()
  if (row.state !== 'open') throw MatterAnswered()
  if ('verdict' in answer !== (row.kind === 'check-task')) throw AnswerOfOtherKind()
  return row
}

/** Undefined where the interface has no message for it. */
export async function outgoingAnswer(
  trx: Trx,
  id: string,
  said: Pick<OutgoingAnswer, 'answer' | 'by' | 'on'>,
): Promise<OutgoingAnswer | undefined> {
  const row = await trx.selectFrom('bureau_matter').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const { kind, download, bureau_id, listed_on, due_on } = row
  if (kind === 'illegal-access') return undefined
  return { kind, file: download, bureauId: bureau_id, listedOn: listed_on, dueOn: due_on, ...said }
}

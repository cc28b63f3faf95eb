import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { keepDomains, nextOrderNumber, titleOf } from '../commands/begin-order.ts'
import { closing, submissionWorkingDays } from '../course.ts'
import { boxDraft } from '../draft/draft-box.ts'
import { DutyNotFound, NoticeRuns, OwnOrder } from '../errors.ts'
import { digestsOf } from '../facts/digests.ts'
import { filedImage } from '../filed/filed-image.ts'
import { oneRunning } from '../one-running.ts'
import { lockOrder, moveOrder, note } from '../orders.ts'
import { ownId } from '../own-id.ts'
import { startSubmission } from '../submission/start-submission.ts'
import { tellShellEnds } from '../tell.ts'

/**
 * The notice of a shell site has run out (空壳网站核查): its access here is given up at the bureau. Where nobody else
 * gives it one, the bureau takes no such order (1025), and the site itself is cancelled. A person decides it, one site at
 * a time, and its owner is told.
 * @throws DutyNotFound, OwnOrder, NoticeRuns, RunningOrder
 */
export async function cancelShell(
  id: string,
  context: Context & { actor: OperatorActor },
  { vault }: { vault: Vault },
): Promise<{ number: string; type: 'cancel-access' | 'cancel-service' }> {
  const { trx, clock, random, actor } = context
  const shell = await lateShell(id, context)
  const { account, province, other_accesses } = shell
  const image = await filedImage(trx, vault, { account, number: shell.number ?? '' })
  const [filed] = image?.draft.services ?? []
  if (!image || !filed) throw DutyNotFound()
  const type = other_accesses === 0 ? ('cancel-service' as const) : ('cancel-access' as const)
  // One order gives up one access.
  const service = type === 'cancel-access' ? { ...filed, access: filed.access?.slice(0, 1) } : filed
  const draft = { ...image.draft, services: [service], cancelReason: 'other' as const }
  const [order, number, now] = [random.uuid(), await nextOrderNumber(trx), clock.now()]
  const values = {
    id: order,
    number,
    account,
    wish: type,
    type,
    province,
    template: image.template,
    subject: image.subject,
    service: image.service,
    ...(await digestsOf(draft.subject, { trx, random, vault })),
    title: titleOf(draft),
    state: 'draft' as const,
    draft: await boxDraft(vault, draft),
    own_id: await ownId(trx),
    created_at: now,
    changed_at: now,
  }
  await oneRunning(async () => {
    await trx.insertInto('filing_order').values(values).execute()
    await keepDomains(trx, { id: order, account, services: draft.services })
    const due_at = closing(workingDayAfter(clock.today(), submissionWorkingDays).day)
    await moveOrder(await lockOrder(trx, { id: order }), 'skipReview', context, {
      attempt: 1,
      submitted_at: now,
      due_at,
    })
  })
  await note(order, 'shell-cancelled', 'we', context, { type })
  await record({ action: 'filing.shell-cancelled', subject: number, detail: { type } }, { trx, clock, actor })
  await startSubmission({ id: order, number, account, attempt: 1, by_hand: false }, context)
  await tellShellEnds({ account, number, type, template: image.template, title: values.title }, context)
  return { number, type }
}

async function lateShell(id: string, { trx, clock, actor }: Context & { actor: OperatorActor }) {
  const row = await trx
    .selectFrom('filing_duty')
    .innerJoin('filing_service', 'filing_service.id', 'filing_duty.service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_duty.subject')
    .select(['filing_duty.account', 'due_on', 'filing_service.number', 'other_accesses', 'province'])
    .where('filing_duty.id', '=', id)
    .where('filing_duty.kind', '=', 'shell-site')
    .where('found_by', '<>', 'bureau')
    .where('done_at', 'is', null)
    .where('filing_service.state', '=', 'filed')
    .forUpdate('filing_duty')
    .executeTakeFirst()
  if (!row) throw DutyNotFound()
  if (await isOfAccount(trx, actor, row.account)) throw OwnOrder()
  if (row.due_on === null || row.due_on >= clock.today()) throw NoticeRuns()
  return row
}

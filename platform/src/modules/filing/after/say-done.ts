import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { DutyEndsByItself, DutyNotFound } from '../errors.ts'
import { endsBySaying } from './duty-kinds.ts'

/**
 * The owner's word that something is done which nobody else can know: filed with public security, telephones unchanged,
 * put right what a bureau found.
 * @throws DutyNotFound, also for another account's; DutyEndsByItself
 */
export async function sayDone(id: string, { trx, clock, actor }: Context & { actor: CustomerActor }): Promise<void> {
  const duty = await trx
    .selectFrom('filing_duty')
    .select(['kind', 'subject', 'found_by'])
    .where('id', '=', id)
    .where('account', '=', actor.account)
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!duty) throw DutyNotFound()
  if (!endsBySaying(duty.kind, duty.found_by)) throw DutyEndsByItself()
  await trx
    .updateTable('filing_duty')
    .set({ done_at: clock.now(), ended_because: 'said' })
    .where('id', '=', id)
    .execute()
  if (duty.kind === 'confirm-phone')
    await trx
      .updateTable('filing_subject')
      .set({ phones_confirmed_on: clock.today() })
      .where('id', '=', duty.subject)
      .execute()
  await record({ action: 'filing.duty-said-done', subject: id, detail: { kind: duty.kind } }, { trx, clock, actor })
}

import { record } from '../../../kernel/audit/index.ts'
import { chinaDay, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { NothingToRepeat, ReportNotFound } from '../errors.ts'

/** After so many working days without an answer, somebody may report a name once more. */
const patienceDays = 3

/**
 * Reports a name once more: one that was refused, that is reported now after all, or that was never answered.
 * @throws ReportNotFound, NothingToRepeat
 */
export async function repeatReport(
  ascii: string,
  { trx, clock, actor }: Pick<Context, 'trx' | 'clock' | 'actor'>,
): Promise<void> {
  const report = await trx
    .selectFrom('domain_report')
    .select(['state', 'again_at', 'settled_at'])
    .where('ascii', '=', ascii)
    .forUpdate()
    .executeTakeFirst()
  if (!report) throw ReportNotFound()
  const { state, again_at, settled_at } = report
  const unanswered =
    state === 'sent' && settled_at !== null && workingDayAfter(chinaDay(settled_at), patienceDays).day < clock.today()
  if (state !== 'refused' && state !== 'outside' && !(state === 'due' && again_at !== null) && !unanswered)
    throw NothingToRepeat()
  if (unanswered)
    await trx
      .updateTable('domain_report_entry')
      .set({ outcome: 'unanswered' })
      .where('ascii', '=', ascii)
      .where('outcome', 'is', null)
      .execute()
  await trx.updateTable('domain_report').set({ state: 'due', again_at: null }).where('ascii', '=', ascii).execute()
  await record({ action: 'domain.report-repeated', subject: ascii, detail: { was: state } }, { trx, clock, actor })
}

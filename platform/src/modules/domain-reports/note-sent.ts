import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { SentReports } from './ports.ts'

const dayMs = 24 * 3_600_000

/** The ministry has the file; or it will never take it, and its names are told again a day later unless somebody is quicker. */
export async function noteSent(
  file: string,
  sent: Extract<SentReports, { is: 'accepted' | 'refused' }>,
  { trx, clock, log }: { trx: Trx; clock: Clock; log: Logger },
): Promise<void> {
  const now = clock.now()
  if (sent.is === 'accepted') {
    await trx
      .updateTable('domain_report_file')
      .set({ sequence: sent.sequence, accepted_at: now })
      .where('id', '=', file)
      .execute()
    return
  }
  log.error({ file, code: sent.code, because: sent.because }, 'the ministry does not take a file of domain reports')
  const entries = await trx
    .updateTable('domain_report_entry')
    .set({ outcome: 'not-taken', answered_at: now })
    .where('file', '=', file)
    .where('outcome', 'is', null)
    .returning('ascii')
    .execute()
  const code = {
    code: sent.code,
    means: { zh: '工信部没有接收这个文件', en: 'The ministry did not take the file' },
    said: sent.because,
    field: null,
    asks: 'us',
  }
  if (entries.length > 0)
    await trx
      .updateTable('domain_report')
      .set({
        state: 'due',
        codes: JSON.stringify([code]),
        again_at: new Date(now.getTime() + dayMs),
        settled_at: now,
      })
      .where(
        'ascii',
        'in',
        entries.map(({ ascii }) => ascii),
      )
      .execute()
}

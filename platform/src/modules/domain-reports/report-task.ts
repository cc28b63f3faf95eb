import type { Db } from '../../kernel/database/index.ts'
import {
  defineTask,
  localStep,
  NotSent,
  outsideStep,
  RetryLater,
  type TaskDefinition,
} from '../../kernel/tasks/index.ts'
import { type CollectDeps, collectReports, filePurpose } from './collect-reports.ts'
import { noteSent } from './note-sent.ts'
import type { Ministry, ReportOperation, SentReports } from './ports.ts'

export const reportKind = 'DOMAIN_REPORT'
/** The line stands until somebody has looked. */
const standsMs = 600_000

export interface ReportInput {
  readonly operation: ReportOperation
}
interface UploadRequest {
  readonly key: string
  readonly fileName: string
  readonly item: string
}
export type Taken = Extract<SentReports, { is: 'accepted' | 'refused' }>

export interface ReportDeps extends CollectDeps {
  readonly db: Db
  readonly ministry: Ministry
}

/**
 * Tells the ministry of names (域名报备): collected into one file with what they are at that moment, sent under the next
 * number, and answered later by a file of the ministry. While it cannot be reached, the task waits and nothing is lost.
 */
export function domainReportTask(deps: ReportDeps): TaskDefinition<ReportInput> {
  const { ministry, db, vault, log } = deps
  return defineTask<ReportInput>(
    reportKind,
    [
      localStep(
        'collect',
        async ({ input, trx, clock, random }) =>
          (await collectReports(input.operation, { trx, clock, random }, deps)) ?? {},
      ),
      outsideStep<ReportInput, UploadRequest, Taken>('upload', {
        party: () => 'ministry',
        async prepare({ results }) {
          const { file, item } = results.collect as { file?: string; item?: string }
          if (file === undefined || item === undefined) return undefined
          return { key: file, fileName: `YM${file.replaceAll('-', '')}.xml`, item }
        },
        async send(request) {
          const sent = await send(request)
          if (sent.is === 'accepted' || sent.is === 'refused') return sent
          if (sent.is === 'stopped') {
            log.error({ because: sent.because }, 'the line to the ministry stands until somebody has looked')
            throw new RetryLater(standsMs)
          }
          throw sent.afterMs > 0 ? new RetryLater(sent.afterMs) : new NotSent(sent.because)
        },
        // The line asks the ministry before anything of a file is sent a second time.
        async reconcile(request) {
          const sent = await send(request)
          return sent.is === 'accepted' || sent.is === 'refused'
            ? { known: 'applied', answer: sent }
            : { known: 'unknown' }
        },
      }),
      localStep('record', async ({ trx, results, clock }) => {
        const { file } = results.collect as { file?: string }
        const sent = results.upload as Taken | null | undefined
        if (file !== undefined && sent) await noteSent(file, sent, { trx, clock, log })
        return {}
      }),
    ],
    { failed: [] },
  )

  async function send({ key, fileName, item }: UploadRequest): Promise<SentReports> {
    return ministry.send({ key, fileName, xml: await vault.open(db, item, filePurpose) })
  }
}

import { record } from '../../../kernel/audit/index.ts'
import type { OperatorActor, WithTrx } from '../../../kernel/http/index.ts'
import { wakeReports } from '../../domain-reports/index.ts'
import { LineNotStopped } from '../errors.ts'
import type { BureauLines, ReleasedLine } from '../ports.ts'
import { wakeBehindLine } from './wake-behind-line.ts'

/**
 * Lets a line go on that stood until somebody looked: the bureau is asked first what it has, and nothing is sent blindly.
 * Who did it is on record before anything leaves. @throws LineNotStopped
 */
export async function releaseLine(
  { bureau, key }: { bureau: string; key: string },
  actor: OperatorActor,
  withTrx: WithTrx,
  lines: BureauLines,
): Promise<ReleasedLine> {
  await withTrx(async ({ trx, clock }) => {
    const line = (await lines.stopped(trx)).find((one) => one.bureau === bureau && one.key === key)
    if (!line) throw LineNotStopped()
    const { sequence, because, code } = line
    const detail = { key, sequence, because, ...(code === null ? {} : { code }) }
    await record({ action: 'filing.line-released', subject: bureau, detail }, { trx, clock, actor })
  })
  const outcome = await lines.release(bureau, key)
  // Somebody else was quicker.
  if (outcome === undefined) throw LineNotStopped()
  if (outcome === 'accepted' || outcome === 'withdrawn')
    await withTrx(async ({ trx }) => (bureau === 'ministry' ? wakeReports(trx) : wakeBehindLine(bureau, trx)))
  return outcome
}

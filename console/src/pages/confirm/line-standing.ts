import type { DryRun, DryRunLine, Finding, ListItem } from '../../api/types.ts'
import { onlyOfHolder } from './stands-against.ts'

export interface LineStanding {
  /** What the trial says of the name; absent until it has answered. */
  readonly line: DryRunLine | undefined
  readonly refused: boolean
  /** Refused whoever holds it: nobody can buy it now. */
  readonly lost: boolean
  /** What stands against it first, or else what is advised. */
  readonly finding: Finding | undefined
}

/** How a name of the list stands: as the trial of the order says, and before that as the list knew. */
export function standingOf(item: ListItem, trial: DryRun | undefined): LineStanding {
  const line = trial?.lines.find((each) => each.ascii === item.ascii || each.name === item.name)
  const findings = line?.findings ?? item.findings
  const refused = (line?.state ?? item.state) === 'invalid'
  return {
    line,
    refused,
    lost: refused && !onlyOfHolder(findings),
    finding: findings.find(({ severity }) => severity === 'refuse') ?? findings[0],
  }
}

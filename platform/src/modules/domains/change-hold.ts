import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { startTask } from '../../kernel/tasks/index.ts'
import type { StatusChange } from './tasks/change-status-task.ts'

/** Kind of the task that changes client statuses. */
export const holdKind = 'DOMAIN_STATUS'

/** Begins to set or lift `clientHold` of a name, for a duty of its holder. */
export function changeHold(
  trx: Trx,
  { account, ...input }: StatusChange & { readonly account: string },
  services: { clock: Clock; random: Random },
) {
  const actor = { kind: 'system', name: input.reason } as const
  return startTask(trx, { kind: holdKind, subject: input.ascii, account, actor, input }, services)
}

import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db, Trx } from '../../kernel/database/index.ts'
import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import type { Random } from '../../kernel/random.ts'
import { startTask } from '../../kernel/tasks/index.ts'
import { emailVerified } from '../accounts/index.ts'
import type { StatusChange } from './tasks/change-status-task.ts'

const actor = { kind: 'system', name: 'email-duty' } as const

/** Puts the names of a template whose address was not proved on `clientHold`. */
export const holdUnproved: DeadlineHandler = async ({ subject: template }, { trx, clock, random }) => {
  const holder = await trx
    .selectFrom('registrant_template')
    .select(['account', 'email'])
    .where('id', '=', template)
    .executeTakeFirst()
  if (!holder || (await emailVerified(trx, holder.account, holder.email))) return
  const held = await trx
    .updateTable('domain')
    .set({ email_held_at: clock.now() })
    .where('template', '=', template)
    .where('email_held_at', 'is', null)
    .where('released_at', 'is', null)
    .returning(['ascii', 'account'])
    .execute()
  for (const { ascii, account } of held)
    await changeHold(trx, { ascii, account, add: ['clientHold'], remove: [] }, { clock, random })
}

function changeHold(
  trx: Trx,
  { ascii, account, add, remove }: { ascii: string; account: string; add: string[]; remove: string[] },
  services: { clock: Clock; random: Random },
) {
  const input: StatusChange = { ascii, add, remove, reason: 'email-duty' }
  return startTask(trx, { kind: 'DOMAIN_STATUS', subject: ascii, account, actor, input }, services)
}

export interface HoldLifter {
  /** Lifts the hold of names whose address was proved since; returns how many. */
  look(): Promise<number>
  start(): void
  stop(): Promise<void>
}

const atOnce = 200

/** Looks at the few names that are held, so that whatever proved an address lifts them. */
export function createHoldLifter({
  db,
  clock,
  random,
  log,
  everyMs = 5_000,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): HoldLifter {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()

  const look = () =>
    db.transaction().execute(async (trx) => {
      const held = await trx
        .selectFrom('domain')
        .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
        .innerJoin('email_verification', (join) =>
          join
            .onRef('email_verification.account', '=', 'domain.account')
            .on((eb) => eb('email_verification.email', '=', eb.fn<string>('lower', ['registrant_template.email']))),
        )
        .select(['domain.id', 'domain.ascii', 'domain.account'])
        .where('domain.email_held_at', 'is not', null)
        .where('domain.released_at', 'is', null)
        .where('email_verification.verified_at', 'is not', null)
        .limit(atOnce)
        .forUpdate('domain')
        .skipLocked()
        .execute()
      for (const { id, ascii, account } of held) {
        await trx.updateTable('domain').set({ email_held_at: null }).where('id', '=', id).execute()
        await changeHold(trx, { ascii, account, add: [], remove: ['clientHold'] }, { clock, random })
      }
      return held.length
    })

  return {
    look,
    start() {
      const turn = () => {
        running = look().catch((error: unknown) => log.warn({ err: error }, 'held names could not be looked at'))
        void running.finally(() => {
          if (timer) timer = setTimeout(turn, everyMs)
        })
      }
      timer = setTimeout(turn, 0)
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await running
    },
  }
}

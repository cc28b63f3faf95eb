import { labelOfName } from '@yuming/names'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { startTasks } from '../../kernel/tasks/index.ts'
import type { CodeSubmission } from './tasks/submit-codes-task.ts'

const atOnce = 100

/** Finds names that were registered before their holder was verified, or came to a verified holder later, where codes are wanted. */
export function createCodeSender({
  db,
  registries,
  clock,
  random,
  log,
  everyMs = 5_000,
}: {
  db: Db
  /** Ids of the registries that take codes. */
  registries: readonly string[]
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  const look = () =>
    db.transaction().execute(async (trx) => {
      if (registries.length === 0) return 0
      const due = await trx
        .selectFrom('domain')
        .innerJoin('verification_code', 'verification_code.template', 'domain.template')
        .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
        .select(['domain.id', 'domain.ascii', 'domain.name', 'domain.suffix', 'domain.account', 'domain.template'])
        .select('domain.registry')
        .where('registrant_template.identity', '=', 'verified')
        .where('domain.codes_sent_at', 'is', null)
        .where('domain.released_at', 'is', null)
        .where('domain.registry', 'in', [...registries])
        .limit(atOnce)
        .forUpdate('domain')
        .skipLocked()
        .execute()
      if (due.length === 0) return 0
      await trx
        .updateTable('domain')
        .set({ codes_sent_at: clock.now() })
        .where(
          'id',
          'in',
          due.map(({ id }) => id),
        )
        .execute()
      await startTasks(
        trx,
        due.map(({ ascii, name, account, template, registry }) => {
          const input: CodeSubmission = {
            ascii,
            account,
            label: labelOfName(name),
            template,
            registry,
          }
          return {
            kind: 'SUBMIT_CODES',
            subject: ascii,
            account,
            actor: { kind: 'system', name: 'verification-codes' } as const,
            input,
          }
        }),
        { clock, random },
      )
      return due.length
    })

  return repeated(look, { everyMs, log, failing: 'codes could not be sent' })
}

import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import {
  defineTask,
  localStep,
  outsideStep,
  RetryLater,
  StepRefused,
  type TaskDefinition,
} from '../../../kernel/tasks/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { tellHolder } from '../../registrants/index.ts'
import { claimName, releaseClaim } from '../claims.ts'
import type { Registries, RegistryAnswer } from '../ports.ts'
import { refusedByRegistry } from '../refused-by-registry.ts'
import { scheduleUnpaidDuty } from '../schedule-unpaid.ts'

/** Kind of the task that deletes a name that nobody pays for. */
export const deleteUnpaidKind = 'DOMAIN_UNPAID'

export interface UnpaidName {
  readonly ascii: string
  readonly account: string
  readonly registry: string
  /** Two names with one key are one name (S1-30). */
  readonly key: string
  /** The day until which it was paid for: another one, and it was paid for meanwhile. */
  readonly expiresAt: string
}

const actor = { kind: 'system', name: 'unpaid' } as const
const dayMs = 86_400_000
const withPendingDelete = sql<string[]>`array_append(array_remove(statuses, 'ok'), 'pendingDelete')`
const busyMs = 1_000

/**
 * Deletes a name that its registry has renewed by itself and that nobody has paid for (RFC 5731 §3.2.2), so that the
 * registry gives the year back. It holds the claim that a renewal needs: one that is paid before stops it, one that is
 * paid later is refused and given back.
 */
export function deleteUnpaidTask({
  registries,
  catalog,
}: {
  registries: Registries
  catalog: Catalog
}): TaskDefinition<UnpaidName> {
  return defineTask<UnpaidName>(
    deleteUnpaidKind,
    [
      outsideStep<UnpaidName, UnpaidName, RegistryAnswer>('delete', {
        party: ({ input }) => `delete:${input.registry}`,
        async prepare({ trx, input, task, clock }) {
          if (!(await claimName(trx, { key: input.key, task: task.id }, clock))) throw new RetryLater(busyMs)
          const name = await unpaid(trx, input)
          if (!name) throw new StepRefused({ code: 'domain.paid-meanwhile', findings: [] })
          const busy = await trx
            .selectFrom('task')
            .select('id')
            .where('subject', '=', input.ascii)
            .where('id', '<>', task.id)
            .where('state', 'in', ['waiting', 'executing', 'unknown'])
            .executeTakeFirst()
          // Above all a renewal that is paid: the claim is rolled back, and it goes first.
          if (busy) throw new RetryLater(busyMs)
          return input
        },
        send: ({ registry, ascii }, { trid }) =>
          refusedByRegistry(() => registries.registry(registry).delete(ascii, { clTRID: trid })),
        async reconcile({ registry, ascii }, { trid }) {
          const found = await registries.registry(registry).info(ascii)
          const answer = { message: 'found by info', clTRID: trid, svTRID: '' }
          if (!found?.ours) return { known: 'applied', answer: { ...answer, code: 1000 } }
          return found.statuses.includes('pendingDelete')
            ? { known: 'applied', answer: { ...answer, code: 1001 } }
            : { known: 'not-applied' }
        },
      }),

      localStep<UnpaidName>('record', async ({ trx, input, results, task, clock, random }) => {
        const { ascii, account, key } = input
        const { code } = results.delete as RegistryAnswer
        const now = clock.now()
        // 1001: the registry keeps it in redemption, and the mirror lets it go when the registry does.
        const name = await trx
          .updateTable('domain')
          .set({
            deleted_at: now,
            ...(code === 1001 ? { asked_at: null, statuses: withPendingDelete } : { released_at: now }),
          })
          .where('ascii', '=', ascii)
          .where('account', '=', account)
          .where('released_at', 'is', null)
          .returning(['name', 'suffix', 'template'])
          .executeTakeFirst()
        await releaseClaim(trx, { key, task: task.id })
        if (!name) return null
        await record({ action: 'domain.deleted-unpaid', subject: ascii, detail: { code } }, { trx, clock, actor })
        const days = code === 1001 ? (catalog.find(name.suffix)?.lifecycle.redemptionDays ?? null) : 0
        await tellHolder(
          {
            kind: 'domain.unpaid-deleted',
            template: name.template,
            manager: account,
            subject: ascii,
            parameters: {
              name: name.name,
              expires: chinaDay(new Date(input.expiresAt)),
              restore: restoreText(days),
              link: days === 0 ? '/domains' : `/domains/${name.name}`,
            },
          },
          { trx, clock, random },
        )
        return { code }
      }),
    ],
    {
      failed: [
        localStep<UnpaidName>('note-failure', async ({ trx, input, task, clock, random }) => {
          await releaseClaim(trx, { key: input.key, task: task.id })
          // A registry that does not let it go now, for a dispute or a lock of its own, is asked again every day.
          if (await unpaid(trx, input)) {
            const tomorrow = new Date(clock.now().getTime() + dayMs)
            await scheduleUnpaidDuty(input.ascii, tomorrow, { trx, random })
          }
          return null
        }),
      ],
    },
  )
}

/** The row while the name still stands in a year that is not paid for. */
function unpaid(trx: Trx, { ascii, account, expiresAt }: UnpaidName) {
  return trx
    .selectFrom('domain')
    .select('id')
    .where('ascii', '=', ascii)
    .where('account', '=', account)
    .where('released_at', 'is', null)
    .where('registry_expires_at', 'is not', null)
    .where('expires_at', '=', new Date(expiresAt))
    .executeTakeFirst()
}

function restoreText(days: number | null): { zh: string; en: string } {
  if (days === 0) return { zh: '任何人都可以注册它了。', en: 'Anybody may register it now.' }
  const within = days === null ? { zh: '一段时间', en: 'a while' } : { zh: `${days}天`, en: `${days} days` }
  return {
    zh: `注册局还保留${within.zh}（赎回期），要取回请联系客服，另收赎回费。`,
    en: `Its registry keeps it for ${within.en} (redemption); to have it back contact support, a restore fee is due.`,
  }
}

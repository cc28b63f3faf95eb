import { chinaDay } from '../../kernel/clock/index.ts'
import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { startTask } from '../../kernel/tasks/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { tellHolder } from '../registrants/index.ts'
import { changeHold } from './change-hold.ts'
import { scheduleUnpaidDuty } from './schedule-unpaid.ts'
import { deleteUnpaidKind } from './tasks/delete-unpaid-task.ts'
import { interruptedMs, unpaidDays } from './unpaid-days.ts'

/**
 * Interrupts the resolution of a name that its registry has renewed by itself and that nobody has paid for, and deletes it
 * eight days or more later, within the auto-renew grace, so that the registry gives the year back (ERRP 2.2, RFC 3915 §3.1).
 * It looks at what is, not at what was planned: a renewal ends it at any time before.
 */
export const keepUnpaidDuty =
  ({ catalog }: { catalog: Catalog }): DeadlineHandler =>
  async ({ subject: ascii }, context) => {
    const { trx, clock, random, log } = context
    const name = await trx
      .selectFrom('domain')
      .select(['id', 'name', 'account', 'template', 'suffix', 'registry', 'variant_key', 'statuses', 'nameservers'])
      .select(['expires_at', 'registry_expires_at', 'unpaid_held_at'])
      .where('ascii', '=', ascii)
      .where('released_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!name || name.registry_expires_at === null || name.statuses.includes('pendingDelete')) return
    const { account, expires_at: expiresAt, unpaid_held_at: heldAt } = name
    const now = clock.now()
    const lifecycle = catalog.find(name.suffix)?.lifecycle
    const days = unpaidDays({ expiresAt, heldAt }, lifecycle)
    const next = (at: Date) => scheduleUnpaidDuty(ascii, at, context)
    if (now < days.stopsAt) return next(days.stopsAt)

    const hold = () =>
      changeHold(trx, { ascii, account, add: ['clientHold'], remove: [], reason: 'unpaid' }, { clock, random })
    const heldFromNow = () => trx.updateTable('domain').set({ unpaid_held_at: now }).where('id', '=', name.id).execute()
    if (heldAt === null) {
      await heldFromNow()
      await hold()
      const { deletedAt } = unpaidDays({ expiresAt, heldAt: now }, lifecycle)
      await tellHolder(
        {
          template: name.template,
          manager: account,
          kind: 'domain.unpaid-held',
          subject: ascii,
          parameters: {
            name: name.name,
            expires: chinaDay(expiresAt),
            until: chinaDay(deletedAt),
            link: `/domains/${name.name}`,
          },
        },
        context,
      )
      return next(deletedAt)
    }
    if (now < days.deletedAt) return next(days.deletedAt)

    const resolves =
      name.nameservers.length > 0 && !name.statuses.some((status) => /^(client|server)Hold$/.test(status))
    const againUntil = new Date(now.getTime() + interruptedMs)
    if (resolves && againUntil < days.graceEnds) {
      log.warn({ registry: name.registry }, 'a name that is not paid for was not interrupted, and is not deleted yet')
      await heldFromNow()
      await hold()
      return next(againUntil)
    }
    if (now >= days.graceEnds)
      log.warn(
        { registry: name.registry },
        'a name that is not paid for is deleted too late: its year is not given back',
      )
    await startTask(
      trx,
      {
        kind: deleteUnpaidKind,
        subject: ascii,
        account,
        actor: { kind: 'system', name: 'unpaid' },
        input: { ascii, account, registry: name.registry, key: name.variant_key, expiresAt: expiresAt.toISOString() },
      },
      { clock, random },
    )
  }

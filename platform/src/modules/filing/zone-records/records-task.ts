import type { Trx } from '../../../kernel/database/index.ts'
import { defineTask, localStep, outsideStep, startTask, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { openDraft } from '../draft/draft-box.ts'
import { lockOrder, note } from '../orders.ts'
import type { AddressesOfName, ZoneHosting } from '../ports.ts'
import { recordsOf } from '../result-of.ts'
import { type RecordsInput, recordsKind } from './start-records.ts'

const nameKind = 'FILING_RECORD'

interface NameInput extends AddressesOfName {
  readonly order: string
}

/** What is hosted here of a filing that has passed: one task for each of its names. */
export function filingRecordsTask({
  vault,
  hosting,
}: {
  vault: Vault
  hosting: ZoneHosting
}): TaskDefinition<RecordsInput> {
  return defineTask<RecordsInput>(
    recordsKind,
    [
      localStep('plan', async ({ trx, input, task, clock, random }) => {
        const order = await lockOrder(trx, { id: input.order })
        const names = hostedNames(recordsOf(await openDraft(vault, order.draft)), hosting)
        for (const one of names) {
          await trx
            .insertInto('filing_zone_record')
            .values({
              filing_order: order.id,
              name: one.name,
              zone: one.zone,
              state: 'setting',
              changed_at: clock.now(),
            })
            .execute()
          const named: NameInput = { order: order.id, ...one }
          await startTask(
            trx,
            { kind: nameKind, subject: order.number, account: order.account, actor: task.actor, input: named },
            { clock, random },
          )
        }
        return { names: names.length }
      }),
    ],
    { failed: [] },
  )
}

/** Sets the addresses of one name where nothing stands yet. A lost answer is read, never sent again blindly. */
export function filingRecordTask({ hosting }: { hosting: ZoneHosting }): TaskDefinition<NameInput> {
  type Outcome = { readonly outcome: 'set' | 'occupied' }
  return defineTask<NameInput>(
    nameKind,
    [
      outsideStep<NameInput, AddressesOfName, Outcome>('update', {
        party: ({ input }) => `zone-${input.zone}`,
        prepare: async ({ input: { zone, name, addresses } }) => ({ zone, name, addresses }),
        send: async (request) => ({ outcome: await hosting.set(request) }),
        async reconcile(request) {
          const stands = await hosting.read(request)
          return stands === 'nothing' ? { known: 'not-applied' } : { known: 'applied', answer: { outcome: stands } }
        },
      }),
      localStep('record', async ({ trx, input, results, clock }) => {
        const { outcome } = results.update as Outcome
        await settle(trx, input, outcome === 'set' ? 'set' : 'left', clock.now())
        await note(
          input.order,
          outcome === 'set' ? 'record-set' : 'record-left',
          'we',
          { trx, clock },
          { name: input.name },
        )
        return {}
      }),
    ],
    {
      failed: [
        localStep('leave', async ({ trx, input, clock }) => {
          await settle(trx, input, 'failed', clock.now())
          return {}
        }),
      ],
    },
  )
}

async function settle(
  trx: Trx,
  { order, name }: NameInput,
  state: 'set' | 'left' | 'failed',
  now: Date,
): Promise<void> {
  await trx
    .updateTable('filing_zone_record')
    .set({ state, changed_at: now })
    .where('filing_order', '=', order)
    .where('name', '=', name)
    .execute()
}

/** The names of these records whose zones are hosted here, each once with all its addresses. */
function hostedNames(records: ReturnType<typeof recordsOf>, hosting: ZoneHosting): AddressesOfName[] {
  return [...new Set(records.map(({ name }) => name))].flatMap((name) => {
    const zone = hosting.zoneOf(name)
    if (zone === undefined) return []
    const own = new Map(
      records.filter((record) => record.name === name).map(({ type, value }) => [value, { type, value }]),
    )
    return [{ zone, name, addresses: [...own.values()] }]
  })
}

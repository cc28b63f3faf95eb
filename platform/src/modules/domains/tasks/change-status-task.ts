import { record } from '../../../kernel/audit/index.ts'
import { defineTask, localStep, outsideStep, StepRefused, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import type { Registries, RegistryAnswer } from '../ports.ts'
import { refusedByRegistry } from '../refused-by-registry.ts'

export interface StatusChange {
  readonly ascii: string
  /** Client statuses of RFC 5731 §2.3, such as `clientHold`. */
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** Why, for the record: `email-duty`. */
  readonly reason: string
}

interface UpdateRequest extends StatusChange {
  readonly registry: string
}

/** Sets and removes a name's client statuses at its registry (RFC 5731 §3.2.5). */
export function changeStatusTask({ registries }: { registries: Registries }): TaskDefinition<StatusChange> {
  return defineTask<StatusChange>(
    'DOMAIN_STATUS',
    [
      outsideStep<StatusChange, UpdateRequest, RegistryAnswer>('update', {
        party: ({ input }) => `update:${input.ascii}`,
        async prepare({ trx, input }) {
          const domain = await trx
            .selectFrom('domain')
            .select('registry')
            .where('ascii', '=', input.ascii)
            .where('released_at', 'is', null)
            .executeTakeFirst()
          if (!domain) throw new StepRefused({ code: 'domain.not-found', findings: [] })
          // Only the registry knows what is set now; adding what is there is an error (2306).
          const found = await registries.registry(domain.registry).info(input.ascii)
          const has = new Set(found?.statuses)
          const add = input.add.filter((status) => !has.has(status))
          const remove = input.remove.filter((status) => has.has(status))
          if (add.length + remove.length === 0) return undefined
          return { ...input, add, remove, registry: domain.registry }
        },
        send: ({ registry, ascii, add, remove }, { trid }) =>
          refusedByRegistry(() => registries.registry(registry).update({ ascii, add, remove }, { clTRID: trid })),
        async reconcile({ registry, ascii, add, remove }, { trid }) {
          const found = await registries.registry(registry).info(ascii)
          if (!found) return { known: 'unknown' }
          const has = new Set(found.statuses)
          const applied = add.every((status) => has.has(status)) && !remove.some((status) => has.has(status))
          return applied
            ? { known: 'applied', answer: { code: 1000, message: 'found by info', clTRID: trid, svTRID: '' } }
            : { known: 'not-applied' }
        },
      }),
      localStep('record', async ({ trx, input, clock }) => {
        // The mirror takes the registry's own list over, which has what the registry set beside ours.
        await trx
          .updateTable('domain')
          .set({ asked_at: null })
          .where('ascii', '=', input.ascii)
          .where('released_at', 'is', null)
          .execute()
        await record(
          {
            action: 'domain.status-changed',
            subject: input.ascii,
            detail: { add: input.add, remove: input.remove, reason: input.reason },
          },
          { trx, clock, actor: { kind: 'system', name: input.reason } },
        )
        return {}
      }),
    ],
    { failed: [] },
  )
}

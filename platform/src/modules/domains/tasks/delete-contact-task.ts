import { record } from '../../../kernel/audit/index.ts'
import { setDeadline } from '../../../kernel/deadlines/index.ts'
import { defineTask, localStep, outsideStep, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import { templateLetGo } from '../../registrants/index.ts'
import { type Registries, RegistryRefused } from '../ports.ts'

export const contactDeleteKind = 'CONTACT_DELETE'

export interface ContactDelete {
  readonly template: string
  readonly registry: string
  readonly handle: string
}

/** null: it is gone, or another's; otherwise why the registry keeps it. */
interface LetGo {
  readonly keptBecause: string | null
}

/** A name that the registry has not released yet refers to the contact for weeks (RFC 5731 §3.2.2, redemption). */
const askAgainMs = 30 * 86_400_000
const unknownContact = 2303
const actor = { kind: 'system', name: 'contacts-let-go' } as const

/**
 * Deletes a holder's contact at a registry when nothing of ours needs it any more (PIPL art. 47). A registry that keeps it, such as
 * for a name that refers to it (2305), is asked again, and its words are kept.
 */
export function deleteContactTask({ registries }: { registries: Registries }): TaskDefinition<ContactDelete> {
  return defineTask<ContactDelete>(
    contactDeleteKind,
    [
      outsideStep<ContactDelete, ContactDelete, LetGo>('delete', {
        party: ({ input }) => input.registry,
        prepare: async ({ input }) => input,
        async send({ registry: id, handle }, { trid }) {
          const registry = registries.registry(id)
          if (!(await registry.contact(handle))?.ours) return { keptBecause: null }
          try {
            await registry.deleteContact(handle, { clTRID: trid })
          } catch (error) {
            if (!(error instanceof RegistryRefused)) throw error
            const { code, message } = error.answer
            if (code !== unknownContact) return { keptBecause: `${code} ${message}`.slice(0, 500) }
          }
          return { keptBecause: null }
        },
        async reconcile({ registry, handle }) {
          const found = await registries.registry(registry).contact(handle)
          return found?.ours ? { known: 'not-applied' } : { known: 'applied', answer: { keptBecause: null } }
        },
      }),
      localStep('record', async ({ trx, input: { template, registry, handle }, results, clock, random }) => {
        const { keptBecause } = results.delete as LetGo
        const now = clock.now()
        await trx
          .updateTable('registry_contact')
          .set(keptBecause === null ? { removed_at: now, kept_because: null } : { kept_because: keptBecause })
          .where('template', '=', template)
          .where('registry', '=', registry)
          .execute()
        if (keptBecause !== null)
          await setDeadline(
            { kind: templateLetGo, subject: template, opensAt: new Date(now.getTime() + askAgainMs) },
            { trx, random },
          )
        const action = keptBecause === null ? 'contact.deleted' : 'contact.kept'
        await record({ action, subject: handle, detail: { template, registry } }, { trx, clock, actor })
        return {}
      }),
    ],
    { failed: [] },
  )
}

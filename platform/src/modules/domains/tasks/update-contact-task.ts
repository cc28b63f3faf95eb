import { record } from '../../../kernel/audit/index.ts'
import { defineTask, localStep, outsideStep, StepRefused, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import type { RegistryAnswer } from '../ports.ts'
import { refusedByRegistry } from '../refused-by-registry.ts'
import type { ContactDeps, ContactOfHolder } from './contact-step.ts'

export const contactUpdateKind = 'CONTACT_UPDATE'

export interface ContactUpdate extends ContactOfHolder {
  readonly handle: string
  /** Of the holder's data when this was begun. */
  readonly revision: number
  /** The registry has refused the holder: it hears of them again, whether or not anything is another now. */
  readonly again: boolean
}

interface Told {
  readonly revision: number
}

/** Clocks of registries may differ from ours by so much. */
const skewMs = 5 * 60_000
const actor = { kind: 'system', name: 'contact-keeper' } as const

/**
 * Tells a registry what was corrected of a holder (contact:update, RFC 5733 §3.2.5), so that what is registered is what is
 * verified (S0-34, S4-27). The intent names template and revision; the holder's data is read when it is sent.
 */
export function updateContactTask({ registries, registrant }: ContactDeps): TaskDefinition<ContactUpdate> {
  return defineTask<ContactUpdate>(
    contactUpdateKind,
    [
      outsideStep<ContactUpdate, ContactUpdate, Told>('update', {
        party: ({ input }) => input.registry,
        prepare: async ({ input }) => input,
        async send({ registry: id, handle, account, template, again }, { trid }) {
          const registry = registries.registry(id)
          const found = await registry.contact(handle)
          if (!found?.ours) throw new StepRefused({ code: 'contact.not-ours', findings: [] })
          const holder = await registrant(account, template)
          if (again || !found.says(holder))
            await refusedByRegistry(() => registry.updateContact(handle, holder, { clTRID: trid }))
          return { revision: holder.revision }
        },
        async reconcile({ registry: id, handle, account, template, again }, { sentAt }) {
          const found = await registries.registry(id).contact(handle)
          if (!found?.ours) return { known: 'unknown' }
          const holder = await registrant(account, template)
          const heard = Date.parse(found.updatedAt ?? '') >= sentAt.getTime() - skewMs
          return found.says(holder) && (!again || heard)
            ? { known: 'applied', answer: { revision: holder.revision } }
            : { known: 'not-applied' }
        },
      }),
      localStep('record', async ({ trx, input: { template, registry, handle }, results, clock }) => {
        const { revision } = results.update as Told
        await trx
          .updateTable('registry_contact')
          .set({ revision, told_at: clock.now(), refused: null })
          .where('template', '=', template)
          .where('registry', '=', registry)
          .execute()
        await record(
          { action: 'contact.corrected', subject: handle, detail: { template, registry, revision } },
          { trx, clock, actor },
        )
        return {}
      }),
    ],
    {
      failed: [
        localStep('note-refusal', async ({ trx, input: { template, registry, handle, revision }, task, clock }) => {
          const { answer, code } = (task.failure ?? { code: '' }) as { answer?: Partial<RegistryAnswer>; code: string }
          const refused = (answer?.message ?? code).slice(0, 500)
          await trx
            .updateTable('registry_contact')
            .set({ refused, told_at: clock.now() })
            .where('template', '=', template)
            .where('registry', '=', registry)
            .execute()
          await record(
            { action: 'contact.correction-refused', subject: handle, detail: { template, registry, revision } },
            { trx, clock, actor },
          )
          return null
        }),
      ],
    },
  )
}

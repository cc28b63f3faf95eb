import { sql } from 'kysely'
import type { Clock } from '../../../kernel/clock/index.ts'
import { type Trx, together } from '../../../kernel/database/index.ts'
import { outsideStep, type Step } from '../../../kernel/tasks/index.ts'
import { contactHandle } from '../contact-handle.ts'
import type { Registrant, Registries } from '../ports.ts'
import { refusedByRegistry } from '../refused-by-registry.ts'

/** Whose contact, and where. */
export interface ContactOfHolder {
  readonly registry: string
  readonly account: string
  readonly template: string
}

interface ContactRequest extends ContactOfHolder {
  readonly handle: string
}

/** `revision`: of the holder's data that the registry was told; 0 where that is not known. */
interface MadeContact {
  readonly handle: string
  readonly revision: number
}

export interface ContactDeps {
  readonly registries: Registries
  /** Reads a holder, certificate number opened from the vault. */
  registrant(account: string, template: string): Promise<Registrant>
}

/** Makes the holder's contact object at a registry that keeps them (RFC 5733 §3.2.1), unless it is there. */
export function contactStep<Input>(
  { registries, registrant }: ContactDeps,
  contactOf: (input: Input) => ContactOfHolder | undefined,
): Step<Input> {
  return outsideStep<Input, ContactRequest, MadeContact>('contact', {
    party: ({ input }) => contactOf(input)?.registry ?? '',
    async prepare({ trx, input }) {
      const contact = contactOf(input)
      if (!contact) return undefined
      return (await isKept(trx, contact)) ? undefined : { ...contact, handle: contactHandle(contact.template) }
    },
    async send({ registry, handle, account, template }, { trid }) {
      const found = await registries.registry(registry).contact(handle)
      if (found?.ours) return { handle, revision: 0 }
      const holder = await registrant(account, template)
      const created = await refusedByRegistry(
        () => registries.registry(registry).createContact(handle, holder, { clTRID: trid }),
        { unless: 2302 },
      )
      return { handle, revision: created ? holder.revision : 0 }
    },
    async reconcile({ registry, handle }) {
      const found = await registries.registry(registry).contact(handle)
      return found?.ours ? { known: 'applied', answer: { handle, revision: 0 } } : { known: 'not-applied' }
    },
  })
}

/** Notes that a registry keeps the holder's contact, and which of our corrections it knows. */
export async function keepContact(
  { template, registry }: Kept,
  made: unknown,
  { trx, clock }: { trx: Trx; clock: Clock },
): Promise<string> {
  const handle = contactHandle(template)
  // Without an answer there was nothing to send: it is noted already.
  if (made === null || made === undefined) return handle
  const { revision } = made as MadeContact
  await trx
    .insertInto('registry_contact')
    .values({ template, registry, handle, created_at: clock.now(), revision })
    .onConflict((conflict) => conflict.columns(['template', 'registry']).doNothing())
    .execute()
  return handle
}

type Kept = Pick<ContactOfHolder, 'template' | 'registry'>

/** Whether it is noted that a registry keeps the holder's contact. */
const isKept = together(async (trx, asked: readonly Kept[]) => {
  const rows = await trx
    .selectFrom('registry_contact')
    .select(['template', 'registry'])
    .where('template', '=', sql<string>`any(${[...new Set(asked.map(({ template }) => template))]}::uuid[])`)
    .execute()
  return asked.map((one) =>
    rows.some(({ template, registry }) => template === one.template && registry === one.registry),
  )
})

import { provinceNamed } from '@yuming/filing'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { reserveNumbers } from '../../service-numbers/index.ts'
import { boxDraft, openDraft, type StoredDraft } from '../draft/draft-box.ts'
import type { Draft, DraftService } from '../draft/draft-schemas.ts'
import { keptPrincipal, keptSubject } from '../draft/hidden-numbers.ts'
import { asIdentified, prefilledSubject } from '../draft/prefilled.ts'
import { serviceNumbersIn } from '../draft/service-numbers-in.ts'
import { ChangedMeanwhile, NotOpen } from '../errors.ts'
import { digestsOf } from '../facts/digests.ts'
import type { FactsDeps } from '../facts/filing-facts.ts'
import { oneRunning } from '../one-running.ts'
import { note, type OrderRow, ownOrder } from '../orders.ts'
import { ownId } from '../own-id.ts'
import { isOpen } from '../states.ts'
import { keepDomains, titleOf } from './begin-order.ts'

/** One step of the wizard, as it is saved. */
export type SavedStep =
  | { readonly step: 'subject'; readonly subject: Draft['subject'] }
  | { readonly step: 'services'; readonly services: readonly DraftService[] }
  | {
      readonly step: 'access'
      readonly access: readonly { readonly service: string; readonly access: NonNullable<DraftService['access']> }[]
    }
  | { readonly step: 'consent'; readonly consent: boolean }
  | { readonly step: 'cancel-reason'; readonly reason: NonNullable<Draft['cancelReason']> }

/**
 * Saves a step of a draft; wrong as it may be, it is kept, and the findings say what is wrong.
 * @throws FilingNotFound, NotOpen, ChangedMeanwhile, RunningOrder
 */
export async function saveStep(
  { number, revision, saved }: { number: string; revision: number | undefined; saved: SavedStep },
  context: Context & { actor: CustomerActor },
  { vault }: FactsDeps,
): Promise<OrderRow> {
  const { trx, clock, random, actor } = context
  const order = await ownOrder(trx, actor.account, number, { lock: true })
  if (!isOpen(order.state)) throw NotOpen()
  if (revision !== undefined && revision !== order.revision) throw ChangedMeanwhile()
  const now = clock.now()
  if (saved.step === 'consent') {
    await trx
      .updateTable('filing_order')
      .set({ consented_at: saved.consent ? (order.consented_at ?? now) : null, revision: order.revision + 1 })
      .where('id', '=', order.id)
      .execute()
    return ownOrder(trx, actor.account, number)
  }
  const known =
    order.template && (await prefilledSubject(trx, vault, { account: actor.account, template: order.template }))
  const kept = await openDraft(vault, order.draft)
  const written = await merged(kept, saved, trx)
  const draft: StoredDraft = known ? { ...written, subject: asIdentified(written.subject, known) } : written
  // A photograph is of these people: others are photographed anew.
  if (order.attempt > 0 && principalsOf(draft) !== principalsOf(kept))
    await note(order.id, 'principal-changed', 'you', { trx, clock })
  const digests = await digestsOf(draft.subject, { trx, random, vault })
  const box = await boxDraft(vault, draft)
  const province = draft.subject.region?.province
  await oneRunning(async () => {
    await trx
      .updateTable('filing_order')
      .set({
        draft: box,
        ...digests,
        province: province === undefined ? null : (provinceNamed(province)?.code ?? null),
        title: titleOf(draft),
        changed_at: now,
        revision: order.revision + 1,
      })
      .where('id', '=', order.id)
      .execute()
    if (saved.step === 'services')
      await keepDomains(trx, { id: order.id, account: actor.account, services: draft.services })
  })
  const numbers = serviceNumbersIn(draft.services)
  await reserveNumbers({ order: order.id, account: actor.account, numbers }, { trx })
  return ownOrder(trx, actor.account, number)
}

function principalsOf({ subject, services }: StoredDraft): string {
  const all = [subject.principal, ...services.map(({ principal }) => principal)]
  return JSON.stringify(all.map((one) => one && [one.name, one.certificate?.kind, one.certificate?.number]))
}

async function merged(
  kept: StoredDraft,
  saved: Exclude<SavedStep, { step: 'consent' }>,
  trx: Context['trx'],
): Promise<StoredDraft> {
  if (saved.step === 'subject') return { ...kept, subject: keptSubject(saved.subject, kept.subject) }
  if (saved.step === 'cancel-reason') return { ...kept, cancelReason: saved.reason }
  if (saved.step === 'access') {
    const by = new Map(saved.access.map(({ service, access }) => [service, access]))
    return {
      ...kept,
      services: kept.services.map((service) => ({ ...service, access: by.get(service.key ?? '') ?? service.access })),
    }
  }
  const before = new Map(kept.services.map((service) => [service.key, service]))
  const services: DraftService[] = []
  for (const service of saved.services) {
    // A key that is not of this order is nobody's: such a service is a new one.
    const known = service.key === undefined ? undefined : before.get(service.key)
    services.push({
      ...service,
      key: known?.key ?? (await ownId(trx)),
      principal: keptPrincipal(service.principal, known?.principal),
      access: service.access ?? known?.access,
    })
  }
  return { ...kept, services }
}

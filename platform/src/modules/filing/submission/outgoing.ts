import { type OrderType, provinceNamed } from '@yuming/filing'
import { type Selectable, sql } from 'kysely'
import type { Tables, Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { openDraft, type StoredDraft } from '../draft/draft-box.ts'
import type { DraftService } from '../draft/draft-schemas.ts'
import { asIdentified, prefilledSubject } from '../draft/prefilled.ts'
import { namesAbove } from '../names-above.ts'
import type { OrderRow } from '../orders.ts'
import { ownId } from '../own-id.ts'
import { paperPurpose } from '../papers/keep-paper.ts'
import { papersOfOrder } from '../papers/papers-of-order.ts'
import type { Outgoing, OutgoingAccess, OutgoingService } from '../ports.ts'

/** An order as it leaves for its bureau: the draft of this moment, its papers opened, and every id that is known. */
export async function outgoingOf(trx: Trx, order: OrderRow, { vault }: { vault: Vault }): Promise<Outgoing> {
  const draft = await openDraft(vault, order.draft)
  const known =
    order.template && (await prefilledSubject(trx, vault, { account: order.account, template: order.template }))
  const subject = known ? asIdentified(draft.subject, known) : draft.subject
  const filed = order.subject
    ? await trx.selectFrom('filing_subject').selectAll().where('id', '=', order.subject).executeTakeFirst()
    : undefined
  const services: OutgoingService[] = []
  for (const service of draft.services) services.push(await serviceOf(trx, service, order.type, draft))
  const papers = []
  for (const { kind, service, item } of await papersOfOrder(trx, order.id))
    papers.push({ kind, service, picture: await vault.open(trx, item, paperPurpose) })
  return {
    type: order.type === 'claim' ? 'change-subject' : order.type,
    subject: {
      ownId: filed?.own_id ?? order.own_id,
      bureauId: filed?.bureau_id ?? undefined,
      // Filed elsewhere, it is known by the number that the applicant stated or the register told.
      number: filed?.number ?? draft.registered?.subjectNumber ?? draft.stated?.subjectNumber,
      subject,
    },
    services,
    papers,
    cancelReason: draft.cancelReason,
  }
}

async function serviceOf(
  trx: Trx,
  service: DraftService,
  type: OrderType,
  { registered, stated }: StoredDraft,
): Promise<OutgoingService> {
  const filed = service.key
    ? await trx.selectFrom('filing_service').selectAll().where('own_id', '=', service.key).executeTakeFirst()
    : undefined
  const domains = filed
    ? await trx
        .selectFrom('filing_domain')
        .selectAll()
        .where('service', '=', filed.id)
        .where('ended_at', 'is', null)
        .execute()
    : []
  const accesses = filed
    ? await trx
        .selectFrom('filing_access')
        .selectAll()
        .where('service', '=', filed.id)
        .where('ended_at', 'is', null)
        .orderBy(sql`own_id::bigint`)
        .execute()
    : []
  const sentDomains = []
  for (const name of service.domains ?? []) {
    const known = domains.find(({ ascii }) => ascii === typedAscii(name))
    sentDomains.push({
      ownId: known?.own_id ?? (await ownId(trx)),
      bureauId: known?.bureau_id ?? undefined,
      name: typedAscii(name),
    })
  }
  const sentAccesses: OutgoingAccess[] = []
  for (const [at, access] of (service.access ?? []).entries()) {
    // A change carries the accesses that are filed, in their order; another access is an order of its own. Which of them
    // is given up, its addresses say.
    const known =
      type === 'new-access' ? undefined : type === 'cancel-access' ? withAddresses(accesses, access) : accesses[at]
    const addresses = []
    for (const ip of access.ips ?? []) addresses.push({ ownId: await ownId(trx), ip })
    sentAccesses.push({
      ownId: known?.own_id ?? (await ownId(trx)),
      bureauId: known?.bureau_id ?? undefined,
      mode: access.mode,
      place: access.place === undefined ? undefined : provinceNamed(access.place)?.code,
      addresses,
    })
  }
  return {
    ownId: service.key ?? (await ownId(trx)),
    bureauId: filed?.bureau_id ?? undefined,
    number: filed?.number ?? numberElsewhere(service) ?? undefined,
    service,
    domains: sentDomains,
    accesses: sentAccesses,
  }

  /** Filed elsewhere, it is known by the number that the register told, or the applicant. */
  function numberElsewhere({ domains: names = [] }: DraftService): string | undefined {
    if (type !== 'new-access') return undefined
    const line = names.flatMap((name) => namesAbove(typedAscii(name)))
    return line.map((ascii) => registered?.services[ascii]).find(Boolean) ?? stated?.serviceNumber
  }
}

type FiledAccess = Pick<Selectable<Tables['filing_access']>, 'own_id' | 'bureau_id' | 'ips'>

function withAddresses(
  accesses: readonly FiledAccess[],
  { ips = [] }: NonNullable<DraftService['access']>[number],
): FiledAccess | undefined {
  return accesses.find((one) => ips.length > 0 && ips.every((ip) => one.ips.includes(ip)))
}

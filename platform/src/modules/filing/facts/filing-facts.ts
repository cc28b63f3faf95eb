import {
  type FilingDraft,
  filingDraft,
  type OrderType,
  productNeeds,
  provinceNamed,
  type StatedFiling,
  type Wish,
} from '@yuming/filing'
import type { Context } from '../../../kernel/context.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { serversOf } from '../../service-numbers/index.ts'
import type { StoredDraft } from '../draft/draft-box.ts'
import type { DraftService, DraftSubject } from '../draft/draft-schemas.ts'
import { subjectAsFiled } from '../filed/filed-image.ts'
import { namesAbove } from '../names-above.ts'
import type { RegisteredFiling } from '../ports.ts'
import { digestsOf } from './digests.ts'
import { type DomainFactsDeps, domainFacts } from './domain-facts.ts'
import { filedServiceFacts, noneFiled } from './filed-services.ts'
import { type NamedServers, namedServers } from './named-servers.ts'
import { type KnownSubject, knownSubject } from './subject-record.ts'

export interface FactsDeps extends DomainFactsDeps {
  readonly vault: Vault
}

/** What was asked outside before the transaction; empty where nobody could be asked. */
export interface Looked {
  readonly subject?: RegisteredFiling
  readonly domains: ReadonlyMap<string, RegisteredFiling>
  /** Whether a name opens from outside; a name that is not there could not be told. */
  readonly open: ReadonlyMap<string, boolean>
}
export const nothingLooked: Looked = { domains: new Map(), open: new Map() }

export interface DraftToCheck {
  readonly account: string
  readonly wish: Wish
  readonly draft: StoredDraft
  readonly order?: { readonly id: string; readonly type: OrderType }
  readonly papers?: StatedFiling['papers']
  /** Bytes of the icons that were handed in, by the key of their service. */
  readonly icons?: ReadonlyMap<string | null, number>
  readonly complete?: boolean
}

export interface CheckedFacts extends KnownSubject {
  readonly facts: FilingDraft
  readonly servers: NamedServers
}

/** A draft with all that is known around it, as the rules of filing look at it. */
export async function filingFacts(
  { account, wish, draft, order, papers, icons, complete = false }: DraftToCheck,
  looked: Looked,
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
  deps: FactsDeps,
): Promise<CheckedFacts> {
  const stated = draft.stated ?? {}
  const { number_digest } = await digestsOf(draft.subject, { trx, random, vault: deps.vault })
  const about = { account, number_digest, stated, order: order?.id }
  const keys = draft.services.flatMap(({ key }) => key ?? [])
  const names = draft.services.flatMap(({ domains }) => domains ?? [])
  const asciis = names.flatMap((name) => namesAbove(typedAscii(name)))
  const known = await knownSubject(trx, { ...about, registered: looked.subject, about: { keys, asciis } })
  const registered = { subjectNumber: known.record.number, registered: looked.domains, open: looked.open }
  const domains = await domainFacts(trx, names, { ...about, ...registered }, deps)
  const filed = wish === 'file' ? noneFiled : await filedServiceFacts(trx, keys, wish)
  const before =
    wish === 'change-subject' && known.own ? await subjectAsFiled(trx, deps.vault, known.own.id) : undefined
  const servers = namedServers(draft.services)
  const numbered = await serversOf(trx, {
    account,
    order: order?.id,
    numbers: servers.numbers,
    today: clock.today(),
  })
  const said: StatedFiling = {
    wish,
    ...(complete && { check: 'before-submission' }),
    subject: draft.subject,
    record: { ...known.record, ...(before && recordedSubject(before)) },
    account: known.account,
    services: draft.services.map((service) => ({ ...serviceFacts(service, icons), ...filed.get(service.key ?? '') })),
    domains,
    servers: [...numbered, ...servers.stated.map((one) => serverFacts(one, clock.today()))],
    ...(papers && { papers }),
  }
  const facts = filingDraft(said, clock.today())
  // An order keeps the type under which it was begun: its own first filing must not turn it into a change.
  return { ...known, servers, facts: order ? { ...facts, type: order.type } : facts }
}

function serviceFacts(
  { key, access, app, ...service }: DraftService,
  icons: DraftToCheck['icons'] = new Map(),
): NonNullable<StatedFiling['services']>[number] {
  // Of an App the icon that was handed in counts, whatever a draft says of it.
  const iconBytes = icons.get(key ?? '')
  return {
    ...service,
    ...(app && { app: { platforms: app.platforms ?? [], ...(app.owner !== undefined && { owner: app.owner }) } }),
    ...(iconBytes !== undefined && { app: { ...app, iconBytes } }),
    ...(access && { access: access.map(({ serviceNumber: _, ...one }) => one) }),
  }
}

/** What is filed of a subject, to be held against what it is to become. */
function recordedSubject({ nature, certificate, principal }: DraftSubject): Partial<StatedFiling['record']> {
  return {
    ...(nature && { nature }),
    ...(certificate?.number !== undefined && { certificateNumber: certificate.number }),
    ...(principal?.name !== undefined && { principal: principal.name }),
  }
}

type Server = NonNullable<StatedFiling['servers']>[number]
type Access = NonNullable<DraftService['access']>[number]

/** A server as the access of a service names it; what only its product knows is not known here. */
function serverFacts({ product, place, ips = [] }: Access, day: string): Server {
  const known = productNeeds(product as Server['product'], day)
  return {
    ...(known && { product: product as Server['product'] }),
    ...(place !== undefined && provinceNamed(place) && { region: 'mainland' as const }),
    ...(ips.length > 0 && { publicIp: true }),
  }
}

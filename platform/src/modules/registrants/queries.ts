import { certificateKind } from '@yuming/identity'
import type { Text } from '@yuming/rules'
import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../kernel/database/index.ts'
import type { CustomerActor } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { verifiedEmails } from '../accounts/index.ts'
import { templateNotFound } from './errors.ts'
import { identityOf } from './identity/identity-record.ts'
import type { HolderInformation, Template } from './schemas.ts'
import { identityShown } from './states.ts'

type Row = Selectable<Tables['registrant_template']>

export async function listTemplates(trx: Trx, actor: CustomerActor): Promise<Template[]> {
  const rows = await trx
    .selectFrom('registrant_template')
    .selectAll()
    .where('account', '=', actor.account)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  const emails = [...new Set(rows.map((row) => row.email))]
  const verified = await verifiedEmails(trx, actor.account, emails)
  return rows.map((row) => viewOf(row, verified))
}

/** One template of the caller's account. @throws templateNotFound, also for a template of another account */
export async function templateOf(trx: Trx, actor: CustomerActor, id: string): Promise<Template> {
  const row = await rowOf(trx, actor.account, id)
  return viewOf(row, await verifiedEmails(trx, actor.account, [row.email]))
}

/** The holder of a name that the caller has; an agent's template shows its contacts and not its paper (S1-163). */
export async function holderOfName(
  trx: Trx,
  { account, template }: { account: string; template: string },
): Promise<Template> {
  const { row, view } = await anyTemplate(trx, template)
  if (row.account === account) return view
  return { ...view, certificate: { kind: view.certificate.kind, title: view.certificate.title, numberTail: '' } }
}

/** The operator's own template under which quick orders are placed; undefined unless it is verified, its address too. */
export async function agentTemplate(trx: Trx, id: string): Promise<(Template & { account: string }) | undefined> {
  const { row, view } = await anyTemplate(trx, id)
  const fit = view.identity === 'verified' && view.emailVerified && row.deleted_at === null
  return fit ? { ...view, account: row.account } : undefined
}

/** Whether an account has any template: who has one orders with it. */
export async function hasTemplate(trx: Trx, account: string): Promise<boolean> {
  const found = await trx
    .selectFrom('registrant_template')
    .select('id')
    .where('account', '=', account)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function anyTemplate(trx: Trx, id: string): Promise<{ row: Row; view: Template }> {
  const row = await trx.selectFrom('registrant_template').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw templateNotFound()
  return { row, view: viewOf(row, await verifiedEmails(trx, row.account, [row.email])) }
}

/** Templates of the account to which a name may be moved: verified, with a proved address (S4-03). */
export async function verifiedTemplates(trx: Trx, account: string): Promise<Template[]> {
  const rows = await trx
    .selectFrom('registrant_template')
    .selectAll()
    .where('account', '=', account)
    .where('deleted_at', 'is', null)
    .where('identity', '=', 'verified')
    .where((eb) => eb.or([eb('refused_at', 'is', null), eb('refused_at', '<', eb.ref('verified_at'))]))
    .orderBy('is_default', 'desc')
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  const verified = await verifiedEmails(trx, account, [...new Set(rows.map((row) => row.email))])
  return rows.map((row) => viewOf(row, verified)).filter(({ emailVerified }) => emailVerified)
}

/** The holder as the registry needs to know it, certificate number opened. @throws templateNotFound */
export async function registrantOf(
  trx: Trx,
  vault: Vault,
  { account, template }: { account: string; template: string },
): Promise<HolderInformation & { readonly template: string; readonly revision: number }> {
  const row = await rowOf(trx, account, template)
  const { number } = await identityOf(trx, vault, { account, template })
  return {
    template,
    revision: row.revision,
    holderType: row.holder_type,
    ...placesOf(row),
    certificate: { kind: row.certificate_kind, number, ...daysOf(row) },
  }
}

async function rowOf(trx: Trx, account: string, id: string): Promise<Row> {
  const row = await trx
    .selectFrom('registrant_template')
    .selectAll()
    .where('id', '=', id)
    .where('account', '=', account)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw templateNotFound()
  return row
}

function placesOf(row: Row) {
  return {
    name: { zh: row.name_zh, en: row.name_en },
    contact: { zh: row.contact_zh, en: row.contact_en },
    legalRepresentative: row.legal_representative,
    region: row.region,
    province: { zh: row.province_zh, en: row.province_en },
    city: { zh: row.city_zh, en: row.city_en },
    street: { zh: row.street_zh, en: row.street_en },
    postcode: row.postcode,
    phone: row.phone,
    email: row.email,
  }
}

function daysOf({ certificate_issued_on: issuedOn, certificate_ends_on: endsOn }: Row) {
  return { ...(issuedOn !== null && { issuedOn }), ...(endsOn !== null && { endsOn }) }
}

function titleOf(kind: string): Text {
  return certificateKind(kind)?.name ?? { zh: kind, en: kind }
}

function viewOf(row: Row, verified: ReadonlySet<string>): Template {
  return {
    id: row.id,
    holderType: row.holder_type,
    ...placesOf(row),
    emailVerified: verified.has(row.email.toLowerCase()),
    identity: identityShown(row),
    certificate: {
      kind: row.certificate_kind,
      title: titleOf(row.certificate_kind),
      numberTail: row.certificate_tail,
      ...daysOf(row),
    },
    default: row.is_default,
    createdAt: row.created_at.toISOString(),
  }
}

/** Holders as the ministry is told them, by template, also of those that were deleted. No number of a paper is opened. */
export async function holdersToReport(
  trx: Trx,
  templates: readonly string[],
): Promise<ReadonlyMap<string, HolderToReport>> {
  if (templates.length === 0) return new Map()
  const rows = await trx
    .selectFrom('registrant_template')
    .selectAll()
    .where('id', 'in', [...new Set(templates)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        holderType: row.holder_type,
        name: row.name_zh,
        contact: row.contact_zh,
        region: row.region,
        province: row.province_zh,
        city: row.city_zh,
        street: row.street_zh,
        phone: row.phone,
        email: row.email,
      },
    ]),
  )
}

interface HolderToReport {
  readonly holderType: 'person' | 'organisation'
  readonly name: string
  readonly contact: string
  readonly region: string
  readonly province: string
  readonly city: string
  readonly street: string
  readonly phone: string
  readonly email: string
}

import type { StatedFiling } from '@yuming/filing'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { nameIdentity, typedAscii } from '../../domains/index.ts'
import { registrantOf } from '../../registrants/index.ts'
import { verifiedOn } from '../../verification/index.ts'
import type { Stated } from '../draft/draft-box.ts'
import { isBlacklisted } from '../matters/blacklist.ts'
import { namesAbove } from '../names-above.ts'
import type { KnownToMinistry, RegisteredFiling } from '../ports.ts'
import { sameSubjectNumber } from './same-number.ts'

export type DomainFact = NonNullable<StatedFiling['domains']>[number]

export interface DomainFactsDeps {
  readonly vault: Vault
  readonly catalog: Pick<Catalog, 'find'>
  readonly knownToMinistry: KnownToMinistry
}

interface About {
  readonly account: string
  readonly number_digest: Buffer | null
  readonly stated: Stated
  /** Number of the subject, where one is known. */
  readonly subjectNumber: string | undefined
  /** What the bureaus' register said, by A-label. */
  readonly registered: ReadonlyMap<string, RegisteredFiling>
  /** Whether it opens from outside, by A-label. */
  readonly open: ReadonlyMap<string, boolean>
  /** The order itself, which is no other order for the name. */
  readonly order: string | undefined
}

/** All that is known here of the domains of a draft; what another account holds is not told. */
export async function domainFacts(
  trx: Trx,
  names: readonly string[],
  about: About,
  deps: DomainFactsDeps,
): Promise<DomainFact[]> {
  const facts: DomainFact[] = []
  for (const name of new Set(names)) facts.push(await factsOf(trx, name, about, deps))
  return facts
}

async function factsOf(
  trx: Trx,
  name: string,
  { account, number_digest, stated, subjectNumber, registered, open, order }: About,
  { vault, catalog, knownToMinistry }: DomainFactsDeps,
): Promise<DomainFact> {
  const ascii = typedAscii(name)
  const line = namesAbove(ascii)
  const filed = await filedUnder(trx, line, number_digest)
  const said = registered.get(ascii)
  const running = await runningFor(trx, ascii, account, order)
  const blacklisted = await anyBlacklisted(trx, line)
  const row = await trx
    .selectFrom('domain')
    .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
    .leftJoin('registry_review', (join) =>
      join.onRef('registry_review.domain', '=', 'domain.id').on('registry_review.axis', '=', 'identity'),
    )
    .select(['domain.ascii', 'domain.suffix', 'domain.template', 'domain.holder_type', 'expires_at', 'front'])
    .select(nameIdentity.as('identity'))
    .where('domain.account', '=', account)
    .where('domain.released_at', 'is', null)
    .where('domain.ascii', 'in', line)
    .executeTakeFirst()
  const suffix = row?.suffix ?? suffixOf(ascii, catalog)
  const approved = suffix === undefined ? undefined : catalog.find(suffix)?.miitApproved
  // Bureaus file what is registered: of a name under it they have nothing, and its parent says what is filed (S2-03).
  const [, ...above] = line
  const parentSaid =
    row && row.ascii !== ascii
      ? registered.get(row.ascii)
      : above.map((name) => registered.get(name)).find((one) => one?.filed)
  const parent = filed.parent ?? parentFiling(parentSaid, subjectNumber)
  const own = filed.own ?? (parent && said?.filed !== true ? {} : statedFiling(stated, said, subjectNumber))
  const common = {
    name: ascii,
    ...(open.has(ascii) && { open: open.get(ascii) === true }),
    ...(typeof approved === 'boolean' && { suffixApproved: approved }),
    ...own,
    ...(parent && { parent }),
    running,
    ...(blacklisted && { blacklisted }),
  }
  if (!row) return common
  const holder = await registrantOf(trx, vault, { account, template: row.template })
  const verified = (await verifiedOn(trx, [row.template])).get(row.template)
  const known = await knownToMinistry(row.ascii)
  return {
    ...common,
    ...(row.ascii === ascii ? {} : { registered: row.ascii }),
    registrarApproved: true,
    site: row.front ?? 'china',
    holder: {
      type: row.holder_type,
      name: holder.name.zh,
      kind: holder.certificate.kind,
      number: holder.certificate.number,
    },
    verified: row.identity,
    ...(row.identity === 'verified' && verified !== undefined && { verifiedOn: verified }),
    ...(known !== undefined && { knownToMinistry: known }),
    expiresOn: chinaDay(row.expires_at),
  }
}

/** A name stands on the list with those above it. */
async function anyBlacklisted(trx: Trx, line: readonly string[]): Promise<true | undefined> {
  for (const ascii of line) if (await isBlacklisted(trx, 'domain', ascii)) return true
  return undefined
}

function suffixOf(ascii: string, catalog: Pick<Catalog, 'find'>): string | undefined {
  return namesAbove(ascii)
    .map((name) => name.slice(name.indexOf('.') + 1))
    .find((suffix) => catalog.find(suffix) !== undefined)
}

function statedFiling(
  stated: Stated,
  said: RegisteredFiling | undefined,
  subjectNumber: string | undefined,
): Partial<DomainFact> {
  const filed = said?.filed ?? stated.domainFiled
  if (filed === undefined) return {}
  if (!filed) return { filed: false }
  const number = said?.serviceNumber ?? stated.serviceNumber
  // Two numbers of the register say more than anybody's memory.
  const sameSubject =
    said?.subjectNumber !== undefined && subjectNumber !== undefined
      ? sameSubjectNumber(said.subjectNumber, subjectNumber)
      : stated.sameSubject
  return {
    filed: true,
    at: 'elsewhere',
    ...(number !== undefined && { number }),
    ...(sameSubject !== undefined && { sameSubject }),
  }
}

/** What the register says of the name above. */
function parentFiling(
  said: RegisteredFiling | undefined,
  subjectNumber: string | undefined,
): NonNullable<DomainFact['parent']> | undefined {
  if (!said) return undefined
  if (!said.filed) return { filed: false }
  const both = said.subjectNumber !== undefined && subjectNumber !== undefined
  return {
    filed: true,
    at: 'elsewhere',
    ...(both && { sameSubject: sameSubjectNumber(said.subjectNumber, subjectNumber) }),
  }
}

/** What was filed through this platform: of the name itself, and of the nearest name above it. */
async function filedUnder(
  trx: Trx,
  line: readonly string[],
  digest: Buffer | null,
): Promise<{ own?: Partial<DomainFact>; parent?: NonNullable<DomainFact['parent']> }> {
  const rows = await trx
    .selectFrom('filing_domain')
    .innerJoin('filing_service', 'filing_service.id', 'filing_domain.service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_domain.ascii', 'filing_service.number', 'filing_service.here', 'filing_subject.number_digest'])
    .where('filing_domain.ended_at', 'is', null)
    .where('filing_domain.ascii', 'in', [...line])
    // Of an App that uses the name it says nothing for a website at it.
    .where('filing_service.kind', '=', 'website')
    .execute()
  const of = (ascii: string | undefined) => {
    const row = rows.find((one) => one.ascii === ascii)
    if (!row) return undefined
    const at = row.here ? ('here' as const) : ('elsewhere' as const)
    const same = digest === null ? {} : { sameSubject: row.number_digest.equals(digest) }
    return { filed: true, at, ...same, number: row.number }
  }
  const [ascii, ...above] = line
  const own = of(ascii)
  const parent = above.map(of).find((found) => found !== undefined)
  return {
    ...(own && { own: { ...own, number: own.number ?? undefined } }),
    ...(parent && {
      parent: { filed: true, at: parent.at, ...('sameSubject' in parent && { sameSubject: parent.sameSubject }) },
    }),
  }
}

async function runningFor(
  trx: Trx,
  ascii: string,
  account: string,
  order: string | undefined,
): Promise<'none' | 'here'> {
  let rows = trx
    .selectFrom('filing_order_domain')
    .select('filing_order')
    .where('ascii', '=', ascii)
    .where((eb) => eb.or([eb('submitted', '=', true), eb.and([eb('running', '=', true), eb('account', '=', account)])]))
  if (order !== undefined) rows = rows.where('filing_order', '<>', order)
  return (await rows.executeTakeFirst()) ? 'here' : 'none'
}

import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import type { NewsContext } from '../bureau/news-context.ts'
import type { DraftService } from '../draft/draft-schemas.ts'
import { ownId } from '../own-id.ts'
import type { PublishedFiling } from '../ports.ts'
import { boxService } from './filed-image.ts'
import { freeOwnId } from './free-own-id.ts'

export type PublishedService = PublishedFiling['services'][number]

/** Whether a published service is one of a draft: by our id, or by what is filed of it. */
export function isWritten(draft: DraftService, { ownId: own, domains, name }: PublishedService): boolean {
  if (own !== undefined && draft.key === own) return true
  const names = (draft.domains ?? []).map(typedAscii)
  const filed = domains.map((one) => typedAscii(one.name))
  // Of a name under a filed one the bureau publishes that one.
  if (filed.length > 0 || names.length > 0)
    return names.some((typed) => filed.some((ascii) => typed === ascii || typed.endsWith(`.${ascii}`)))
  return own === undefined && draft.name === name
}

/** A service of a subject that is filed here already; undefined where it is none of ours. */
export async function knownService(
  trx: Trx,
  subject: string,
  { bureauId, number, ownId: own }: PublishedService,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('filing_service')
    .select('id')
    .where('subject', '=', subject)
    .where('state', '=', 'filed')
    .where((eb) =>
      eb.or([
        ...(bureauId === undefined ? [] : [eb('bureau_id', '=', bureauId)]),
        ...(number === undefined ? [] : [eb('number', '=', number)]),
        ...(own === undefined ? [] : [eb.and([eb('own_id', '=', own), eb('bureau_id', 'is', null)])]),
        eb.val(false),
      ]),
    )
    .executeTakeFirst()
  return row?.id
}

/** A service as its bureau published it, with what the order said of it; its domains and our accesses follow. */
export async function keepService(
  subject: string,
  published: PublishedService,
  written: DraftService | undefined,
  { trx, clock, random }: NewsContext,
  vault: Vault,
): Promise<string> {
  const existing = (await knownService(trx, subject, published)) ?? (await serviceOfKey(trx, subject, written?.key))
  const others = published.accesses.filter(({ ours }) => !ours).length
  const values = {
    name: written?.name ?? published.name,
    home_url: published.homeUrl ?? written?.homeUrl ?? null,
    here: published.accesses.length === 0 || published.accesses.some(({ ours }) => ours),
    other_accesses: published.accesses.length === 0 ? null : others,
    ...(published.number !== undefined && { number: published.number }),
    ...(published.bureauId !== undefined && { bureau_id: published.bureauId }),
    ...(written && { filed: await boxService(vault, written) }),
  }
  const id = existing ?? random.uuid()
  if (existing) await trx.updateTable('filing_service').set(values).where('id', '=', id).execute()
  else
    await trx
      .insertInto('filing_service')
      .values({
        id,
        subject,
        kind: written?.kind ?? 'website',
        own_id: written?.key ?? (await ownId(trx)),
        state: 'filed',
        filed_at: clock.now(),
        ended_at: null,
        number: null,
        bureau_id: null,
        ...values,
        filed: values.filed ?? (await boxService(vault, { kind: 'website', name: published.name })),
      })
      .execute()
  await keepDomains(id, published, { trx, clock })
  await keepAccesses(id, published, written, { trx, clock, random })
  return id
}

async function serviceOfKey(trx: Trx, subject: string, key: string | undefined): Promise<string | undefined> {
  if (key === undefined) return undefined
  const row = await trx
    .selectFrom('filing_service')
    .select('id')
    .where('subject', '=', subject)
    .where('own_id', '=', key)
    .executeTakeFirst()
  return row?.id
}

async function keepDomains(
  service: string,
  { domains }: PublishedService,
  { trx, clock }: Pick<NewsContext, 'trx' | 'clock'>,
): Promise<void> {
  const names = domains.map(({ name }) => typedAscii(name))
  let gone = trx
    .updateTable('filing_domain')
    .set({ ended_at: clock.now() })
    .where('service', '=', service)
    .where('ended_at', 'is', null)
  if (names.length > 0) gone = gone.where('ascii', 'not in', names)
  await gone.execute()
  for (const { ownId: told, bureauId, name } of domains) {
    const ascii = typedAscii(name)
    // Filed for another service before: the bureau's newer word counts.
    await trx
      .updateTable('filing_domain')
      .set({ ended_at: clock.now() })
      .where('ascii', '=', ascii)
      .where('service', '<>', service)
      .where('ended_at', 'is', null)
      .execute()
    const known = await trx
      .updateTable('filing_domain')
      .set({ ended_at: null, ...(bureauId !== undefined && { bureau_id: bureauId }) })
      .where('service', '=', service)
      .where('ascii', '=', ascii)
      .returning('ascii')
      .executeTakeFirst()
    if (known) continue
    const own_id = await freeOwnId(trx, 'filing_domain', told)
    await trx
      .insertInto('filing_domain')
      .values({ service, ascii, own_id, bureau_id: bureauId ?? null, ended_at: null })
      .execute()
  }
}

async function keepAccesses(
  service: string,
  { accesses }: PublishedService,
  written: DraftService | undefined,
  { trx, clock, random }: NewsContext,
): Promise<void> {
  const ours = accesses.filter((access) => access.ours)
  const kept: string[] = []
  for (const { ownId: told, bureauId, ips } of ours) {
    const said = written?.access?.find((one) => one.ips?.some((ip) => ips.includes(ip)))
    const known = await trx
      .selectFrom('filing_access')
      .select('id')
      .where('service', '=', service)
      .where('ended_at', 'is', null)
      .where((eb) =>
        eb.or([
          ...(bureauId === undefined ? [] : [eb('bureau_id', '=', bureauId)]),
          ...(told === undefined ? [] : [eb.and([eb('own_id', '=', told), eb('bureau_id', 'is', null)])]),
          eb.val(false),
        ]),
      )
      .executeTakeFirst()
    const values = {
      ips: [...ips],
      ...(bureauId !== undefined && { bureau_id: bureauId }),
      ...(said && { product: said.product ?? '', server: said.server ?? null, place: said.place ?? '' }),
    }
    const id = known?.id ?? random.uuid()
    if (known) await trx.updateTable('filing_access').set(values).where('id', '=', id).execute()
    else
      await trx
        .insertInto('filing_access')
        .values({
          id,
          service,
          own_id: await freeOwnId(trx, 'filing_access', told),
          bureau_id: null,
          product: '',
          server: null,
          place: '',
          ended_at: null,
          ...values,
        })
        .execute()
    kept.push(id)
  }
  if (accesses.length === 0) return
  let gone = trx
    .updateTable('filing_access')
    .set({ ended_at: clock.now() })
    .where('service', '=', service)
    .where('ended_at', 'is', null)
  if (kept.length > 0) gone = gone.where('id', 'not in', kept)
  await gone.execute()
}

import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { beginDuties, endDuties } from '../after/duties.ts'
import { lookAgain } from '../after/look-again.ts'
import type { NewsContext, NewsDeps } from '../bureau/news-context.ts'
import { passOrder } from '../bureau/pass-order.ts'
import { submissionOf } from '../bureau/settle-result.ts'
import { openDraft } from '../draft/draft-box.ts'
import type { DraftService } from '../draft/draft-schemas.ts'
import { asIdentified, prefilledSubject } from '../draft/prefilled.ts'
import type { OrderRow } from '../orders.ts'
import { ownId } from '../own-id.ts'
import type { BureauNews, PublishedFiling } from '../ports.ts'
import { boxService, boxSubject } from './filed-image.ts'

type PublishedService = PublishedFiling['services'][number]

const kindsOfType: Readonly<Record<string, string>> = {
  first: 'new-filing',
  'new-service-here': 'new-service',
  'new-service-elsewhere': 'new-service',
  'new-access': 'new-access',
  'change-subject': 'change-filing',
  'change-service': 'change-filing',
  'change-access': 'change-filing',
}

/**
 * A filing as its bureau publishes it: the numbers and ids by which everything later goes. It ends the order that waited
 * for it, and brings what is filed through this platform up to date; filings of others are kept raw only.
 */
export async function recordPublished(
  bureau: string,
  filing: PublishedFiling,
  context: NewsContext,
  { vault, log }: NewsDeps,
): Promise<void> {
  const { trx } = context
  const keys = [filing.subject, ...filing.services, ...filing.services.flatMap(({ accesses }) => accesses)].flatMap(
    ({ ownId: own, bureauId, number }) => [own, bureauId, number].filter((key) => key !== undefined),
  )
  const found = await submissionOf(trx, { bureau, kind: undefined, keys })
  if (!found || kindsOfType[found.order.type] === undefined) {
    const known = await refresh(trx, filing)
    if (!known) log.info({ bureau }, 'a published filing is none of this platform')
    return
  }
  const { order } = found
  const subject = await keepSubject(order, filing, context, vault)
  const draft = await openDraft(vault, order.draft)
  let number: string | undefined
  for (const service of filing.services) {
    const written = draft.services.find((one) => matches(one, service))
    if (!written && !(await isKnown(trx, service))) continue
    const kept = await keepService(subject, service, written, context, vault)
    if (written) number ??= service.number
    await beginDuties(order, { subject, service: kept }, context)
    await lookAgain({ service: kept }, context)
  }
  if (order.type.startsWith('change-')) await endDuties({ subject, kinds: ['change'] }, 'changed', context)
  await passOrder(found, number ?? filing.subject.number ?? null, context)
}

/** Numbers and ids of what we know already; false when it is nothing of ours. */
async function refresh(trx: Trx, { subject, services }: PublishedFiling): Promise<boolean> {
  if (subject.bureauId === undefined) return false
  const { numUpdatedRows } = await trx
    .updateTable('filing_subject')
    .set({ ...(subject.number !== undefined && { number: subject.number }), bureau_id: subject.bureauId })
    .where((eb) =>
      eb.or([
        eb('bureau_id', '=', subject.bureauId ?? ''),
        ...(subject.ownId === undefined ? [] : [eb('own_id', '=', subject.ownId)]),
      ]),
    )
    .where('state', '=', 'filed')
    .executeTakeFirstOrThrow()
  for (const { ownId: own, bureauId, number } of services)
    if (own !== undefined)
      await trx
        .updateTable('filing_service')
        .set({ ...(number !== undefined && { number }), ...(bureauId !== undefined && { bureau_id: bureauId }) })
        .where('own_id', '=', own)
        .execute()
  return numUpdatedRows > 0n
}

const matches = (draft: DraftService, { ownId: own, domains, name }: PublishedService): boolean =>
  own === undefined
    ? (draft.domains ?? []).some((domain) => domains.some((one) => one.name === typedAscii(domain))) ||
      draft.name === name
    : draft.key === own

async function isKnown(trx: Trx, { ownId: own, bureauId }: PublishedService): Promise<boolean> {
  const row = await trx
    .selectFrom('filing_service')
    .select('id')
    .where((eb) =>
      eb.or([
        ...(own === undefined ? [] : [eb('own_id', '=', own)]),
        ...(bureauId === undefined ? [] : [eb('bureau_id', '=', bureauId)]),
        eb.val(false),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

async function keepSubject(
  order: OrderRow,
  { subject: { bureauId, number } }: PublishedFiling,
  { trx, clock, random }: NewsContext,
  vault: Vault,
): Promise<string> {
  const draft = await openDraft(vault, order.draft)
  const known =
    order.template && (await prefilledSubject(trx, vault, { account: order.account, template: order.template }))
  const written = known ? asIdentified(draft.subject, known) : draft.subject
  const values = {
    nature: written.nature ?? 'enterprise',
    name: written.name ?? '',
    template: order.template,
    bureau_id: bureauId ?? null,
    number: number ?? null,
    filed: await boxSubject(vault, written),
    // Our reviewers have called, or the ministry's code was entered (S3-57, S3-70).
    phones_confirmed_on: clock.today(),
  }
  const existing =
    order.subject ??
    (
      await trx
        .selectFrom('filing_subject')
        .select('id')
        .where('number_digest', '=', order.number_digest)
        .where('account', '=', order.account)
        .where('state', '=', 'filed')
        .executeTakeFirst()
    )?.id
  if (existing) {
    // A new service leaves the subject as it is filed; a change of the subject is what changes it.
    const changed = order.type.startsWith('change-')
      ? {
          ...values,
          ...(order.number_digest && {
            number_digest: order.number_digest,
            name_digest: order.name_digest ?? order.number_digest,
          }),
        }
      : { bureau_id: values.bureau_id, ...(number !== undefined && { number }) }
    await trx.updateTable('filing_subject').set(changed).where('id', '=', existing).execute()
    return existing
  }
  const id = random.uuid()
  const empty = Buffer.alloc(0)
  await trx
    .insertInto('filing_subject')
    .values({
      id,
      account: order.account,
      number_digest: order.number_digest ?? empty,
      name_digest: order.name_digest ?? empty,
      province: order.province ?? '',
      own_id: order.own_id,
      state: 'filed',
      filed_at: clock.now(),
      ended_at: null,
      ...values,
    })
    .execute()
  await trx.updateTable('filing_order').set({ subject: id }).where('id', '=', order.id).execute()
  return id
}

async function keepService(
  subject: string,
  published: PublishedService,
  written: DraftService | undefined,
  { trx, clock, random }: NewsContext,
  vault: Vault,
): Promise<string> {
  const existing = await trx
    .selectFrom('filing_service')
    .select('id')
    .where('subject', '=', subject)
    .where((eb) =>
      eb.or([
        ...(written?.key === undefined ? [] : [eb('own_id', '=', written.key)]),
        ...(published.bureauId === undefined ? [] : [eb('bureau_id', '=', published.bureauId)]),
        eb.val(false),
      ]),
    )
    .executeTakeFirst()
  const values = {
    name: written?.name ?? published.name,
    number: published.number ?? null,
    home_url: published.homeUrl ?? written?.homeUrl ?? null,
    bureau_id: published.bureauId ?? null,
    here: published.accesses.length === 0 || published.accesses.some(({ ours }) => ours),
    ...(written && { filed: await boxService(vault, written) }),
  }
  const id = existing?.id ?? random.uuid()
  if (existing) await trx.updateTable('filing_service').set(values).where('id', '=', id).execute()
  else
    await trx
      .insertInto('filing_service')
      .values({
        id,
        subject,
        kind: written?.kind ?? 'website',
        own_id: published.ownId ?? written?.key ?? (await ownId(trx)),
        state: 'filed',
        filed_at: clock.now(),
        ended_at: null,
        ...values,
        filed: values.filed ?? (await boxService(vault, { kind: 'website', name: published.name })),
      })
      .execute()
  await keepDomains(id, published, { trx, clock })
  await keepAccesses(id, published, written, { trx, clock, random })
  return id
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
  for (const { ownId: own, bureauId, name } of domains) {
    const ascii = typedAscii(name)
    // Filed for another service before: the bureau's newer word counts.
    await trx
      .updateTable('filing_domain')
      .set({ ended_at: clock.now() })
      .where('ascii', '=', ascii)
      .where('service', '<>', service)
      .where('ended_at', 'is', null)
      .execute()
    await trx
      .insertInto('filing_domain')
      .values({ service, ascii, own_id: own ?? (await ownId(trx)), bureau_id: bureauId ?? null, ended_at: null })
      .onConflict((conflict) =>
        conflict.columns(['service', 'ascii']).doUpdateSet({ bureau_id: bureauId ?? null, ended_at: null }),
      )
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
  for (const [at, { ownId: own, bureauId, ips }] of ours.entries()) {
    const said = written?.access?.[at]
    const known = await trx
      .selectFrom('filing_access')
      .select('id')
      .where('service', '=', service)
      .where((eb) =>
        eb.or([
          ...(own === undefined ? [] : [eb('own_id', '=', own)]),
          ...(bureauId === undefined ? [] : [eb('bureau_id', '=', bureauId)]),
          eb.val(false),
        ]),
      )
      .executeTakeFirst()
    const values = { bureau_id: bureauId ?? null, ips: [...ips] }
    if (known) await trx.updateTable('filing_access').set(values).where('id', '=', known.id).execute()
    else
      await trx
        .insertInto('filing_access')
        .values({
          id: random.uuid(),
          service,
          own_id: own ?? (await ownId(trx)),
          product: said?.product ?? '',
          server: said?.server ?? null,
          place: said?.place ?? '',
          ended_at: null,
          ...values,
        })
        .execute()
  }
  const live = ours.flatMap(({ bureauId }) => bureauId ?? [])
  if (live.length > 0)
    await trx
      .updateTable('filing_access')
      .set({ ended_at: clock.now() })
      .where('service', '=', service)
      .where('ended_at', 'is', null)
      .where('bureau_id', 'not in', live)
      .execute()
}

/** Something filed is no more, whoever asked for it. */
export async function recordCancelled(
  bureau: string,
  { of, bureauId }: Extract<BureauNews, { what: 'cancelled' }>,
  context: NewsContext,
): Promise<void> {
  const { trx, clock } = context
  const now = clock.now()
  const found = await submissionOf(trx, { bureau, kind: `cancel-${of}`, keys: [bureauId] })
  if (of === 'access') {
    const rows = await trx
      .updateTable('filing_access')
      .set({ ended_at: now })
      .where('bureau_id', '=', bureauId)
      .where('ended_at', 'is', null)
      .returning('service')
      .execute()
    for (const { service } of rows) {
      await trx.updateTable('filing_service').set({ here: false }).where('id', '=', service).execute()
      await lookAgain({ service }, context)
    }
  } else {
    const ended = { state: 'cancelled' as const, ended_at: now }
    const services = await trx
      .updateTable('filing_service')
      .set(ended)
      .where('state', '=', 'filed')
      .where((eb) =>
        of === 'service'
          ? eb('bureau_id', '=', bureauId)
          : eb('subject', 'in', eb.selectFrom('filing_subject').select('id').where('bureau_id', '=', bureauId)),
      )
      .returning(['id', 'subject'])
      .execute()
    for (const { id } of services) {
      await trx
        .updateTable('filing_domain')
        .set({ ended_at: now })
        .where('service', '=', id)
        .where('ended_at', 'is', null)
        .execute()
      await trx
        .updateTable('filing_access')
        .set({ ended_at: now })
        .where('service', '=', id)
        .where('ended_at', 'is', null)
        .execute()
      await endDuties({ service: id }, 'cancelled', context)
    }
    if (of === 'subject') {
      const gone = await trx
        .updateTable('filing_subject')
        .set(ended)
        .where('bureau_id', '=', bureauId)
        .where('state', '=', 'filed')
        .returning('id')
        .execute()
      for (const { id } of gone) await endDuties({ subject: id }, 'cancelled', context)
    } else for (const { subject } of services) await lookAgain({ subject }, context)
  }
  if (found) await passOrder(found, null, context)
}

import { decideType, type OrderType } from '@yuming/filing'
import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { boxDraft, type StoredDraft } from '../draft/draft-box.ts'
import type { DraftService } from '../draft/draft-schemas.ts'
import { beginDraft, type StepOne } from '../draft/step-one.ts'
import { TypeNotKnown } from '../errors.ts'
import { digestsOf } from '../facts/digests.ts'
import { type FactsDeps, filingFacts, type Looked } from '../facts/filing-facts.ts'
import { subjectAsFiled } from '../filed/filed-image.ts'
import { oneRunning } from '../one-running.ts'
import { note } from '../orders.ts'
import { ownId } from '../own-id.ts'

/**
 * Begins an order as a draft; its type is computed, never chosen (S3-02).
 * @throws templateNotFound, FiledNotFound, TypeNotKnown, RunningOrder
 */
export async function beginOrder(
  facts: StepOne,
  looked: Looked,
  context: Context & { actor: CustomerActor },
  deps: FactsDeps,
): Promise<{ id: string; number: string; type: OrderType }> {
  const { trx, actor, clock, random } = context
  const { vault } = deps
  const begun = await beginDraft(facts, { trx, actor, vault })
  const { template } = begun
  const draft = withRegistered(begun.draft, looked)
  const known = await filingFacts({ account: actor.account, wish: facts.wish, draft }, looked, context, deps)
  const { type, because } = decideType(known.facts)
  if (type === undefined) throw TypeNotKnown({ detail: because })
  // A service for a subject that is filed here rests on that subject.
  const subject = begun.subject ?? (type === 'first' ? null : (known.own?.id ?? null))
  const filed = begun.subject === null && type === 'new-service-here' && subject !== null
  const of = filed ? await subjectAsFiled(trx, vault, subject) : draft.subject
  const services: DraftService[] = []
  for (const service of draft.services) services.push({ ...service, key: service.key ?? (await ownId(trx)) })
  const digests = await digestsOf(draft.subject, { trx, random, vault })
  const number = await nextOrderNumber(trx)
  const id = random.uuid()
  const now = clock.now()
  const box = await boxDraft(vault, { ...draft, subject: of, services })
  await oneRunning(async () => {
    await trx
      .insertInto('filing_order')
      .values({
        id,
        number,
        account: actor.account,
        wish: facts.wish,
        type,
        province: known.facts.province ?? null,
        template,
        subject,
        service: begun.service,
        ...digests,
        title: titleOf(draft),
        state: 'draft',
        draft: box,
        own_id: await ownId(trx),
        created_at: now,
        changed_at: now,
      })
      .execute()
    await keepDomains(trx, { id, account: actor.account, services })
  })
  await note(id, 'begun', 'you', context, { type })
  await record({ action: 'filing.begun', subject: number, detail: { type } }, { trx, clock, actor })
  return { id, number, type }
}

export async function nextOrderNumber(trx: Context['trx']): Promise<string> {
  const { rows } = await sql<{ number: string }>`select nextval('filing_number')::text as number`.execute(trx)
  return `BA-${(rows[0]?.number ?? '').padStart(6, '0')}`
}

/** Keeps the numbers that the register told: a new access and a new service elsewhere go by them, whoever remembers them. */
function withRegistered(draft: StoredDraft, { subject, domains }: Looked): StoredDraft {
  const services = Object.fromEntries(
    [...domains].flatMap(([ascii, { serviceNumber }]) => (serviceNumber === undefined ? [] : [[ascii, serviceNumber]])),
  )
  const subjectNumber =
    subject?.subjectNumber ?? [...domains.values()].find((one) => one.subjectNumber !== undefined)?.subjectNumber
  if (subjectNumber === undefined && Object.keys(services).length === 0) return draft
  return { ...draft, registered: { ...(subjectNumber !== undefined && { subjectNumber }), services } }
}

/** What a list shows of an order: its first domain, or the name of its first service, or who files. */
export function titleOf({ subject, services }: Parameters<typeof boxDraft>[1]): string {
  const [service] = services
  return service?.domains?.[0] ?? service?.name ?? subject.name ?? ''
}

/** The names that an order is about, so that no other order runs for one of them. */
export async function keepDomains(
  trx: Context['trx'],
  {
    id,
    account,
    services,
  }: { id: string; account: string; services: readonly Pick<DraftService, 'kind' | 'domains'>[] },
): Promise<void> {
  await trx.deleteFrom('filing_order_domain').where('filing_order', '=', id).execute()
  // Names that an App uses are filed for the websites at them, which may be under way or filed meanwhile.
  const sites = services.filter(({ kind }) => kind === 'website')
  const names = new Map(sites.flatMap(({ domains = [] }) => domains.map((name) => [typedAscii(name), name] as const)))
  if (names.size === 0) return
  await trx
    .insertInto('filing_order_domain')
    .values(
      [...names].map(([ascii, name]) => ({ filing_order: id, account, ascii, name, running: true, submitted: false })),
    )
    .execute()
}

import { bringsService, filingReasons } from '@yuming/filing'
import { record } from '../../../kernel/audit/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { passOrder } from '../bureau/pass-order.ts'
import { sendBack } from '../bureau/send-back.ts'
import { openDraft, type StoredDraft } from '../draft/draft-box.ts'
import type { DraftService } from '../draft/draft-schemas.ts'
import { EntryMovedOn, ReasonUnknown } from '../errors.ts'
import { endFiled } from '../filed/end-filed.ts'
import type { EndedFiling } from '../filed/ended-filing.ts'
import { keepSubject } from '../filed/keep-subject.ts'
import { keepServices } from '../filed/record-published.ts'
import { note, type OrderRow } from '../orders.ts'
import type { PublishedFiling } from '../ports.ts'
import { reasonsHeard } from '../reasons.ts'
import { type Reviewing, strangersOrder } from '../review/review-duties.ts'
import { tellCancelled } from '../tell.ts'
import { type EnteredNumber, numbersEntered } from './entered-numbers.ts'
import { lockEntry } from './hand-entry.ts'

export type EntryOutcome =
  | { readonly passed: true; readonly numbers: readonly EnteredNumber[] }
  | { readonly passed: false; readonly words: string; readonly reasons: readonly string[] }

/**
 * What became of an order at the bureau's own site, as an operator read it there. From here it goes on as if the bureau's
 * file had told it: the number, notices and duties, or the opinion and a correction.
 * @throws FilingNotFound, OwnOrder, EntryMovedOn, NumberRefused (findings), ReasonUnknown
 */
export async function settleEntry(
  number: string,
  outcome: EntryOutcome,
  context: Reviewing,
  { vault }: { vault: Vault },
): Promise<void> {
  const { trx, clock, actor } = context
  const order = await strangersOrder(number, context)
  const entry = await lockEntry(trx, order)
  if (entry.handed_in_at === null || !['sms', 'bureau', 'lapsed'].includes(order.state)) throw EntryMovedOn()
  await trx
    .updateTable('filing_hand_entry')
    .set({ outcome: outcome.passed ? 'passed' : 'returned', answered_at: clock.now(), answered_by: actor.user })
    .where('filing_order', '=', order.id)
    .where('attempt', '=', order.attempt)
    .execute()
  await record(
    { action: `filing.entry-${outcome.passed ? 'passed' : 'returned'}`, subject: number },
    { trx, clock, actor },
  )
  if (outcome.passed) return passed(order, outcome.numbers, context, vault)
  if (outcome.reasons.some((id) => !filingReasons.some((one) => one.id === id))) throw ReasonUnknown()
  const reasons = [...new Set([...outcome.reasons, ...reasonsHeard(outcome.words)])]
  // Of what lapsed meanwhile the bureau's opinion alone counts.
  if (!(await sendBack(order, { codes: [], heard: outcome.words, reasons }, context))) throw EntryMovedOn()
}

const cancels: Partial<Record<OrderRow['type'], EndedFiling['of']>> = {
  'cancel-subject': 'subject',
  'cancel-service': 'service',
  'cancel-access': 'access',
}

async function passed(
  order: OrderRow,
  entered: readonly EnteredNumber[],
  context: Reviewing,
  vault: Vault,
): Promise<void> {
  const { trx } = context
  const draft = await openDraft(vault, order.draft)
  const found = { order, attempt: order.attempt, keys: [] }
  await note(order.id, 'bureau-approved', 'bureau', context)
  const of = cancels[order.type]
  if (of) {
    const id = await filedId(trx, order, of, draft)
    const ended = id === undefined ? undefined : await endFiled(order.province ?? '', { of, id }, context)
    if (ended) await tellCancelled(ended, context)
    return passOrder(found, ended?.numbers[0] ?? order.filing_number, context)
  }
  const filed = order.subject
    ? await trx.selectFrom('filing_subject').select('number').where('id', '=', order.subject).executeTakeFirst()
    : undefined
  const known = filed?.number ?? draft.registered?.subjectNumber ?? draft.stated?.subjectNumber
  const numbers = bringsService(order.type)
    ? await numbersEntered(trx, { order, services: draft.services, known, entered })
    : { subject: known, services: await numbersFiled(trx, draft) }
  const services = []
  for (const service of draft.services) services.push(await asPublished(trx, service, numbers.services))
  const filing: PublishedFiling = { subject: { ownId: undefined, number: numbers.subject }, services }
  const subject = await keepSubject(order, filing, context, vault)
  await keepServices({ subject, filing, found: { ...found, draft } }, context, { vault })
}

/** Numbers that a change leaves as they are. */
async function numbersFiled(trx: Trx, { services }: StoredDraft): Promise<ReadonlyMap<string, string>> {
  const keys = services.flatMap(({ key }) => key ?? [])
  if (keys.length === 0) return new Map()
  const rows = await trx.selectFrom('filing_service').select(['own_id', 'number']).where('own_id', 'in', keys).execute()
  return new Map(rows.flatMap(({ own_id, number }) => (number === null ? [] : [[own_id, number] as const])))
}

/** A service as a bureau would publish it, made of what was entered: nothing of it comes by the line. */
async function asPublished(
  trx: Trx,
  { key, kind, name = '', homeUrl, domains = [], access = [] }: DraftService,
  numbers: ReadonlyMap<string, string>,
): Promise<PublishedFiling['services'][number]> {
  const asciis = domains.map(typedAscii)
  // A name that an App uses stays filed for the website at it.
  const others = kind === 'website' || asciis.length === 0 ? [] : await filedForOthers(trx, asciis, key)
  return {
    ownId: key,
    number: numbers.get(key ?? ''),
    name,
    homeUrl,
    domains: asciis.filter((ascii) => !others.includes(ascii)).map((ascii) => ({ ownId: undefined, name: ascii })),
    accesses: access.map(({ ips = [] }) => ({ ownId: undefined, ours: true, ips })),
  }
}

async function filedForOthers(trx: Trx, asciis: readonly string[], key = ''): Promise<string[]> {
  const rows = await trx
    .selectFrom('filing_domain')
    .innerJoin('filing_service', 'filing_service.id', 'filing_domain.service')
    .select('filing_domain.ascii')
    .where('filing_domain.ended_at', 'is', null)
    .where('filing_domain.ascii', 'in', [...asciis])
    .where('filing_service.own_id', '<>', key)
    .execute()
  return rows.map(({ ascii }) => ascii)
}

/** Our id of what is given up. */
async function filedId(
  trx: Trx,
  order: OrderRow,
  of: EndedFiling['of'],
  { services: [service] }: StoredDraft,
): Promise<string | undefined> {
  if (of === 'subject') return order.subject ?? undefined
  if (of === 'service') return order.service ?? undefined
  if (order.service === null) return undefined
  const ips = service?.access?.flatMap((one) => one.ips ?? []) ?? []
  const rows = await trx
    .selectFrom('filing_access')
    .select(['id', 'ips'])
    .where('service', '=', order.service)
    .where('ended_at', 'is', null)
    .execute()
  return rows.find((row) => ips.length > 0 && ips.every((ip) => row.ips.includes(ip)))?.id
}

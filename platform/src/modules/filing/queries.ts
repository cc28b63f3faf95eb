import { orderTypeNames, provinceNamed } from '@yuming/filing'
import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { decodeCursor, encodeCursor } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { byHandOf } from './by-hand/by-hand.ts'
import { entryOf } from './by-hand/hand-entry.ts'
import { photoWays } from './checks-ahead.ts'
import { type CourseStep, courseOf, type Turn } from './course.ts'
import { openDraft } from './draft/draft-box.ts'
import { shownDraft } from './draft/hidden-numbers.ts'
import { learntTimes } from './learnt/step-times.ts'
import { opinionOf } from './opinion.ts'
import type { OrderRow } from './orders.ts'
import { papersOfOrder } from './papers/papers-of-order.ts'
import { checkView } from './photo/check-row.ts'
import { keptPhoto } from './photo/kept-photo.ts'
import type { Bureaus } from './ports.ts'
import { resultOf } from './result-of.ts'
import { standingsOf } from './standing.ts'
import { type FilingState, isOpen } from './states.ts'

const turns: Readonly<Record<FilingState, Turn | null>> = {
  draft: 'you',
  returned: 'you',
  refused: 'you',
  lapsed: 'you',
  photo: 'you',
  sms: 'you',
  'first-review': 'we',
  ready: 'we',
  'by-hand': 'we',
  submitting: 'we',
  held: 'we',
  bureau: 'bureau',
  passed: null,
  withdrawn: null,
}

export function provinceOf(code: string | null): { code: string; name: string } | null {
  const known = code === null ? undefined : provinceNamed(code)
  return known ? { code: known.code, name: known.name } : null
}

export function listedOrder(row: OrderRow) {
  return {
    number: row.number,
    type: row.type,
    typeName: orderTypeNames[row.type],
    province: provinceOf(row.province),
    title: row.title,
    state: row.state,
    turn: row.state === 'photo' && row.due_at !== null ? ('we' as const) : turns[row.state],
    attempt: row.attempt,
    createdAt: row.created_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    filingNumber: row.filing_number,
  }
}

/** A page of the account's orders, the newest first. */
export async function listOrders(
  trx: Trx,
  { account, limit, cursor }: { account: string; limit: number; cursor: string | undefined },
) {
  let rows = trx.selectFrom('filing_order').selectAll().where('account', '=', account)
  const after = decodeCursor(cursor, ['instant', 'text'])
  if (after) {
    const [at, number] = after
    rows = rows.where((eb) =>
      eb.or([
        eb('created_at', '<', new Date(at)),
        eb.and([eb('created_at', '=', new Date(at)), eb('number', '<', number)]),
      ]),
    )
  }
  const found = await rows
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const standing = await standingsOf(trx, page)
  return {
    filings: page.map((row) => ({ ...listedOrder(row), standing: standing(row) })),
    next: found.length > limit && last ? encodeCursor([last.created_at.toISOString(), last.number]) : null,
  }
}

/** Until when a change has to be filed, for the order that files it. */
async function changeBy(trx: Trx, { type, subject, service, state }: OrderRow): Promise<string | null> {
  if (!type.startsWith('change-') || subject === null || state === 'passed') return null
  const about = type === 'change-subject' ? null : service
  const duty = await trx
    .selectFrom('filing_duty')
    .select('due_on')
    .where('subject', '=', subject)
    .where(sql<boolean>`service is not distinct from ${about}::uuid`)
    .where('kind', '=', 'change')
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .executeTakeFirst()
  return duty?.due_on ?? null
}

/** The event that ends a step of the course. */
const endsStep: Readonly<Record<string, CourseStep>> = {
  submitted: 'draft',
  'review-passed': 'first-review',
  'photo-passed': 'photo',
  'sent-to-bureau': 'submission',
  'sms-confirmed': 'sms',
  'bureau-passed': 'bureau',
}

export async function viewOfOrder(
  trx: Trx,
  row: OrderRow,
  { vault, clock, bureaus }: { vault: Vault; clock: Clock; bureaus: Pick<Bureaus, 'carriage'> },
) {
  const today = clock.today()
  const draft = await openDraft(vault, row.draft)
  const papers = await papersOfOrder(trx, row.id)
  const events = await trx
    .selectFrom('filing_event')
    .select(['at', 'kind', 'by', 'detail'])
    .where('filing_order', '=', row.id)
    .orderBy('id')
    .execute()
  const entry = row.by_hand ? await entryOf(trx, row) : undefined
  const done = new Map(events.flatMap(({ kind, at }) => (endsStep[kind] ? [[endsStep[kind], at] as const] : [])))
  const ways = photoWays(row.type, row.province, today)
  const again = isOpen(row.state) && row.attempt > 0
  const photoKeptUntil = again && ways.length > 0 ? await keptPhoto(row, { trx, clock }) : undefined
  return {
    ...listedOrder(row),
    standing: (await standingsOf(trx, [row]))(row),
    wish: row.wish,
    revision: row.revision,
    template: row.template,
    consent: row.consented_at !== null,
    draft: shownDraft(draft),
    papers: papers.map(({ id, kind, service, width, height, bytes, findings, uploaded_at: at }) => ({
      id,
      kind,
      service,
      width,
      height,
      bytes,
      findings,
      uploadedAt: at.toISOString(),
    })),
    course: courseOf({
      order: row,
      today,
      photo: ways.length > 0 && photoKeptUntil === undefined,
      learnt: await learntTimes(trx, row),
      done,
    }),
    events: events.map(({ at, kind, by }) => ({ at: at.toISOString(), kind, by })),
    opinion: opinionOf(events),
    open: isOpen(row.state),
    byHand:
      (isOpen(row.state) && row.type !== 'claim') || row.by_hand
        ? byHandOf(draft.services, bureaus.carriage(row.province), today)
        : null,
    handedIn: entry?.handed_in_on ? { on: entry.handed_in_on, receipt: entry.receipt } : null,
    verification: ways,
    photoKeptUntil: photoKeptUntil?.toISOString() ?? null,
    check: await checkView(trx, row, today),
    sms:
      row.state === 'sms' || row.state === 'lapsed'
        ? {
            until: row.state === 'sms' ? (row.due_at?.toISOString() ?? null) : null,
            wrongCodes: events.filter(({ kind, detail }) => kind === 'sms-wrong-code' && detail.attempt === row.attempt)
              .length,
          }
        : null,
    result: await resultOf(trx, row, draft),
    changeBy: await changeBy(trx, row),
  }
}

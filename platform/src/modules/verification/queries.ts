import type { Finding } from '@yuming/rules'
import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../kernel/database/index.ts'
import { titleOfEvent } from './event-titles.ts'
import { explainHeard } from './heard/explain-heard.ts'
import { allPaperKinds, type PaperKind } from './paper-kinds.ts'
import type { Declared } from './qualification/declared.ts'
import { type Explained, explained } from './reasons/explained.ts'
import { ownExplained } from './reasons/own-reasons.ts'
import type { ReviewState } from './states.ts'

export interface PaperView {
  readonly id: string
  readonly kind: PaperKind
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly findings: readonly Finding[]
  readonly uploadedAt: string
}

export interface CaseView {
  readonly id: string
  readonly number: string
  readonly template: string
  readonly axis: 'identity' | 'qualification' | 'enhanced'
  readonly attempt: number
  readonly state: ReviewState
  readonly submittedAt: string
  readonly dueAt: string
  readonly decidedAt: string | null
  readonly reasons: readonly string[]
  /** The same in words, as far as the dictionary has them. */
  readonly why: readonly Explained[]
  readonly remark: string | null
  /** What the provider said when it refused, in its own words. */
  readonly heard: string | null
  /** The A-label name that it is about; null: the holder. */
  readonly forName: string | null
  /** What was declared of the papers of a qualification. */
  readonly declared: Declared | null
}

export interface CaseEvent {
  readonly at: string
  readonly kind: string
  readonly title: { readonly zh: string; readonly en: string }
}

/** `own`: reasons of our own among those of the case, in words. */
export function presentCase(
  row: Selectable<Tables['review_case']>,
  own: ReadonlyMap<string, Explained> = new Map(),
): CaseView {
  return {
    id: row.id,
    number: row.number,
    template: row.template,
    axis: row.axis,
    attempt: row.attempt,
    state: row.state,
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    reasons: row.reasons,
    why: row.reasons.flatMap((id) => own.get(id) ?? explained([id])),
    remark: row.remark,
    heard: row.heard,
    forName: row.for_name,
    declared: row.declared,
  }
}

/** Photographs in use, in the order of their kinds: of a template's holder, or of what one name needs (`kinds`, unless all). */
export async function papersOf(
  trx: Trx,
  template: string,
  forName: string | null = null,
  kinds: readonly PaperKind[] = allPaperKinds,
): Promise<PaperView[]> {
  const rows = await trx
    .selectFrom('identity_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
    .select(['identity_paper.id', 'identity_paper.kind', 'width', 'height', 'bytes', 'findings', 'uploaded_at'])
    .where('template', '=', template)
    .where('for_name', forName === null ? 'is' : '=', forName)
    .where('identity_paper.kind', 'in', [...kinds])
    .where('removed_at', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
  return rows
    .toSorted((a, b) => allPaperKinds.indexOf(a.kind) - allPaperKinds.indexOf(b.kind))
    .map(({ uploaded_at, ...paper }) => ({ ...paper, uploadedAt: uploaded_at.toISOString() }))
}

/** What is handed in when somebody submits now, with where it is sealed. */
export async function papersInUse(
  trx: Trx,
  template: string,
  forName: string | null = null,
  kinds: readonly PaperKind[] = allPaperKinds,
) {
  return trx
    .selectFrom('identity_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
    .select(['identity_paper.id', 'identity_paper.kind', 'item'])
    .where('template', '=', template)
    .where('for_name', forName === null ? 'is' : '=', forName)
    .where('identity_paper.kind', 'in', [...kinds])
    .where('removed_at', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
}

/** The template's cases, newest first: of its holder, of the qualification of one name, or of an enhanced check of it. */
export async function casesOf(
  trx: Trx,
  template: string,
  forName: string | null = null,
  axis: CaseView['axis'] = forName === null ? 'identity' : 'qualification',
): Promise<CaseView[]> {
  const rows = await trx
    .selectFrom('review_case')
    .selectAll()
    .where('template', '=', template)
    .where('for_name', forName === null ? 'is' : '=', forName)
    .where('axis', '=', axis)
    .orderBy('submitted_at', 'desc')
    .orderBy('attempt', 'desc')
    .limit(20)
    .execute()
  const own = await ownExplained(
    trx,
    rows.flatMap(({ reasons }) => reasons),
  )
  const said = await explainHeard(
    trx,
    rows.flatMap(({ heard }) => heard || []),
  )
  return rows.map((row) => {
    const shown = presentCase(row, own)
    return shown.reasons.length > 0 || shown.heard === null ? shown : { ...shown, why: said.get(shown.heard) ?? [] }
  })
}

export async function eventsOf(trx: Trx, reviewCase: string): Promise<CaseEvent[]> {
  const rows = await trx
    .selectFrom('review_event')
    .select(['at', 'kind'])
    .where('review_case', '=', reviewCase)
    .orderBy('id')
    .execute()
  return rows.map(({ at, kind }) => ({ at: at.toISOString(), kind, title: titleOfEvent(kind) }))
}

export interface QueuePlace {
  readonly dueAt: string
  readonly id: string
}

/** Cases that wait for a reviewer, the most urgent first; `after` goes on behind a case of an earlier page. */
export async function queueOf(
  trx: Trx,
  { axis, after, limit }: { axis: CaseView['axis']; after: QueuePlace | undefined; limit: number },
) {
  let query = trx
    .selectFrom('review_case')
    .innerJoin('registrant_template', 'registrant_template.id', 'review_case.template')
    .selectAll('review_case')
    .select([
      'registrant_template.holder_type',
      'registrant_template.certificate_kind',
      'registrant_template.city_zh',
      'registrant_template.city_en',
    ])
    .where('review_case.axis', '=', axis)
    .where('review_case.state', 'in', ['waiting', 'second'])
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('review_case.due_at', 'review_case.id'), '>', tuple(new Date(after.dueAt), after.id)),
    )
  return query.orderBy('review_case.due_at').orderBy('review_case.id').limit(limit).execute()
}

import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'
import { momentsAround } from './around-case.ts'
import type { CaseMoment } from './case-moment.ts'

interface Case {
  readonly id: string
  readonly account: string
  readonly template: string
  readonly for_name: string | null
  readonly papers: readonly string[]
}

/** All that has happened to a case, from its papers to its end, in the order in which it happened. */
export async function momentsOf(trx: Trx, one: Case): Promise<CaseMoment[]> {
  const { id, papers, account, template, for_name: forName } = one
  const sent = await trx
    .selectFrom('identity_paper')
    .select(['uploaded_at', 'kind'])
    .where(sql<boolean>`id = any(${[...papers]}::uuid[])`)
    .execute()
  const looks = await trx
    .selectFrom('paper_view')
    .innerJoin('identity_paper', 'identity_paper.id', 'paper_view.paper')
    .select(['paper_view.made_at', 'paper_view.reviewer', 'identity_paper.kind'])
    .where(sql<boolean>`paper_view.paper = any(${[...papers]}::uuid[])`)
    .execute()
  const events = await trx
    .selectFrom('review_event')
    .select(['at', 'kind', 'by', 'detail'])
    .where('review_case', '=', id)
    .orderBy('id')
    .execute()
  const moments: (Omit<CaseMoment, 'at'> & { at: Date })[] = [
    ...sent.map(({ uploaded_at, kind }) => ({
      at: uploaded_at,
      kind: 'paper',
      by: 'customer' as const,
      reviewer: null,
      paper: kind,
      reasons: [],
      detail: null,
    })),
    ...looks.map(({ made_at, reviewer, kind }) => ({
      at: made_at,
      kind: 'looked',
      by: 'reviewer' as const,
      reviewer: reviewer.slice(0, 8),
      paper: kind,
      reasons: [],
      detail: null,
    })),
    ...events.map(({ at, kind, by, detail }) => ({
      at,
      kind,
      ...whoseIs(kind, by),
      paper: null,
      reasons: reasonsIn(detail),
      detail: null,
    })),
    ...(await momentsAround(trx, { id, account, template, papers, forName })),
  ]
  return moments
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((moment) => ({ ...moment, at: moment.at.toISOString() }))
}

function whoseIs(kind: string, by: string): Pick<CaseMoment, 'by' | 'reviewer'> {
  if (kind === 'submitted' || kind === 'withdrawn') return { by: 'customer', reviewer: null }
  if (by === 'provider') return { by: 'provider', reviewer: null }
  return { by: 'reviewer', reviewer: by.slice(0, 8) }
}

function reasonsIn(detail: Record<string, unknown>): string[] {
  return Array.isArray(detail.reasons) ? detail.reasons.map(String) : []
}

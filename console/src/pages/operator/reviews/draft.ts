import type { ComparedRow } from './holder-rows.ts'

/** What a reviewer found of one row beside the paper; what the paper shows instead, where it differs. */
export interface Verdict {
  readonly same: boolean
  readonly shown: string
}

/** What a reviewer has prepared for a case and not yet decided. */
export interface Draft {
  readonly picked: readonly string[]
  readonly remark: string
  /** What reasons are looked for with. */
  readonly search: string
  readonly rows: Readonly<Partial<Record<ComparedRow, Verdict>>>
}

export const emptyDraft: Draft = { picked: [], remark: '', search: '', rows: {} }

/** The most reasons that one refusal can have. */
const most = 8

export function toggled(draft: Draft, id: string): Draft {
  if (draft.picked.includes(id)) return { ...draft, picked: draft.picked.filter((one) => one !== id) }
  return draft.picked.length < most ? { ...draft, picked: [...draft.picked, id] } : draft
}

/** The same verdict twice takes it back. */
export function judged(draft: Draft, row: ComparedRow, same: boolean): Draft {
  const { [row]: before, ...others } = draft.rows
  if (before?.same === same) return { ...draft, rows: others }
  return { ...draft, rows: { ...draft.rows, [row]: { same, shown: before?.shown ?? '' } } }
}

/** Every row that nobody has marked as different is the same. */
export function allSame(draft: Draft, rows: readonly ComparedRow[]): Draft {
  const same = rows.filter((row) => draft.rows[row]?.same !== false)
  return {
    ...draft,
    rows: { ...draft.rows, ...Object.fromEntries(same.map((row) => [row, { same: true, shown: '' }])) },
  }
}

/** Whether a row is marked as another: by the reviewer, or else by a chosen reason that is about it. */
export function isDifferent(draft: Draft, row: ComparedRow, reasoned: readonly (ComparedRow | undefined)[]): boolean {
  const verdict = draft.rows[row]
  return verdict ? !verdict.same : reasoned.includes(row)
}

export function differs(draft: Draft): boolean {
  return Object.values(draft.rows).some(({ same }) => !same)
}

/** The word for the customer: what was written, and what the paper shows in the rows that differ. */
export function remarkOf(draft: Draft, say: (row: ComparedRow, shown: string) => string): string {
  const shown = Object.entries(draft.rows).flatMap(([row, { same, shown: text }]) =>
    !same && text.trim() !== '' ? say(row as ComparedRow, text.trim()) : [],
  )
  return [draft.remark.trim(), ...shown]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, 500)
}

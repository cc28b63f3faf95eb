/** What a reviewer has prepared for a case and not yet decided. */
export interface Draft {
  readonly picked: readonly string[]
  readonly remark: string
  /** What reasons are looked for with. */
  readonly search: string
}

export const emptyDraft: Draft = { picked: [], remark: '', search: '' }

/** The most reasons that one refusal can have. */
const most = 8

export function toggled(draft: Draft, id: string): Draft {
  if (draft.picked.includes(id)) return { ...draft, picked: draft.picked.filter((one) => one !== id) }
  return draft.picked.length < most ? { ...draft, picked: [...draft.picked, id] } : draft
}

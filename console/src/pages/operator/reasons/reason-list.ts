import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client.ts'
import type { Text } from '../../../api/types.ts'

/** Why a holder's papers are refused, as the dictionary has it. */
export interface Reason {
  id: string
  heard: Text
  cause: Text
  field: string
  remedy: Text
  /** A: move to a verified holder; B: correct and hand in again; null: neither. */
  path: 'A' | 'B' | null
  /** Written by the reviewers of this installation. */
  own: boolean
  /** Not to be chosen any more. */
  retired: boolean
}

export const reasonsKey = ['operator', 'reasons'] as const

export const reasonsQuery = queryOptions({
  queryKey: reasonsKey,
  queryFn: ({ signal }) => get<{ reasons: Reason[] }>('operator/reasons', signal),
  staleTime: 60_000,
})

/** Reasons that have every one of the words somewhere; our own come first, otherwise the dictionary's order. */
export function findReasons(reasons: readonly Reason[], text: string): Reason[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return reasons
    .filter((reason) => {
      const all = wordsOf(reason)
      return words.every((word) => all.includes(word))
    })
    .toSorted((a, b) => Number(b.own) - Number(a.own))
}

function wordsOf({ id, field, heard, cause, remedy }: Reason): string {
  return [id, field, ...[heard, cause, remedy].flatMap(({ zh, en }) => [zh, en])].join('\n').toLowerCase()
}

import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { post } from '../../api/client.ts'
import type { Finding, Text } from '../../api/types.ts'
import { tiles } from './rules/tiles.ts'

/** What a province's bureau says and only a person can heed. */
export interface ProvinceHint {
  rule: string
  topic: string
  title: Text
  text: Text
  source: Finding['source']
  from: string
  until?: string
  conflict?: Text
}

export interface ProvinceExplained {
  /** Whose rules these are: its own site, and the ministry's system. */
  bureau: { name: Text; site: string; system: string } | null
  hints: ProvinceHint[]
  notKnown: { topic: string; title: Text }[]
}

export interface ProvinceHints {
  /** The character of its numbers: 浙. */
  readonly mark: string
  readonly hints: readonly ProvinceHint[]
}

const none: ProvinceHints = { mark: '', hints: [] }
export const HintsOfProvince = createContext<ProvinceHints>(none)

/** Hints of the draft's province, for those who show them beside its fields. */
export function useProvinceHints(province: { code: string } | null): ProvinceHints {
  const { data } = useQuery({
    queryKey: ['filing-rules', province?.code, 'now'],
    queryFn: () => post<ProvinceExplained>('rules/filing/explain', { province: province?.code }),
    enabled: province !== null,
    staleTime: 300_000,
  })
  const tile = tiles.find(({ code }) => code === province?.code)
  return tile && data ? { mark: tile.short, hints: data.hints } : none
}

/** Those that are about some topics. */
export function useHintsAbout(topics: readonly string[] | undefined): ProvinceHints {
  const { mark, hints } = useContext(HintsOfProvince)
  return topics ? { mark, hints: hints.filter(({ topic }) => topics.includes(topic)) } : none
}

import { queryOptions } from '@tanstack/react-query'
import { get, query } from './client.ts'
import type { Finding, HolderType, Identity, Paper, QualificationPaper, ReviewCase, Text } from './types.ts'

export type Declared =
  | { kind: 'trademark'; number: string; owner: string; mark: string; class: number; endsOn: string }
  | { kind: 'organisation'; organisation: string; document: string }
  | { kind: 'licence'; licensee: string; document: string }
  | { kind: 'government'; govClass: 1 | 2 | 3; organisation: string; unit: string; document: string }

/** How far the proof of a right to a name is. */
export interface Qualification {
  name: string
  ascii: string
  kind: Declared['kind']
  registered: boolean
  template: { id: string; name: Text; holderType: HolderType; identity: Identity } | null
  consent: boolean
  needed: QualificationPaper[]
  further: QualificationPaper[]
  papers: Paper[]
  /** What stands against this holder having the name. */
  findings: Finding[]
  turn: 'you' | 'we' | 'registry' | null
  cases: (ReviewCase & { declared: Declared | null })[]
  registry: { state: 'passed' | 'failed'; heard: string } | null
}

export const qualificationQuery = (name: string, template?: string) =>
  queryOptions({
    queryKey: ['qualification', name, template ?? ''],
    queryFn: ({ signal }) =>
      get<Qualification>(`qualifications/${encodeURIComponent(name)}?${query({ template })}`, signal),
  })

import type { Source, Text } from '@yuming/rules'
import table from '../../data/failure-reasons.json' with { type: 'json' }
import { han } from '../holder/holder-name.ts'

export type ReasonArea =
  | 'real-name'
  | 'naming'
  | 'qualification'
  | 'holder-change'
  | 'transfer-in'
  | 'transfer-out'
  | 'registration'
  | 'email'
  | 'epp'

/** Who says it. */
export type ReasonParty = 'registry' | 'provider' | 'reviewer' | 'registrar' | 'losing-registrar'

/** Why something was refused outside, and what to do. */
export interface FailureReason {
  readonly id: string
  readonly area: ReasonArea
  readonly party: ReasonParty
  /** `documented`: a source lists it; `rule`: a published rule exists, and the wording is ours. */
  readonly basis: 'documented' | 'rule'
  /** Wordings and codes as they come, by their characters. */
  readonly heard: { readonly zh: readonly string[]; readonly en: readonly string[] }
  readonly cause: Text
  /** Fields of the holder, its paper or the order that it is about. */
  readonly fields: readonly string[]
  readonly remedy: Text
  /** Who can do something about it. */
  readonly turn: readonly string[]
  /** A: transfer to a verified template; B: correct and verify again; null: neither is the way (S4-03, S4-05). */
  readonly path: 'A' | 'B' | null
  /** Rules of ours that find it before anything is handed in. */
  readonly foundBy: readonly string[]
  readonly source: readonly Source[]
}

const documents = new Map(
  Object.entries(table.sources).map(([tag, { document, date }]): [string, Source] => [
    tag,
    Object.freeze({ document, section: '失败原因', ...(date === null ? {} : { date }) }),
  ]),
)

function reasonOf({ sources, heard, ...row }: (typeof table.reasons)[number]): FailureReason {
  return Object.freeze({
    ...row,
    area: row.area as ReasonArea,
    party: row.party as ReasonParty,
    basis: row.basis as FailureReason['basis'],
    path: row.path as FailureReason['path'],
    heard: { zh: heard.filter((said) => han.test(said)), en: heard.filter((said) => !han.test(said)) },
    source: sources.flatMap((tag) => documents.get(tag) ?? []),
  })
}

/** Every known reason outside filing. */
export const failureReasons: readonly FailureReason[] = table.reasons.map(reasonOf)

import type { Source, Text } from '@yuming/rules'
import table from '../../data/failure-reasons.json' with { type: 'json' }

/** Where a filing is refused: at our review, at the check of the principal, at the SMS, or at the bureau. */
export type ReasonStage = 'review' | 'check' | 'sms' | 'bureau'

/** A field of the dictionary, such as `domainHolder`. */
export type ReasonField = keyof typeof table.fields

/** What each field of the dictionary is called. */
export const reasonFields: Readonly<Record<ReasonField, Text>> = table.fields

/** Why a filing was refused, and what to do. */
export interface FilingReason {
  readonly id: string
  readonly stage: ReasonStage
  readonly basis: 'documented' | 'rule'
  /** Wordings and codes as they come. */
  readonly heard: readonly string[]
  readonly cause: Text
  readonly fields: readonly ReasonField[]
  readonly remedy: Text
  /** Who can do something about it. */
  readonly turn: readonly string[]
  /** Rules of ours that find it before anything is handed in. */
  readonly foundBy: readonly string[]
  /** Why software cannot see it: a reviewer does. */
  readonly unseen?: Text
  readonly source: readonly Source[]
}

const documents = new Map(
  Object.entries(table.sources).map(([tag, { document, date }]): [string, Source] => [
    tag,
    Object.freeze({ document, section: '失败原因', date }),
  ]),
)

type Row = (typeof table.reasons)[number] & { readonly unseen?: Text }

/** Every known reason for which a filing is refused, for those who review and those who were refused. */
export const filingReasons: readonly FilingReason[] = table.reasons.map(({ sources, fields, ...row }: Row) =>
  Object.freeze({
    ...row,
    fields: fields as readonly ReasonField[],
    stage: row.stage as ReasonStage,
    basis: row.basis as FilingReason['basis'],
    source: sources.flatMap((tag) => documents.get(tag) ?? []),
  }),
)

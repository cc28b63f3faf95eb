import { fold } from '@yuming/names'
import type { Finding } from '@yuming/rules'
import type { Catalog } from '../../catalog/index.ts'
import type { Appraisal } from '../../list/index.ts'
import { offered, unavailable } from '../answer-rows.ts'
import { appraiseName } from '../appraise.ts'
import type { RowPrice, RowState } from '../events.ts'
import type { AskedName, AvailabilityAsker, KnownNames } from '../ports.ts'
import type { TextEncoding } from './decoded-text.ts'
import type { GivenName } from './names-of-body.ts'
import { type AnsweredName, Questions } from './questions.ts'

export interface BulkRow {
  readonly type: 'row'
  readonly line: number
  readonly typed: string
  readonly name?: string
  readonly ascii?: string
  /** `duplicate`: the same name stands in line `of`, perhaps in another form (简繁体等效). */
  readonly state: RowState | 'duplicate'
  /** false: known from memory only; a later row of the same line confirms or corrects it. */
  readonly confirmed?: false
  readonly of?: number
  readonly price?: RowPrice
  readonly findings?: readonly Pick<Finding, 'rule' | 'severity' | 'field' | 'message' | 'remedy' | 'source'>[]
}

export type BulkEvent =
  | BulkRow
  /** How text was read that is not marked as UTF-8; it comes before the first row of such text. */
  | { readonly type: 'encoding'; readonly encoding: TextEncoding }
  | { readonly type: 'progress'; readonly read: number; readonly answered: number }
  | { readonly type: 'done'; readonly total: number; readonly counts: Readonly<Record<string, number>> }

export interface BulkOptions {
  readonly catalog: Catalog
  readonly asker: AvailabilityAsker
  readonly known: KnownNames
  readonly day: string
  readonly limitMs: number
  readonly gone: AbortSignal
}

type Known = Extract<Appraisal, { ok: true }>
type Open = GivenName & { readonly appraisal: Known }

/** Names between two reports of progress, and between two breaths for everybody else in the process. */
const stride = 500

/** Checks many names: what rules and memory know leaves at once, what a registry must tell follows as it is told. */
export async function* checkBulk(names: AsyncIterable<GivenName>, options: BulkOptions): AsyncGenerator<BulkEvent> {
  const { catalog, known, day, gone } = options
  const lineOf = new Map<string, number>()
  const states = new Map<number, BulkRow['state']>()
  const questions = new Questions<Open>(options.asker, options.limitMs)
  const settle = (row: BulkRow): BulkRow => {
    if (row.confirmed === undefined) states.set(row.line, row.state)
    return row
  }
  let read = 0
  try {
    for await (const given of names) {
      if (gone.aborted) return
      read++
      const appraisal = appraiseName(catalog, given.typed, day)
      if (!appraisal.ok) yield settle(refusedRow(given, appraisal.findings))
      else {
        const first = lineOf.get(appraisal.key)
        if (first !== undefined) yield settle(duplicateRow(given, appraisal, first))
        else {
          lineOf.set(appraisal.key, given.line)
          yield* fromMemory({ ...given, appraisal })
        }
      }
      if (read % stride === 0) {
        yield* told(questions.take())
        yield { type: 'progress', read, answered: states.size }
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    for await (const answered of questions.rest()) {
      if (gone.aborted) return
      yield* told(answered)
      yield { type: 'progress', read, answered: states.size }
    }
    const counts: Record<string, number> = {}
    for (const state of states.values()) counts[state] = (counts[state] ?? 0) + 1
    yield { type: 'done', total: read, counts }
  } finally {
    questions.stop()
  }

  function* told(answered: readonly AnsweredName<Open>[]): Generator<BulkRow> {
    for (const { about, answer } of answered) {
      const row = answeredRow(about, answer)
      // A silent registry takes nothing from what our own database has told.
      const before = states.get(about.line)
      if (before === undefined || (answer && row.state !== before)) yield settle(row)
    }
  }

  function* fromMemory(open: Open): Generator<BulkRow> {
    const { appraisal } = open
    const record = catalog.on(day).suffix(appraisal.suffix)
    const ascii = record?.ascii ?? appraisal.suffix
    const answer = known.answer(ascii, fold(appraisal.name.slice(0, -appraisal.suffix.length - 1)))
    if (answer === 'taken') yield settle({ ...head(open), state: 'taken' })
    if (answer === 'perhaps-taken') yield { ...head(open), state: 'taken', confirmed: false }
    if (!record?.registry) {
      if (answer !== 'taken') yield settle({ ...head(open), state: 'unanswered' })
    } else {
      const asked = { ascii: appraisal.ascii, about: open }
      // Nobody waits for the confirmation of what memory has told; the rest of the list is waited for.
      if (answer !== 'not-known') questions.askLater(record.registry, asked)
      else questions.ask(record.registry, asked)
    }
  }
}

function head({ line, typed, appraisal: { name, ascii } }: Open) {
  return { type: 'row', line, typed, name, ascii } as const
}

function refusedRow({ line, typed }: GivenName, findings: readonly Finding[]): BulkRow {
  return { type: 'row', line, typed, state: 'refused', findings: findings.map(short) }
}

function duplicateRow({ line, typed }: GivenName, { name, ascii }: Known, of: number): BulkRow {
  return { type: 'row', line, typed, name, ascii, state: 'duplicate', of }
}

function answeredRow(open: Open, answer: AskedName | undefined): BulkRow {
  if (!answer) return { ...head(open), state: 'unanswered' }
  if (!answer.available) return { ...head(open), state: unavailable(answer).state }
  const { findings, ...row } = offered(answer, open.appraisal.findings, open.appraisal.price)
  return { ...head(open), ...row, ...(findings.length === 0 ? {} : { findings: findings.map(short) }) }
}

const short = ({ rule, severity, field, message, remedy, source }: Finding) => ({
  rule,
  severity,
  field,
  message,
  remedy,
  source,
})

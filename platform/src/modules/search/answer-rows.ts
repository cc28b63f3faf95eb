import { setImmediate } from 'node:timers/promises'
import { type Answer, askRegistry, type Question, questionsOf } from './ask-registries.ts'
import type { AnsweredRow, SearchEvent } from './events.ts'
import type { OtherForm } from './own-forms.ts'
import type { Candidate, SearchPlan } from './plan-search.ts'
import type { AskedName, AvailabilityAsker, KnownNames } from './ports.ts'
import { premiumNotSold } from './premium-price.ts'
import { inOrderOfArrival } from './stream-answers.ts'

export interface AnswerOptions {
  readonly asker: AvailabilityAsker
  readonly known: KnownNames
  /** How long one registry may take; afterwards its rows are unanswered, never free. */
  readonly limitMs: number
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number
  /** Names of the reader's own that are other forms of those asked about; by the A-label asked about. */
  readonly own?: ReadonlyMap<string, OtherForm>
  /** Whether the reader is still there to be told what registries say of names that memory shows as taken. Somebody who
   *  types leaves one answer a key: registries are asked about the last one only. Asked at once when absent. */
  readonly stays?: () => Promise<boolean>
}

/** Names in one question to a registry. */
const batch = 40

/** Streams a planned search: the plan, what the rules know, then each registry's answer as it arrives, then the end. */
export async function* answerRows(plan: SearchPlan, options: AnswerOptions): AsyncGenerator<SearchEvent> {
  const started = options.elapsed()
  yield {
    event: 'plan',
    data: {
      query: plan.query,
      normalised: plan.normalised,
      rows: plan.candidates.map(({ row }) => row),
      findings: plan.findings,
    },
  }
  const yours = (ascii: string) => {
    const form = options.own?.get(ascii)
    return form ? { yours: form } : undefined
  }
  let answered = 0
  const asked: Candidate[] = []
  const shown: Candidate[] = []
  const ours = new Set<Candidate>()
  for (const candidate of plan.candidates) {
    const { row, record, appraisal } = candidate
    if (!record || !appraisal.ok) {
      answered++
      yield { event: 'row', data: { id: row.id, state: 'refused', findings: appraisal.findings } }
      continue
    }
    const known = options.known.answer(record.ascii, row.label)
    if (known === 'taken') {
      answered++
      ours.add(candidate)
    }
    // The registry has the last word on names of ours too: one that it has deleted must not stay taken here.
    if (record.registry !== null) (known === 'not-known' ? asked : shown).push(candidate)
    if (known !== 'not-known')
      yield {
        event: 'row',
        data: {
          id: row.id,
          state: 'taken',
          findings: appraisal.findings,
          ...(known === 'taken' ? {} : { confirmed: false as const }),
          ...yours(row.ascii),
        },
      }
  }
  // What memory knows leaves before the questions are written.
  await setImmediate()
  const ask = async (question: Question) => ({
    question,
    found: await askRegistry(options.asker, question, options.limitMs),
  })
  let left = false
  const later = async () => {
    left = (await options.stays?.()) === false
    return left ? [] : questionsAbout(shown).map(ask)
  }
  const answers = new Map<string, Answer>()
  const open = new Set([...asked, ...shown])
  for await (const { question, found } of inOrderOfArrival(
    questionsAbout(asked).map(ask),
    shown.length === 0 ? undefined : later(),
  )) {
    for (const ascii of question.asciiNames) answers.set(ascii, found.get(ascii))
    for (const candidate of open) {
      if (!isComplete(candidate, answers)) continue
      open.delete(candidate)
      const row = { ...answeredRow(candidate, answers), ...yours(candidate.row.ascii) }
      if (ours.has(candidate)) {
        if (row.state === 'unanswered') continue
      } else if (row.state !== 'unanswered') answered++
      yield { event: 'row', data: row }
    }
  }
  if (left) return
  yield {
    event: 'done',
    data: { answered, total: plan.candidates.length, ms: Math.round(options.elapsed() - started) },
  }
}

function questionsAbout(candidates: readonly Candidate[]): Question[] {
  const names = candidates.flatMap(({ row, record, neighbours }) =>
    [row.ascii, ...neighbours.map(({ ascii }) => ascii)].map((ascii) => ({
      registry: record?.registry as string,
      ascii,
    })),
  )
  return questionsOf(names, batch)
}

function isComplete({ row, neighbours }: Candidate, answers: ReadonlyMap<string, Answer>): boolean {
  return answers.has(row.ascii) && neighbours.every(({ ascii }) => answers.has(ascii))
}

function answeredRow({ row, appraisal, neighbours }: Candidate, answers: ReadonlyMap<string, Answer>): AnsweredRow {
  const answer = answers.get(row.ascii)
  const { findings } = appraisal
  if (!answer || !appraisal.ok) return { id: row.id, state: 'unanswered', findings }
  if (!answer.available) return takenRow(row.id, answer, findings, neighbours, answers)
  return { id: row.id, ...offered(answer, findings, appraisal.price) }
}

/** What a finding is about that makes a free name one that only some may have. */
const conditions: ReadonlySet<string> = new Set(['qualification', 'govClass'])

/** A name that is free: at the price of its suffix, at its own, or not here. */
export function offered(
  { premium }: Pick<AskedName, 'premium'>,
  findings: AnsweredRow['findings'],
  price: { readonly registerFen: number | null; readonly renewFen: number | null },
): Pick<AnsweredRow, 'state' | 'findings' | 'price'> {
  if (premium?.retailFen === null) return { state: 'refused', findings: [premiumNotSold, ...findings] }
  const registerFen = premium?.retailFen ?? price.registerFen
  return {
    state: findings.some(({ field }) => conditions.has(field)) ? 'conditional' : 'free',
    findings,
    ...(registerFen === null
      ? {}
      : { price: { registerFen, renewFen: price.renewFen, ...(premium ? { premium: true as const } : {}) } }),
  }
}

/** RFC 5731 §3.1.1 leaves the reason's words to the server; every registry that we know says "reserved" in some form. */
export function unavailable({ reason }: Pick<AskedName, 'reason'>): Pick<AnsweredRow, 'state' | 'reason'> {
  return {
    state: /reserv|保留/i.test(reason ?? '') ? 'reserved' : 'taken',
    ...(reason === undefined ? {} : { reason }),
  }
}

function takenRow(
  id: string,
  answer: AskedName,
  findings: AnsweredRow['findings'],
  neighbours: Candidate['neighbours'],
  answers: ReadonlyMap<string, Answer>,
): AnsweredRow {
  const free = neighbours.flatMap(({ name, ascii, price: usual }) => {
    const answer = answers.get(ascii)
    const { state, price } = answer?.available ? offered(answer, [], usual) : {}
    return state !== 'refused' && price ? [{ name, ascii, registerFen: price.registerFen }] : []
  })
  return {
    id,
    ...unavailable(answer),
    findings,
    ...(free.length > 0 ? { neighbours: free } : {}),
  }
}

import { chinaDay, workingDayAfter } from '../../kernel/clock/index.ts'
import { reviewedHere, smsHours } from './checks-ahead.ts'
import type { LearntRange, LearntTimes } from './learnt/step-times.ts'
import type { OrderRow } from './orders.ts'
import type { FilingState } from './states.ts'

export type Turn = 'you' | 'we' | 'ministry' | 'bureau'
export type CourseStep = 'draft' | 'first-review' | 'photo' | 'submission' | 'sms' | 'bureau' | 'result'

export interface CourseEntry {
  readonly step: CourseStep
  readonly state: 'done' | 'now' | 'coming' | 'failed'
  readonly turn: Turn | null
  /** When it was done. */
  readonly at: string | null
  /** Instants between which it ends; the later one alone where only a limit is known. */
  readonly from: string | null
  readonly until: string | null
  /** How many finished steps of this platform the range is learnt from; null where it is that of the rules. */
  readonly learnt: number | null
}

/** Working days that a bureau takes: what is usual, and the law's limit (S2-29, S3-75). */
export const usualBureauDays = { from: 1, until: 20 } as const

/** Working days of ours: the first review (S3-56), and the way to the bureau after it (S3-67). */
export const reviewWorkingDays = 1
export const submissionWorkingDays = 1

const at: Readonly<Record<FilingState, CourseStep>> = {
  draft: 'draft',
  returned: 'draft',
  refused: 'draft',
  withdrawn: 'draft',
  'first-review': 'first-review',
  photo: 'photo',
  ready: 'submission',
  'by-hand': 'submission',
  submitting: 'submission',
  held: 'submission',
  sms: 'sms',
  lapsed: 'sms',
  bureau: 'bureau',
  passed: 'result',
}

/** Offices close at 18:00 in China. */
export function closing(day: string): Date {
  return new Date(`${day}T18:00:00+08:00`)
}

export interface CourseFacts {
  readonly order: Pick<OrderRow, 'state' | 'type' | 'province' | 'submitted_at' | 'bureau_at' | 'due_at' | 'ended_at'>
  readonly today: string
  readonly photo: boolean
  /** What the history of the platform tells of orders of this province and type. */
  readonly learnt: LearntTimes
  /** When each step of this attempt ended. */
  readonly done: ReadonlyMap<CourseStep, Date>
}

/** Every step of an order: what is done, whose turn it is now and until when, and between which days the rest comes. */
export function courseOf({ order, today, photo, learnt, done }: CourseFacts): CourseEntry[] {
  const now = at[order.state]
  const sms = smsHours(order.type, order.province, today) !== undefined
  // A claim goes to no bureau: its register is asked here, and our reviewers pass it.
  const sent = order.type !== 'claim'
  const steps: CourseStep[] = [
    'draft',
    ...(reviewedHere(order.type) ? (['first-review'] as const) : []),
    ...(photo ? (['photo'] as const) : []),
    ...(sent ? (['submission'] as const) : []),
    ...(sms ? (['sms'] as const) : []),
    ...(sent ? (['bureau'] as const) : []),
    'result',
  ]
  const place = steps.indexOf(now)
  let earliest = today
  let latest = today
  return steps.map((step, index): CourseEntry => {
    if (index < place || order.state === 'passed')
      return {
        step,
        state: 'done',
        turn: null,
        at: (done.get(step) ?? order.ended_at)?.toISOString() ?? null,
        ...noDays,
      }
    if (order.state === 'withdrawn')
      return { step, state: index === place ? 'failed' : 'coming', turn: null, at: null, ...noDays }
    const known = learnt.get(step)
    const span = known ?? spanOf(step)
    // Of the step at hand the deadline counts; the others follow after it.
    if (span) {
      earliest = workingDayAfter(earliest, span.from).day
      latest = workingDayAfter(latest, span.until).day
    }
    const here = index === place
    const range = here && known ? learntFrom(began(step, order, done), known, today) : undefined
    const until = range
      ? closing(range.until)
      : here && order.due_at
        ? order.due_at
        : span || step === 'result'
          ? closing(latest)
          : null
    return {
      step,
      state: here ? (isFailed(order.state) ? 'failed' : 'now') : 'coming',
      // A curtain that we send, or a photograph that we look at, is ours.
      turn: here && step === 'photo' && order.due_at !== null ? 'we' : turnOf(step),
      at: null,
      from: range
        ? closing(range.from).toISOString()
        : !here && (span || step === 'result')
          ? closing(earliest).toISOString()
          : null,
      until: until?.toISOString() ?? null,
      learnt: known && (range || !here) ? known.finished : null,
    }
  })
}

const noDays = { from: null, until: null, learnt: null } as const

/** When the step at hand began, where that is known. */
function began(step: CourseStep, { submitted_at, bureau_at }: CourseFacts['order'], done: CourseFacts['done']) {
  if (step === 'first-review') return submitted_at
  if (step === 'bureau') return done.get('sms') ?? bureau_at
  return null
}

/** The usual days of the step at hand; undefined once they have gone by, and the deadline alone is left. */
function learntFrom(since: Date | null, { from, until }: LearntRange, today: string) {
  if (since === null) return undefined
  const days = [from, until].map((count) => workingDayAfter(chinaDay(since), count).day)
  const [first = today, last = today] = days
  return last < today ? undefined : { from: first < today ? today : first, until: last }
}

function isFailed(state: FilingState): boolean {
  return state === 'returned' || state === 'refused' || state === 'lapsed'
}

function spanOf(step: CourseStep): { readonly from: number; readonly until: number } | undefined {
  if (step === 'first-review') return { from: 0, until: reviewWorkingDays }
  if (step === 'submission') return { from: 0, until: submissionWorkingDays }
  if (step === 'sms') return { from: 0, until: 1 }
  return step === 'bureau' ? usualBureauDays : undefined
}

function turnOf(step: CourseStep): Turn | null {
  if (step === 'first-review' || step === 'submission') return 'we'
  if (step === 'bureau') return 'bureau'
  return step === 'result' ? null : 'you'
}

import { sql } from 'kysely'
import type { Clock } from '../clock/index.ts'
import type { Db, Trx } from '../database/index.ts'
import type { Random } from '../random.ts'
import type { Step, StepContext, TaskDefinition } from './definition.ts'
import { acceptAnswer, closeIntent, openIntent, type Sendable, storedRequest } from './intents.ts'
import { type ClaimedTask, guard, isFirstRun, putOff, stillOurs } from './lease.ts'
import { AnswerLost, FenceLost, NotSent, RetryLater, StepRefused } from './outcome.ts'
import { type Progress, writeProgress } from './progress.ts'
import { type Done, insertResult, resultsOf } from './results.ts'
import type { SharedTransactions } from './shared-transactions.ts'
import type { TaskPhase } from './states.ts'
import type { TaskFailure } from './tables.ts'

export interface RunDeps {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  /** Awaited at every named point of a task's way, e.g. `ORDER_ACTIVATE:create:sent`. */
  readonly onPoint?: (point: string) => void | Promise<void>
  /** How long after sending an absence at the party is believed: until then the command may still be on its way. */
  readonly settleMs: number
  /** Milliseconds of a monotonic clock. */
  readonly elapsed: () => number
}

/** Of tasks of one kind: what they are ready to write at the same time is one transaction. */
export interface Shared {
  readonly transactions: SharedTransactions
}

// A worker that stood still for longer than this part of `settleMs` asks whether the lease is still its own before a command
// leaves. Shorter pauses do no harm: whoever took the task over reads first, and does not believe an absence before `settleMs`.
const trustedPart = 0.1

// A registry that is down for long is asked no more often than this.
const readAgainMs = 1_500

/** How a run ended: the task has ended, or waits until `afterMs` from now. */
export type RunEnd =
  | { readonly state: 'succeeded' | 'failed' }
  | { readonly state: 'waiting' | 'unknown'; readonly afterMs: number }

/** Takes one claimed task as far as it goes. @throws FenceLost when the lease was lost on the way */
export async function runTask(task: ClaimedTask, definition: TaskDefinition, deps: RunDeps & Shared): Promise<RunEnd> {
  let { phase, failure } = task
  const done = isFirstRun(task) ? { results: {}, names: new Set<string>() } : await resultsOf(deps.db, task.id)
  let answered: { sendable: Sendable; answer: unknown } | undefined

  for (;;) {
    const steps = phase === 'forward' ? definition.steps : definition.failed
    let next: Sendable | undefined
    try {
      next = await advance({ ...task, failure }, definition.kind, steps, phase, done, answered, deps)
    } catch (error) {
      // The steps after an answer share its transaction; when one of them fails, the answer itself must still be kept.
      if (answered && !(error instanceof FenceLost)) await keepAnswer(deps, task, phase, answered, done)
      answered = undefined
      if (!(error instanceof StepRefused) || phase === 'failed') return retreat(error, task, deps)
      phase = 'failed'
      failure = error.failure
      await turnToFailed(deps, task, error.failure, undefined)
      continue
    }
    if (!next) {
      await definition.ended?.(task.input)
      return { state: phase === 'forward' ? 'succeeded' : 'failed' }
    }
    const outcome = await exchange(next, definition.kind, deps)
    if (outcome.kind === 'answer') answered = { sendable: next, answer: outcome.answer }
    else if (outcome.kind === 'refused') {
      if (phase === 'failed') {
        // What gives back must succeed in the end: somebody has to look, and it is tried again meanwhile.
        await hold(deps, task, { trid: next.trid, as: 'refused', answer: outcome.failure.answer }, 'waiting', 30_000)
        throw new Error(`${next.step.name} was refused while giving back: ${outcome.failure.code}`)
      }
      phase = 'failed'
      failure = outcome.failure
      answered = undefined
      await turnToFailed(deps, task, outcome.failure, next.trid)
    } else {
      answered = undefined
      return outcome.kind === 'not-sent'
        ? hold(deps, task, { trid: next.trid, as: 'not-applied' }, 'waiting', outcome.afterMs)
        : hold(deps, task, { trid: next.trid, as: 'unknown' }, 'unknown', outcome.afterMs)
    }
  }
}

/** One transaction: runs local steps and prepares commands, until one must be sent or all is done; the last answer is stored with it. */
async function advance(
  task: ClaimedTask & { failure: TaskFailure | null },
  kind: string,
  steps: readonly Step<unknown>[],
  phase: TaskPhase,
  done: Done,
  answered: { sendable: Sendable; answer: unknown } | undefined,
  deps: RunDeps & Shared,
): Promise<Sendable | undefined> {
  let fresh: Progress['steps'][number][] = []
  let stamp = deps.elapsed()
  const sendable = await deps.transactions.run(async (trx) => {
    fresh = []
    const answer = answered && { trid: answered.sendable.trid, answer: answered.answer }
    const finish = async (name: string, ordinal: number, result: unknown) => {
      fresh.push({ name, ordinal, result })
      await deps.onPoint?.(`${kind}:${name}:within`)
    }
    const write = (more: Pick<Progress, 'command' | 'end'>) => {
      stamp = deps.elapsed()
      return writeProgress(trx, task, { phase, steps: fresh, ...(answer && { answered: answer }), ...more }, deps)
    }
    if (answered) await finish(answered.sendable.step.name, answered.sendable.ordinal, answered.answer)
    for (const [ordinal, step] of steps.entries()) {
      if (done.names.has(step.name) || fresh.some(({ name }) => name === step.name)) continue
      await deps.onPoint?.(`${kind}:${step.name}:before`)
      const context = { ...contextOf(task, done, fresh, answered?.sendable, trx, deps), trx }
      if (step.kind === 'local') {
        await finish(step.name, ordinal, await step.run(context))
        continue
      }
      const open = isFirstRun(task) ? undefined : await openIntent(trx, task.id, step.name)
      if (open) {
        if (fresh.length > 0) await write({})
        return { step, ordinal, request: open.request, trid: open.trid, sentAt: open.sent_at, mustRead: true }
      }
      const request = await step.prepare(context)
      if (request === undefined) {
        await finish(step.name, ordinal, null)
        continue
      }
      const written = await write({ command: { step: step.name, party: step.party(context), request } })
      if (!written) throw new Error(`the intent of ${step.name} was not written`)
      return { step, ordinal, request, ...written, mustRead: false }
    }
    await write({ end: phase === 'forward' ? 'succeeded' : 'failed' })
    return undefined
  })
  for (const { name, result } of fresh) {
    done.names.add(name)
    done.results[name] = result
    await deps.onPoint?.(`${kind}:${name}:after`)
  }
  if (sendable) {
    await deps.onPoint?.(`${kind}:${sendable.step.name}:prepared`)
    if (!sendable.mustRead && deps.elapsed() - stamp > trustedPart * deps.settleMs) await stillOurs(deps, task)
  }
  return sendable
}

type Exchanged =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly failure: TaskFailure }
  | { readonly kind: 'not-sent' | 'unknown'; readonly afterMs: number }

async function exchange(sendable: Sendable, kind: string, deps: RunDeps): Promise<Exchanged> {
  const { step, request, trid } = sendable
  if (sendable.mustRead) return read(sendable, deps)
  try {
    const sending = step.send(request, { trid })
    await deps.onPoint?.(`${kind}:${step.name}:sent`)
    const answer = await sending
    await deps.onPoint?.(`${kind}:${step.name}:answered`)
    return { kind: 'answer', answer }
  } catch (error) {
    if (error instanceof StepRefused) return { kind: 'refused', failure: error.failure }
    if (error instanceof NotSent) return { kind: 'not-sent', afterMs: 500 }
    if (error instanceof RetryLater) return { kind: 'not-sent', afterMs: error.afterMs }
    // Anything else after the bytes may have left is not known, whatever it was called.
    return { kind: 'unknown', afterMs: error instanceof AnswerLost ? 100 : 1_000 }
  }
}

async function read({ step, request, trid, sentAt }: Sendable, deps: RunDeps): Promise<Exchanged> {
  try {
    const found = await step.reconcile(request, { trid, sentAt })
    if (found.known === 'applied') return { kind: 'answer', answer: found.answer }
    if (found.known === 'not-applied') {
      const age = await ageOf(deps.db, sentAt)
      return age >= deps.settleMs
        ? { kind: 'not-sent', afterMs: 0 }
        : { kind: 'unknown', afterMs: deps.settleMs - age + 10 }
    }
  } catch {
    // Not being able to read is the same as not knowing: look again later.
  }
  return { kind: 'unknown', afterMs: readAgainMs }
}

// Sending was stamped by the database; only its clock tells how long ago that was.
async function ageOf(db: Db, sentAt: Date): Promise<number> {
  const { rows } = await sql<{
    age: number
  }>`select (extract(epoch from now() - ${sentAt.toISOString()}::timestamptz) * 1000)::float8 as age`.execute(db)
  return rows[0]?.age ?? 0
}

async function keepAnswer(
  deps: RunDeps,
  task: ClaimedTask,
  phase: TaskPhase,
  { sendable, answer }: { sendable: Sendable; answer: unknown },
  done: Done,
): Promise<void> {
  const { step, ordinal, trid } = sendable
  await deps.db.transaction().execute(async (trx) => {
    await guard(trx, task)
    await acceptAnswer(trx, task, trid, answer, deps)
    await insertResult(trx, task, { name: step.name, ordinal, phase, result: answer }, deps)
  })
  done.names.add(step.name)
  done.results[step.name] = answer
}

async function retreat(error: unknown, task: ClaimedTask, deps: RunDeps): Promise<RunEnd> {
  if (error instanceof FenceLost) throw error
  const afterMs = error instanceof RetryLater ? error.afterMs : Math.min(60_000, 500 * 2 ** Math.min(task.attempts, 7))
  await deps.db.transaction().execute(async (trx) => {
    await guard(trx, task)
    await putOff(trx, task, 'waiting', afterMs, deps)
  })
  if (!(error instanceof RetryLater)) throw error
  return { state: 'waiting', afterMs }
}

async function hold(
  deps: RunDeps,
  task: ClaimedTask,
  intent: { trid: string; as: 'not-applied' | 'unknown' | 'refused'; answer?: unknown },
  state: 'waiting' | 'unknown',
  afterMs: number,
): Promise<RunEnd> {
  await deps.db.transaction().execute(async (trx) => {
    await guard(trx, task)
    await closeIntent(trx, intent.trid, intent.as, intent.answer ?? null, deps)
    await putOff(trx, task, state, afterMs, deps)
  })
  return { state, afterMs }
}

async function turnToFailed(
  deps: RunDeps,
  task: ClaimedTask,
  failure: TaskFailure,
  trid: string | undefined,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await guard(trx, task)
    if (trid !== undefined) await closeIntent(trx, trid, 'refused', failure.answer ?? null, deps)
    await trx
      .updateTable('task')
      .set({ phase: 'failed', failure: JSON.stringify(failure), updated_at: deps.clock.now() })
      .where('id', '=', task.id)
      .execute()
  })
}

function contextOf(
  task: ClaimedTask,
  done: Done,
  fresh: Progress['steps'],
  sent: Sendable | undefined,
  trx: Trx,
  deps: RunDeps,
): StepContext<unknown> {
  const { id, number, account, actor, failure, input } = task
  return {
    task: { id, number, account, actor, failure },
    input,
    results: { ...done.results, ...Object.fromEntries(fresh.map(({ name, result }) => [name, result])) },
    requestOf: async (step) => (sent?.step.name === step ? sent.request : storedRequest(trx, id, step)),
    clock: deps.clock,
    random: deps.random,
  }
}

import { isAbortedTransactionError } from 'kysely'
import type { Db, Trx } from '../database/index.ts'

type Work<T> = (trx: Trx) => Promise<T>

interface Member {
  readonly work: Work<unknown>
  readonly done: (value: unknown) => void
  readonly failed: (reason: unknown) => void
}

export interface SharedTransactions {
  /**
   * Runs work in a transaction that it may share with others, and resolves once that is committed. What fails takes
   * nobody with it: all is rolled back, and runs again without it. So work may run more than once, and only its last
   * run counts: what it does besides the transaction must be harmless.
   */
  run<T>(work: Work<T>): Promise<T>
}

/** A statement of the transaction failed before, maybe another member's. */
const abortedBefore = '25P02'
/** The server refused the commit, so that nothing of it stays: integrity constraints and serialisation. */
const refusedAtCommit = /^(23|40)/

/**
 * Joins the transactions of those who come while others are under way: a commit, and the statements that they make
 * together, cost more than what one of them writes. Whoever comes alone waits for nobody.
 */
export function sharedTransactions(
  db: Db,
  { atOnce = 2, most = 32 }: { atOnce?: number; most?: number } = {},
): SharedTransactions {
  const waiting: Member[] = []
  let underWay = 0
  let scheduled = false

  function schedule(): void {
    if (scheduled || underWay >= atOnce || waiting.length === 0) return
    scheduled = true
    // Those who are ready in the same turn go together.
    setImmediate(() => {
      scheduled = false
      while (underWay < atOnce && waiting.length > 0) {
        underWay++
        void group(waiting.splice(0, most)).finally(() => {
          underWay--
          schedule()
        })
      }
    })
  }

  async function alone({ work, done, failed }: Member): Promise<void> {
    await db.transaction().execute(work).then(done, failed)
  }

  async function group(members: readonly Member[]): Promise<void> {
    const [first] = members
    if (!first) return
    if (members.length === 1) return alone(first)
    let outcomes: PromiseSettledResult<unknown>[] = []
    let failing = false
    try {
      await db.transaction().execute(async (trx) => {
        outcomes = await Promise.allSettled(members.map(({ work }) => work(trx)))
        failing = outcomes.some(({ status }) => status === 'rejected')
        if (failing) throw new Error('a member of a shared transaction failed')
      })
    } catch (error) {
      if (failing) return without(members, outcomes)
      if (isAbortedTransactionError(error) || refusedAtCommit.test(codeOf(error))) return each(members)
      // Whether it was committed is not known: each finds out from what the database holds.
      for (const { failed } of members) failed(error)
      return
    }
    for (const [at, { done }] of members.entries()) {
      const outcome = outcomes[at]
      if (outcome?.status === 'fulfilled') done(outcome.value)
    }
  }

  async function without(
    members: readonly Member[],
    outcomes: readonly PromiseSettledResult<unknown>[],
  ): Promise<void> {
    const culprits = members.filter((_, at) => {
      const outcome = outcomes[at]
      return outcome?.status === 'rejected' && codeOf(outcome.reason) !== abortedBefore
    })
    if (culprits.length === 0) return each(members)
    await Promise.all([group(members.filter((member) => !culprits.includes(member))), each(culprits)])
  }

  async function each(members: readonly Member[]): Promise<void> {
    for (const member of members) await alone(member)
  }

  return {
    run: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, done: (value) => resolve(value as T), failed: reject })
        schedule()
      }),
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { createLogger } from '../logging/index.ts'
import {
  AnswerLost,
  defineTask,
  localStep,
  NotSent,
  outsideStep,
  type Reconciled,
  RetryLater,
  StepRefused,
} from './index.ts'
import { taskBench } from './testing/bench.ts'

let database: TestDatabase
let bench: ReturnType<typeof taskBench>

beforeAll(async () => {
  database = await testDatabase()
  bench = taskBench(database)
})
afterEach(() => bench.stopAll())
afterAll(() => database.drop())

const refusal = { code: 'registry.refused', findings: [], answer: { code: 2302 } }

interface Script {
  /** What the party does with the first, second, … command; after the last it answers. */
  readonly sends?: readonly (() => Promise<unknown> | unknown)[]
  readonly reads?: readonly (() => Reconciled<unknown>)[]
  readonly after?: () => unknown
  readonly prepare?: () => unknown
  readonly giveBack?: () => unknown
}

let kinds = 0
/** `first` (local), `create` (outside), `record` (local); `refund` and `tell` give back. `seen` is what ran, in order. */
function script({ sends = [], reads = [], after, prepare, giveBack }: Script) {
  const kind = `TEST_${++kinds}`
  const seen: string[] = []
  let sent = 0
  let read = 0
  const definition = defineTask<unknown>(
    kind,
    [
      localStep('first', async () => {
        seen.push('first')
        return 1
      }),
      outsideStep('create', {
        party: () => 'registry',
        prepare: async () => (prepare ? prepare() : { name: 'example.cn' }),
        async send(_, { trid }) {
          const [intent] = await database.db.selectFrom('intent').select('state').where('trid', '=', trid).execute()
          seen.push(`send while ${intent?.state ?? 'nothing is written'}`)
          return (await sends[sent++]?.()) ?? { roid: 'R1' }
        },
        async reconcile() {
          seen.push('read')
          return reads[read++]?.() ?? { known: 'unknown' }
        },
      }),
      localStep('record', async ({ results }) => {
        seen.push('record')
        await after?.()
        return results.create
      }),
    ],
    {
      failed: [
        localStep('refund', async ({ task, results }) => {
          seen.push('refund')
          await giveBack?.()
          return { because: task.failure, created: results.create ?? null }
        }),
        localStep('tell', async () => {
          seen.push('tell')
        }),
      ],
    },
  )
  return { kind, seen, definition }
}

const lost = () => {
  throw new AnswerLost('the connection closed')
}

describe('a task', () => {
  it('runs every step once, with the intent written before the bytes leave', async () => {
    const { kind, seen, definition } = script({})
    await bench.run([definition])
    const { id, number } = await bench.begin(kind)
    await bench.becomes(id, 'succeeded')
    expect(number).toMatch(/^20261124\d{7}$/)
    expect(seen).toEqual(['first', 'send while sent', 'record'])
    expect(await bench.steps(id)).toEqual([
      ['first', 1],
      ['create', { roid: 'R1' }],
      ['record', { roid: 'R1' }],
    ])
    expect(await bench.intents(id)).toMatchObject([
      { party: 'registry', state: 'answered', request: { name: 'example.cn' }, answer: { roid: 'R1' } },
    ])
    expect(await bench.task(id)).toMatchObject({ lease_owner: null, lease_until: null })
  })

  it('sends nothing when there is nothing to send', async () => {
    const { kind, seen, definition } = script({ prepare: () => undefined })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'succeeded')
    expect(seen).toEqual(['first', 'record'])
    expect(await bench.intents(id)).toEqual([])
  })

  it.each([
    ['that never left', () => new NotSent('no connection')],
    ['that the party wants later', () => new RetryLater(10)],
  ])('makes a command %s again, under an intent of its own', async (_, error) => {
    const { kind, seen, definition } = script({
      sends: [
        () => {
          throw error()
        },
      ],
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'succeeded')
    expect(seen).toEqual(['first', 'send while sent', 'send while sent', 'record'])
    const intents = await bench.intents(id)
    expect(intents.map(({ state }) => state)).toEqual(['not-applied', 'answered'])
    expect(new Set(intents.map(({ trid }) => trid)).size).toBe(2)
  })

  it.each([
    ['lost', lost],
    [
      'an error that nobody foresaw',
      () => {
        throw new TypeError('no such member')
      },
    ],
  ])('reads what became of a command whose answer is %s, and never sends it again', async (_, fails) => {
    const { kind, seen, definition } = script({
      sends: [fails],
      reads: [() => ({ known: 'unknown' }), () => ({ known: 'applied', answer: { roid: 'R2' } })],
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'unknown')
    expect(await bench.intents(id)).toMatchObject([{ state: 'unknown', ended_at: null }])
    await expect.poll(() => seen.filter((what) => what === 'read').length, { timeout: 5_000 }).toBe(1)
    await bench.hurry(id)
    await bench.becomes(id, 'succeeded')
    expect(seen).toEqual(['first', 'send while sent', 'read', 'read', 'record'])
    expect(await bench.steps(id)).toContainEqual(['create', { roid: 'R2' }])
  })

  it('believes an absence only when the command can no longer be on its way', async () => {
    const { kind, seen, definition } = script({
      sends: [lost],
      reads: [() => ({ known: 'not-applied' }), () => ({ known: 'not-applied' })],
    })
    await bench.run([definition], { settleMs: 60_000 })
    const { id } = await bench.begin(kind)
    await expect.poll(() => seen.at(-1), { timeout: 5_000 }).toBe('read')
    await expect.poll(async () => (await bench.task(id)).attempts).toBe(2)
    expect(await bench.task(id)).toMatchObject({ state: 'unknown' })
    expect(seen.filter((what) => what.startsWith('send'))).toHaveLength(1)

    await sql`update intent set sent_at = sent_at - interval '1 minute' where task = ${id}`.execute(database.db)
    await bench.hurry(id)
    await bench.becomes(id, 'succeeded')
    expect(seen).toEqual(['first', 'send while sent', 'read', 'read', 'send while sent', 'record'])
    expect((await bench.intents(id)).map(({ state }) => state)).toEqual(['not-applied', 'answered'])
  })

  it('counts a reading that fails as not knowing', async () => {
    const { kind, seen, definition } = script({
      sends: [lost],
      reads: [
        () => {
          throw new Error('the registry is away')
        },
        () => ({ known: 'applied', answer: { roid: 'R3' } }),
      ],
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await expect.poll(async () => (await bench.task(id)).attempts, { timeout: 5_000 }).toBe(2)
    expect(await bench.task(id)).toMatchObject({ state: 'unknown' })
    await bench.hurry(id)
    await bench.becomes(id, 'succeeded')
    expect(seen).toEqual(['first', 'send while sent', 'read', 'read', 'record'])
  })

  it('shows as executing, no longer as unknown, once the party was read', async () => {
    let state = ''
    const { kind, definition } = script({ sends: [lost], reads: [() => ({ known: 'applied', answer: {} })] })
    const further = defineTask(
      kind,
      [
        ...definition.steps,
        outsideStep('notify', {
          party: () => 'mail',
          prepare: async () => ({}),
          reconcile: async () => ({ known: 'unknown' }),
          send: async () => {
            state = (await bench.task(id)).state
          },
        }),
      ],
      { failed: definition.failed },
    )
    await bench.run([further])
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'succeeded')
    expect(state).toBe('executing')
  })
})

describe('a refusal', () => {
  it('by the party runs the steps that give back, and the task ends as failed', async () => {
    const { kind, seen, definition } = script({
      sends: [
        () => {
          throw new StepRefused(refusal)
        },
      ],
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'failed')
    expect(seen).toEqual(['first', 'send while sent', 'refund', 'tell'])
    expect(await bench.task(id)).toMatchObject({ phase: 'failed', failure: refusal })
    expect(await bench.intents(id)).toMatchObject([{ state: 'refused', answer: { code: 2302 } }])
    expect(await bench.steps(id)).toContainEqual(['refund', { because: refusal, created: null }])
  })

  it('by a rule before anything is sent does the same', async () => {
    const { kind, seen, definition } = script({
      prepare: () => {
        throw new StepRefused(refusal)
      },
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'failed')
    expect(seen).toEqual(['first', 'refund', 'tell'])
    expect(await bench.intents(id)).toEqual([])
  })

  it('after the party answered keeps that answer for those who give back', async () => {
    const { kind, definition } = script({
      after: () => {
        throw new StepRefused(refusal)
      },
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'failed')
    expect(await bench.intents(id)).toMatchObject([{ state: 'answered' }])
    expect(await bench.steps(id)).toContainEqual(['refund', { because: refusal, created: { roid: 'R1' } }])
  })

  it('of a step that gives back is tried again until it is done, never given up', async () => {
    let tries = 0
    const { kind, seen, definition } = script({
      prepare: () => {
        throw new StepRefused(refusal)
      },
      giveBack: () => {
        if (++tries === 1) throw new StepRefused(refusal)
      },
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await expect.poll(async () => (await bench.task(id)).attempts, { timeout: 5_000 }).toBe(1)
    await bench.hurry(id)
    await bench.becomes(id, 'failed')
    expect(seen).toEqual(['first', 'refund', 'refund', 'tell'])
  })
})

describe('a refusal of the command that gives back', () => {
  it('keeps its answer, is logged, and the command is made again under an intent of its own', async () => {
    const kind = `TEST_${++kinds}`
    let sent = 0
    const refund = outsideStep<unknown, object, object>('refund', {
      party: () => 'bank',
      prepare: async () => ({}),
      async send() {
        if (++sent === 1) throw new StepRefused({ code: 'bank.closed', findings: [], answer: { sub: 'CLOSED' } })
        return { refunded: true }
      },
      reconcile: async () => ({ known: 'unknown' }),
    })
    const check = localStep('check', async () => {
      throw new StepRefused(refusal)
    })
    const lines: string[] = []
    const log = createLogger('error', { write: (line) => void lines.push(line) })
    await bench.run([defineTask(kind, [check], { failed: [refund] })], { log })
    const { id } = await bench.begin(kind)
    await expect.poll(async () => (await bench.task(id)).attempts, { timeout: 5_000 }).toBe(1)
    expect(await bench.intents(id)).toMatchObject([{ state: 'refused', answer: { sub: 'CLOSED' } }])
    await expect.poll(() => lines.join()).toMatch(/refund was refused while giving back: bank\.closed/)
    await bench.hurry(id)
    await bench.becomes(id, 'failed')
    expect(await bench.task(id)).toMatchObject({ failure: refusal })
    expect((await bench.intents(id)).map(({ state }) => state)).toEqual(['refused', 'answered'])
  })
})

describe('a fault', () => {
  it('in a step after an answer keeps the answer and does not ask the party again', async () => {
    let tries = 0
    const { kind, seen, definition } = script({
      after: () => {
        if (++tries === 1) throw new Error('out of memory')
      },
    })
    await bench.run([definition])
    const { id } = await bench.begin(kind)
    await expect.poll(async () => (await bench.task(id)).attempts, { timeout: 5_000 }).toBe(1)
    await bench.hurry(id)
    await bench.becomes(id, 'succeeded')
    expect(seen).toEqual(['first', 'send while sent', 'record', 'record'])
    expect(await bench.intents(id)).toMatchObject([{ state: 'answered' }])
  })

  it('does not make a step with a result run again after the runner was started anew', async () => {
    const { kind, seen, definition } = script({
      sends: [lost],
      reads: [() => ({ known: 'applied', answer: { roid: 'R4' } })],
    })
    const before = await bench.run([definition], {
      onPoint: (point) => (point.endsWith(':sent') ? void before.stop() : undefined),
    })
    const { id } = await bench.begin(kind)
    await bench.becomes(id, 'unknown')
    await before.stop()
    await bench.run([definition])
    await bench.becomes(id, 'succeeded')
    expect(seen).toEqual(['first', 'send while sent', 'read', 'record'])
  })
})

describe('the database', () => {
  it('lets nothing leave an end state, and no result be rewritten', async () => {
    const { kind, definition } = script({})
    const refused = script({
      prepare: () => {
        throw new StepRefused(refusal)
      },
    })
    await bench.run([definition, refused.definition])
    const [ended, failed] = [await bench.begin(kind), await bench.begin(refused.kind)]
    await bench.becomes(ended.id, 'succeeded')
    await bench.becomes(failed.id, 'failed')
    for (const { id } of [ended, failed]) {
      await expect(sql`update task set state = 'waiting' where id = ${id}`.execute(database.db)).rejects.toThrow(
        /has ended as/,
      )
      await expect(sql`update task_step set result = '2' where task = ${id}`.execute(database.db)).rejects.toThrow(
        /append-only/,
      )
      await expect(sql`delete from task_step where task = ${id}`.execute(database.db)).rejects.toThrow(/append-only/)
    }
    await expect(sql`update task set phase = 'forward' where id = ${failed.id}`.execute(database.db)).rejects.toThrow(
      /giving back/,
    )
    await expect(
      sql`insert into task_step (task, name, ordinal, phase, finished_at) values (${ended.id}, 'first', 0, 'forward', now())`.execute(
        database.db,
      ),
    ).rejects.toThrow(/task_step_pkey/)
  })
})

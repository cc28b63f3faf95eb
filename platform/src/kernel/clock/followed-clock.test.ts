import { setTimeout as delay } from 'node:timers/promises'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { type ClockSource, fixedClock, followedClock } from './index.ts'

let database: TestDatabase
const machine = fixedClock('2026-11-24T02:32:00Z')
const hour = 3_600_000

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  machine.set('2026-11-24T02:32:00Z')
  await database.db.updateTable('clock_offset').set({ offset_ms: 0 }).execute()
})
afterAll(() => database.drop())

/** An outside party with a clock, which can be cut off. */
function outside(offsetMs = 0) {
  let at = offsetMs
  let cut = false
  let asked = 0
  const answer = () => {
    if (cut) throw new Error('nobody there')
    return at
  }
  const source: ClockSource = {
    async offset(signal, unless) {
      asked++
      for (const end = performance.now() + 300; at === unless && !cut && performance.now() < end; )
        await delay(10, undefined, { signal })
      return answer()
    },
    async advance(byMs) {
      answer()
      at += byMs
      return at
    },
    async advanceTo(to) {
      answer()
      if (to < at) throw new Error('back')
      at = to
      return at
    },
  }
  return {
    source,
    turn(byMs: number) {
      at += byMs
    },
    cut(off: boolean) {
      cut = off
    },
    at: () => at,
    asked: () => asked,
  }
}

const follow = (source: ClockSource) =>
  followedClock({ db: database.db, machine, source, log: pino({ level: 'silent' }) })

describe('the clock that follows another', () => {
  it('is the source’s from the first moment, goes on with the machine’s, and knows the day in China', async () => {
    const clock = await follow(outside(13 * hour).source)
    expect(clock.now().toISOString()).toBe('2026-11-24T15:32:00.000Z')
    expect(clock.today()).toBe('2026-11-24')
    machine.advance(hour)
    expect(clock.now().toISOString()).toBe('2026-11-24T16:32:00.000Z')
    expect(clock.today()).toBe('2026-11-25')
    await clock.stop()
  })

  it('sees a move that somebody else makes, wherever it is followed, and turns all of them itself', async () => {
    const world = outside()
    const clocks = await Promise.all([follow(world.source), follow(world.source)])
    const shown = () => clocks.map((clock) => (clock.now().getTime() - machine.now().getTime()) / hour)
    expect(shown()).toEqual([0, 0])
    world.turn(24 * hour)
    await expect.poll(shown, { timeout: 3_000 }).toEqual([24, 24])
    await clocks[0]?.advance(hour)
    expect(shown()[0]).toBe(25)
    await expect.poll(shown, { timeout: 3_000 }).toEqual([25, 25])
    expect(world.at()).toBe(25 * hour)
    for (const clock of clocks) await clock.stop()
  })

  it('starts no earlier than what it has seen, though the source is away, and turns one that forgot forward', async () => {
    const world = outside(48 * hour)
    await (await follow(world.source)).stop()
    world.cut(true)
    const clock = await follow(world.source)
    expect(clock.now().toISOString()).toBe('2026-11-26T02:32:00.000Z')
    await expect(clock.advance(hour)).rejects.toThrow('nobody there')
    expect(clock.now().toISOString()).toBe('2026-11-26T02:32:00.000Z')
    world.turn(-48 * hour)
    world.cut(false)
    await expect.poll(world.at, { timeout: 3_000 }).toBe(48 * hour)
    await clock.stop()
  })

  it('does not ask a source without end that is away, or answers at once', async () => {
    const world = outside()
    const clock = await follow(world.source)
    world.cut(true)
    const before = world.asked()
    await delay(700)
    expect(world.asked() - before).toBeLessThan(4)
    await clock.stop()
  })
})

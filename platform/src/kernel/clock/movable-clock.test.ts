import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { createDb, createPool } from '../database/index.ts'
import { advanceClock, fixedClock, movableClock } from './index.ts'

let database: TestDatabase
const machine = fixedClock('2026-11-24T02:32:00Z')
const hour = 3_600_000

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.db.updateTable('clock_offset').set({ offset_ms: 0 }).execute())
afterAll(() => database.drop())

const advance = (byMs: number) => database.db.transaction().execute((trx) => advanceClock(trx, byMs))

describe('the movable clock', () => {
  it('is the clock of the machine until it is moved, goes on with it afterwards, and knows the day in China', async () => {
    const clock = await movableClock(database.db, machine)
    try {
      expect(clock.now()).toEqual(machine.now())
      await advance(13 * hour)
      await clock.refresh()
      expect(clock.now().toISOString()).toBe('2026-11-24T15:32:00.000Z')
      expect(clock.today()).toBe('2026-11-24')
      machine.advance(hour)
      expect(clock.now().toISOString()).toBe('2026-11-24T16:32:00.000Z')
      expect(clock.today()).toBe('2026-11-25')
    } finally {
      clock.stop()
      machine.set('2026-11-24T02:32:00Z')
    }
  })

  it('only moves forward, by whole milliseconds, and adds moves that come at once', async () => {
    for (const wrong of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])
      await expect(advance(wrong)).rejects.toThrow(RangeError)
    await Promise.all(Array.from({ length: 8 }, () => advance(hour)))
    const clock = await movableClock(database.db, machine)
    clock.stop()
    expect(clock.now().getTime() - machine.now().getTime()).toBe(8 * hour)
  })

  it('shows a move to nobody before it is committed, and to nobody when it is rolled back', async () => {
    const clock = await movableClock(database.db, machine)
    try {
      const rolledBack = database.db.transaction().execute(async (trx) => {
        await advanceClock(trx, hour)
        await clock.refresh()
        expect(clock.now()).toEqual(machine.now())
        throw new Error('rolled back')
      })
      await expect(rolledBack).rejects.toThrow('rolled back')
      await clock.refresh()
      expect(clock.now()).toEqual(machine.now())
    } finally {
      clock.stop()
    }
  })

  it('is the same in several processes, which see a move by themselves', async () => {
    const here = path.resolve(import.meta.dirname, '..')
    const at = (file: string) => JSON.stringify(pathToFileURL(path.join(here, file)).href)
    const script = `
      import { createDb, createPool } from ${at('database/index.ts')}
      import { fixedClock, movableClock } from ${at('clock/index.ts')}
      const clock = await movableClock(createDb(createPool(process.env.URL_OF_DATABASE)), fixedClock('2026-11-24T02:32:00Z'))
      setInterval(() => console.log(clock.now().toISOString()), 50)`
    const others = [1, 2].map(() =>
      spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
        env: { ...process.env, URL_OF_DATABASE: database.url },
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    )
    const last = others.map(() => '')
    others.forEach((child, index) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        last[index] = line
      })
    })
    const pool = createPool(database.url, { max: 1 })
    const clock = await movableClock(createDb(pool), machine)
    try {
      const shown = () => [...last, clock.now().toISOString()]
      await expect.poll(shown, { timeout: 15_000 }).toEqual(Array(3).fill('2026-11-24T02:32:00.000Z'))
      await advance(24 * hour)
      await expect.poll(shown, { timeout: 15_000 }).toEqual(Array(3).fill('2026-11-25T02:32:00.000Z'))
    } finally {
      clock.stop()
      for (const child of others) {
        child.kill()
        await once(child, 'exit')
      }
      await pool.end()
    }
  })

  it('keeps the last time it knew while the database cannot be asked', async () => {
    const pool = createPool(database.url, { max: 1 })
    await advance(hour)
    const clock = await movableClock(createDb(pool), machine)
    await pool.end()
    await expect(clock.refresh()).rejects.toThrow()
    expect(clock.now().getTime() - machine.now().getTime()).toBe(hour)
    clock.stop()
  })
})

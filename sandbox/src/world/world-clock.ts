import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Store } from '../store/store.ts'
import { type Clock, MovableClock } from './clock.ts'

/** What has happened has happened: nobody is told of an earlier time than before. */
export class ClockGoesForward extends Error {
  constructor() {
    super('the clock only goes forward')
    this.name = 'ClockGoesForward'
  }
}

/** The one clock of the world: its distance from the machine's survives a restart, and whoever follows it is told of a move. */
export class WorldClock implements Clock {
  readonly #clock: MovableClock
  readonly #store: Store
  readonly #waiting = new Set<() => void>()

  constructor(data: string, base: Clock) {
    this.#store = new Store(join(data, 'world.sqlite'), [
      'create table clock (id integer primary key check (id = 1), offset_ms integer not null) strict',
    ])
    const known = this.#store.get('select offset_ms from clock')
    this.#clock = new MovableClock(base, Number(known?.offset_ms ?? 0))
  }

  get offsetMs(): number {
    return this.#clock.offsetMs
  }

  now(): Date {
    return this.#clock.now()
  }

  /** @throws ClockGoesForward */
  advanceToInstant(instant: Date): void {
    this.advance(instant.getTime() - this.now().getTime())
  }

  /** @throws ClockGoesForward */
  advance(byMs: number): void {
    this.advanceToOffset(Math.round(this.offsetMs + byMs))
  }

  /** @throws ClockGoesForward */
  advanceToOffset(offsetMs: number): void {
    if (offsetMs < this.offsetMs) throw new ClockGoesForward()
    this.#store.run(
      'insert into clock (id, offset_ms) values (1, ?) on conflict (id) do update set offset_ms = excluded.offset_ms',
      offsetMs,
    )
    this.#clock.move(offsetMs)
    for (const tell of this.#waiting) tell()
    this.#waiting.clear()
  }

  /** Waits for a move, at most `ms`. */
  async moved(ms: number): Promise<void> {
    let tell = () => {}
    const move = new Promise<void>((resolve) => {
      tell = resolve
    })
    this.#waiting.add(tell)
    await Promise.race([move, delay(ms, undefined, { ref: false })])
    this.#waiting.delete(tell)
  }

  close(): void {
    for (const tell of this.#waiting) tell()
    this.#store.close()
  }
}

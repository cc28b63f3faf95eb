import { join } from 'node:path'
import { Store } from '../store/store.ts'
import { type Clock, MovableClock } from './clock.ts'

/** The sandbox's clock: its distance from the machine's survives a restart. */
export class WorldClock implements Clock {
  readonly #clock: MovableClock
  readonly #store: Store

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

  moveTo(instant: Date): void {
    this.moveBy(instant.getTime() - this.now().getTime())
  }

  moveBy(ms: number): void {
    this.setOffset(Math.round(this.offsetMs + ms))
  }

  setOffset(offsetMs: number): void {
    this.#clock.move(offsetMs)
    this.#store.run(
      'insert into clock (id, offset_ms) values (1, ?) on conflict (id) do update set offset_ms = excluded.offset_ms',
      offsetMs,
    )
  }

  close(): void {
    this.#store.close()
  }
}

import type { DailyFile } from './days/daily-file.ts'
import type { LabelKey } from './label-key.ts'
import type { TakenIndex } from './open-index.ts'

/**
 * - `taken-by-order`: one of our own orders took it, and nothing newer says otherwise.
 * - `perhaps-taken`: the zone or a daily file has it, or it is one of the few absent names that look so (the index's
 *   `errorRate`). May be shown as taken at once, but must be confirmed at the registry before anybody is turned away.
 * - `not-known`: ask the registry. Also names without delegation are here, as no zone has them.
 */
export type TakenAnswer = 'taken-by-order' | 'perhaps-taken' | 'not-known'

interface OrderNote {
  readonly taken: boolean
  readonly day: string
}

/** The taken names of one suffix: the index, the daily files since, and our own orders on top. */
export class TakenNames {
  readonly #key: LabelKey
  readonly #today: () => string
  readonly #orders = new Map<string, OrderNote>()
  #index: TakenIndex
  #days: ReadonlyMap<string, boolean>

  /** @param today YYYY-MM-DD */
  constructor(index: TakenIndex, days: readonly DailyFile[], { key, today }: { key: LabelKey; today: () => string }) {
    this.#key = key
    this.#today = today
    this.#index = index
    this.#days = this.#changes(index, days)
  }

  get index(): TakenIndex {
    return this.#index
  }

  /** @param label as `LabelKey` takes it: lower case, for the plain key an A-label */
  answer(label: string): TakenAnswer {
    const key = this.#key.of(label)
    const order = this.#orders.get(key)
    if (order) return order.taken ? 'taken-by-order' : 'not-known'
    return (this.#days.get(key) ?? this.#index.has(key)) ? 'perhaps-taken' : 'not-known'
  }

  /** A name was registered through us. */
  add(label: string): void {
    this.#orders.set(this.#key.of(label), { taken: true, day: this.#today() })
  }

  /** Names that are ours, read in one go at a start: what has been told of one since is newer. A name that the index has
   *  needs no note of its own. */
  load(labels: Iterable<string>): void {
    const day = this.#today()
    for (const label of labels) {
      const key = this.#key.of(label)
      if (!this.#orders.has(key) && !this.#index.has(key)) this.#orders.set(key, { taken: true, day })
    }
  }

  /** Nothing has been heard of our own names for a while: registries are asked about them until they are loaded again. */
  forgetOrders(): void {
    this.#orders.clear()
  }

  /** A name of ours was deleted at the registry. */
  remove(label: string): void {
    this.#orders.set(this.#key.of(label), { taken: false, day: this.#today() })
  }

  /** Takes over a newer index and the days since, between two answers. What they tell of later days than an order is
   *  believed before the order; our own names that a newer zone lacks (no delegation yet) stay. */
  replace(index: TakenIndex, days: readonly DailyFile[]): void {
    const changes = this.#changes(index, days)
    for (const daily of days)
      for (const { label } of daily.changes) {
        const key = this.#key.of(label)
        const order = this.#orders.get(key)
        if (order && order.day < daily.day) this.#orders.delete(key)
      }
    for (const [key, order] of this.#orders)
      if (order.day < index.day && (!order.taken || index.has(key))) this.#orders.delete(key)
    this.#index = index
    this.#days = changes
  }

  #changes(index: TakenIndex, days: readonly DailyFile[]): Map<string, boolean> {
    const changes = new Map<string, boolean>()
    for (const daily of days) {
      if (daily.day < index.day) continue
      for (const { label, taken } of daily.changes) changes.set(this.#key.of(label), taken)
    }
    return changes
  }
}

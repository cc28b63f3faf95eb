import { integer } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import type { PremiumPrice } from './data/premium-words.ts'
import type { ReadName } from './names.ts'

/** Names with a price of their own: those of the suffix's list, and what was set since. */
export class Premium {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  of(name: ReadName): PremiumPrice | undefined {
    const row = this.#store.get('select create_fen, renew_fen from premium where name = ?', name.canonical)
    if (!row) return name.suffix.premium?.get(name.unicodeLabel)
    return {
      createFen: integer(row, 'create_fen'),
      ...(row.renew_fen === null ? {} : { renewFen: integer(row, 'renew_fen') }),
    }
  }

  set(name: ReadName, { createFen, renewFen }: PremiumPrice): void {
    this.#store.run(
      `insert into premium (name, create_fen, renew_fen) values (?, ?, ?)
       on conflict (name) do update set create_fen = excluded.create_fen, renew_fen = excluded.renew_fen`,
      name.canonical,
      createFen,
      renewFen ?? null,
    )
  }

  /** What whole years cost. */
  fen(name: ReadName, command: 'create' | 'renew' | 'transfer', years: number): number {
    const { prices } = name.suffix
    const own = this.of(name)
    if (!own || command === 'transfer') return prices[command] * years
    const further = own.renewFen ?? prices.renew
    return command === 'create' ? own.createFen + further * (years - 1) : further * years
  }

  isUsual(name: ReadName, command: 'create' | 'renew' | 'transfer'): boolean {
    const own = this.of(name)
    return own === undefined || command === 'transfer' || (command === 'renew' && own.renewFen === undefined)
  }
}

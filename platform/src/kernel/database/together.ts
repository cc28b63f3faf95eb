import type { Trx } from './database.ts'

interface Asked<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Makes one statement of what one transaction asks for in the same turn of the event loop: a write of many rows, called
 * for one. `write` gives one result an item, in their order. When it fails, it fails for all who asked.
 */
export function together<Item, Result>(
  write: (trx: Trx, items: readonly Item[]) => Promise<readonly Result[]>,
): (trx: Trx, item: Item) => Promise<Result> {
  const open = new WeakMap<Trx, Asked<Item, Result>[]>()

  async function flush(trx: Trx, asked: readonly Asked<Item, Result>[]): Promise<void> {
    open.delete(trx)
    try {
      const results = await write(
        trx,
        asked.map(({ item }) => item),
      )
      if (results.length !== asked.length) throw new RangeError('a statement for many gives one result to each')
      for (const [at, { resolve }] of asked.entries()) resolve(results[at] as Result)
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }

  return (trx, item) =>
    new Promise<Result>((resolve, reject) => {
      let asked = open.get(trx)
      if (!asked) {
        const first: Asked<Item, Result>[] = []
        asked = first
        open.set(trx, first)
        setImmediate(() => void flush(trx, first))
      }
      asked.push({ item, resolve, reject })
    })
}

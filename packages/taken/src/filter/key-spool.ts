import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import type { Keys } from './distinct-keys.ts'

/** Parts of the spool, chosen by the first eight bits of a key. */
export const spoolParts = 256
const blockKeys = 8_192
const blockBytes = blockKeys * 8

/** Keys on their way from the zone to the filters: gathered by part in blocks of 64 KiB, which go to one file when
 *  full, so that only one part at a time has to be in memory. The file has no name from its first moment: a killed
 *  build leaves nothing behind. */
export class KeySpool {
  readonly #file: number
  readonly #open = new Int32Array(spoolParts * blockKeys * 2)
  readonly #filled = new Uint32Array(spoolParts)
  readonly #blocks: number[][] = Array.from({ length: spoolParts }, () => [])
  #written = 0
  #size = 0

  constructor(path: string) {
    this.#file = openSync(path, 'wx+', 0o600)
    unlinkSync(path)
  }

  /** Keys added so far, doubles included. */
  get size(): number {
    return this.#size
  }

  add(high: number, low: number): void {
    const part = high >>> 24
    const filled = this.#filled[part] ?? 0
    const place = (part * blockKeys + filled) * 2
    this.#open[place] = high
    this.#open[place + 1] = low
    this.#size++
    if (filled + 1 < blockKeys) {
      this.#filled[part] = filled + 1
      return
    }
    this.#filled[part] = 0
    const written = writeSync(this.#file, this.#open, part * blockBytes, blockBytes, this.#written * blockBytes)
    if (written !== blockBytes) throw new Error('the spool of the build could not be written: is the disk full?')
    this.#blocks[part]?.push(this.#written++)
  }

  /** The keys of neighbouring parts, in no order. */
  read(from: number, parts: number): Keys {
    let keys = 0
    for (let part = from; part < from + parts; part++)
      keys += (this.#blocks[part]?.length ?? 0) * blockKeys + (this.#filled[part] ?? 0)
    const high = new Int32Array(keys)
    const low = new Int32Array(keys)
    let place = 0
    const take = (pairs: Int32Array) => {
      for (let i = 0; i < pairs.length; i += 2) {
        high[place] = pairs[i] ?? 0
        low[place++] = pairs[i + 1] ?? 0
      }
    }
    const block = new Int32Array(blockKeys * 2)
    for (let part = from; part < from + parts; part++) {
      for (const number of this.#blocks[part] ?? []) {
        if (readSync(this.#file, block, 0, blockBytes, number * blockBytes) !== blockBytes)
          throw new Error('the spool of the build could not be read back')
        take(block)
      }
      const start = part * blockKeys * 2
      take(this.#open.subarray(start, start + (this.#filled[part] ?? 0) * 2))
    }
    return { high, low }
  }

  close(): void {
    closeSync(this.#file)
  }
}

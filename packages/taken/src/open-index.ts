import { open } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { hashLabel } from './filter/label-hash.ts'
import { fingerprintOf, firstSlot, offsetsOf } from './filter/slots.ts'
import { type Contents, checkShard, IndexRejected, readContents } from './index-file.ts'

const piece = 2 ** 26

/** Reads an index into one block of memory, checks it and answers from it. @throws IndexRejected */
export async function openIndex(path: string): Promise<TakenIndex> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(size)
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(bytes, at, Math.min(piece, size - at), at)
      if (bytesRead === 0) throw new IndexRejected(path, 'the file is cut off')
      at += bytesRead
    }
    const contents = readContents(path, bytes)
    for (const shard of contents.shards) {
      checkShard(path, bytes, shard)
      // Others may have their turn: the names of a large suffix take a tenth of a second.
      await setImmediate()
    }
    return new TakenIndex(contents, bytes)
  } finally {
    await file.close()
  }
}

/** The names of one suffix. A name that was in the source is always found (no false negative); one that was not is
 *  found with the probability `errorRate`, so that a hit is a "perhaps" and a miss is certain. */
export class TakenIndex {
  readonly contents: Contents
  /** Of the whole file, and of memory. */
  readonly bytes: number
  /** The share of absent names that look taken. */
  readonly errorRate: number
  readonly #fingerprints: Uint8Array | Uint16Array
  readonly #words = new Int32Array(2)
  /** Four numbers for each shard: first fingerprint, seed, segment length, segment count. */
  readonly #shards: Float64Array

  constructor(contents: Contents, bytes: Uint8Array<ArrayBuffer>) {
    this.contents = contents
    this.bytes = bytes.length
    this.errorRate = 2 ** -contents.bits
    const width = contents.bits / 8
    this.#fingerprints = contents.bits === 8 ? bytes : new Uint16Array(bytes.buffer, 0, Math.floor(bytes.length / 2))
    this.#shards = Float64Array.from(
      contents.shards.flatMap(({ offset, seed, segmentLength, segmentCount }) => [
        offset / width,
        seed,
        segmentLength,
        segmentCount,
      ]),
    )
  }

  get count(): number {
    return this.contents.count
  }

  get day(): string {
    return this.contents.day
  }

  /** @param key what the index's `LabelKey` makes of a label */
  has(key: string): boolean {
    const { shardBits, bits, seed } = this.contents
    hashLabel(key, seed, this.#words)
    const high = this.#words[0] ?? 0
    const shard = shardBits === 0 ? 0 : (high >>> (32 - shardBits)) * 4
    const fingerprints = this.#fingerprints
    const segmentLength = this.#shards[shard + 2] ?? 0
    const mask = segmentLength - 1
    const at = this.#shards[shard] ?? 0
    const first = firstSlot(high, shardBits, segmentLength * (this.#shards[shard + 3] ?? 0))
    const offsets = offsetsOf(high, this.#words[1] ?? 0, this.#shards[shard + 1] ?? 0)
    const found =
      (fingerprints[at + first] ?? 0) ^
      (fingerprints[at + ((first + segmentLength) ^ (offsets & mask))] ?? 0) ^
      (fingerprints[at + ((first + 2 * segmentLength) ^ ((offsets >>> 16) & mask))] ?? 0)
    return found === fingerprintOf(high, offsets, bits)
  }
}

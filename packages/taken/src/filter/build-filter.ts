import type { Keys } from './distinct-keys.ts'
import { fingerprintOf, firstSlot, type Geometry, geometryFor, offsetsOf, slotsOf } from './slots.ts'

export type FingerprintBits = 8 | 16

export interface Filter extends Geometry {
  readonly seed: number
  readonly fingerprints: Uint8Array | Uint16Array
}

/** A binary fuse filter of distinct keys. A seed under which the keys do not peel (a few in a hundred) is followed by
 *  the next one; after ten the filter grows, so that it always ends. */
export function buildFilter(keys: Keys, shardBits: number, bits: FingerprintBits): Filter {
  for (let seed = 1; ; seed++) {
    const geometry = geometryFor(keys.high.length, 1.1 ** Math.floor(seed / 10))
    const peeled = peel(keys, shardBits, geometry, seed)
    if (!peeled) continue
    return { ...geometry, seed, fingerprints: assign(keys, peeled, shardBits, geometry, seed, bits) }
  }
}

/** Keys in the order in which each was alone in a slot, and that slot. */
interface Peeled {
  readonly order: Uint32Array
  readonly slot: Uint32Array
}

function peel({ high, low }: Keys, shardBits: number, geometry: Geometry, seed: number): Peeled | undefined {
  const { segmentLength, segmentCount } = geometry
  const mask = segmentLength - 1
  const starts = segmentCount * segmentLength
  const slots = slotsOf(geometry)
  const size = high.length
  const degree = new Uint16Array(slots)
  /** Exclusive-or of the numbers of the keys in a slot: the number of the last one left. */
  const inSlot = new Uint32Array(slots)
  const toggle = (slot: number, key: number, by: number) => {
    inSlot[slot] = (inSlot[slot] ?? 0) ^ key
    degree[slot] = (degree[slot] ?? 0) + by
    return degree[slot]
  }
  for (let key = 0; key < size; key++) {
    const word = high[key] ?? 0
    const first = firstSlot(word, shardBits, starts)
    const offsets = offsetsOf(word, low[key] ?? 0, seed)
    toggle(first, key, 1)
    toggle((first + segmentLength) ^ (offsets & mask), key, 1)
    toggle((first + 2 * segmentLength) ^ ((offsets >>> 16) & mask), key, 1)
  }
  const alone = new Uint32Array(slots)
  let waiting = 0
  for (let slot = 0; slot < slots; slot++) if (degree[slot] === 1) alone[waiting++] = slot
  const order = new Uint32Array(size)
  const slotOf = new Uint32Array(size)
  let done = 0
  while (waiting > 0) {
    const slot = alone[--waiting] ?? 0
    if (degree[slot] !== 1) continue
    const key = inSlot[slot] ?? 0
    order[done] = key
    slotOf[done++] = slot
    const word = high[key] ?? 0
    const first = firstSlot(word, shardBits, starts)
    const offsets = offsetsOf(word, low[key] ?? 0, seed)
    const second = (first + segmentLength) ^ (offsets & mask)
    const third = (first + 2 * segmentLength) ^ ((offsets >>> 16) & mask)
    if (toggle(first, key, -1) === 1) alone[waiting++] = first
    if (toggle(second, key, -1) === 1) alone[waiting++] = second
    if (toggle(third, key, -1) === 1) alone[waiting++] = third
  }
  return done === size ? { order, slot: slotOf } : undefined
}

function assign(
  { high, low }: Keys,
  { order, slot }: Peeled,
  shardBits: number,
  geometry: Geometry,
  seed: number,
  bits: FingerprintBits,
): Uint8Array | Uint16Array {
  const { segmentLength, segmentCount } = geometry
  const mask = segmentLength - 1
  const starts = segmentCount * segmentLength
  const fingerprints = bits === 8 ? new Uint8Array(slotsOf(geometry)) : new Uint16Array(slotsOf(geometry))
  for (let i = order.length - 1; i >= 0; i--) {
    const key = order[i] ?? 0
    const word = high[key] ?? 0
    const first = firstSlot(word, shardBits, starts)
    const offsets = offsetsOf(word, low[key] ?? 0, seed)
    // The key's own slot still holds zero: it is the last of the three to be filled.
    fingerprints[slot[i] ?? 0] =
      fingerprintOf(word, offsets, bits) ^
      (fingerprints[first] ?? 0) ^
      (fingerprints[(first + segmentLength) ^ (offsets & mask)] ?? 0) ^
      (fingerprints[(first + 2 * segmentLength) ^ ((offsets >>> 16) & mask)] ?? 0)
  }
  return fingerprints
}

/**
 * Where a key lives in a binary fuse filter (Graf and Lemire, "Binary Fuse Filters", ACM JEA 27, 2022): one slot in
 * each of three consecutive segments. A key is in the set when the exclusive-or of its slots is its fingerprint.
 */
export interface Geometry {
  /** A power of two, at most 2^16: two offsets within a segment fit one 32-bit word. */
  readonly segmentLength: number
  /** Segments in which a key may start; the filter has two more. */
  readonly segmentCount: number
}

/** @param growth 1 for the size of the paper; more when a filter could not be built in it */
export function geometryFor(keys: number, growth: number): Geometry {
  const size = Math.max(2, keys)
  const segmentLength = 2 ** Math.min(16, Math.max(2, Math.floor(Math.log(size) / Math.log(3.33) + 2.25)))
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(size))
  const segments = Math.ceil((size * factor * growth) / segmentLength)
  return { segmentLength, segmentCount: Math.max(1, segments - 2) }
}

export function slotsOf({ segmentLength, segmentCount }: Geometry): number {
  return (segmentCount + 2) * segmentLength
}

/** The first slot, by the bits of the high word that did not choose the shard: sorted keys have sorted slots, which
 *  keeps the build within the processor's cache. */
export function firstSlot(high: number, shardBits: number, starts: number): number {
  return Math.floor(((high << shardBits) >>> 0) * starts * 2 ** -32)
}

/** Offsets of the second and third slot in its low and high half. It depends on all 64 bits, so that two keys that
 *  share their slots under one seed part under the next. */
export function offsetsOf(high: number, low: number, seed: number): number {
  let word = low ^ Math.imul(high ^ seed, 0x9e3779b1)
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
  return word ^ (word >>> 15)
}

export function fingerprintOf(high: number, offsets: number, bits: number): number {
  return Math.imul(offsets ^ high, 0xc2b2ae35) >>> (32 - bits)
}

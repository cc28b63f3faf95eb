/** A 64-bit hash of a label as two 32-bit words, written to `into[0]` (high) and `into[1]` (low). No BigInt: this is
 *  the hot path of both the build and every lookup. Not cryptographic; the seed keeps hostile names from aiming. */
export function hashLabel(label: string, seed: number, into: Int32Array): void {
  let high = seed ^ 0x9e3779b9
  let low = Math.imul(seed, 0x85ebca6b) ^ label.length
  for (let i = 0; i < label.length; i++) {
    const unit = label.charCodeAt(i)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(((low << 5) | (low >>> 27)) ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x21f0aaad) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 15), 0x735a2d97) ^ Math.imul(high ^ (high >>> 14), 0x27d4eb2f)
  into[0] = high ^ (high >>> 15)
  into[1] = low ^ (low >>> 16)
}

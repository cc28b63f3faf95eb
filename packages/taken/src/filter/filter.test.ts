import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFilter } from './build-filter.ts'
import { distinctKeys } from './distinct-keys.ts'
import { hashLabel } from './label-hash.ts'

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })

function pairs({ high, low }: { high: Int32Array; low: Int32Array }): string[] {
  return Array.from(high, (value, i) => `${value >>> 0}/${low[i]}`)
}

describe('keys', () => {
  it('come out sorted and once, whatever came in', () => {
    const few = fc.constantFrom(0, 1, -1, 4095, 4096, 1 << 24)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(word, few), fc.oneof(word, few)), { maxLength: 300 }), (keys) => {
        const input = { high: Int32Array.from(keys, ([h]) => h), low: Int32Array.from(keys, ([, l]) => l) }
        const distinct = distinctKeys(input)
        expect(new Set(pairs(distinct))).toEqual(new Set(pairs(input)))
        expect(new Set(pairs(distinct)).size).toBe(distinct.high.length)
        const unsigned = Array.from(distinct.high, (value) => value >>> 0)
        expect(unsigned).toEqual([...unsigned].sort((a, b) => a - b))
      }),
    )
  })

  it('of a million similar labels are all different', () => {
    const words = new Int32Array(2)
    const seen = new Set<bigint>()
    for (let i = 0; i < 1_000_000; i++) {
      hashLabel(`name-${i}`, 1, words)
      seen.add((BigInt(words[0] ?? 0) << 32n) | BigInt((words[1] ?? 0) >>> 0))
    }
    expect(seen.size).toBe(1_000_000)
  })
})

describe('a filter', () => {
  it('can be built of any distinct keys, also of such that differ in one bit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 400 }), word, (lows, high) => {
        const low = Int32Array.from(lows)
        const keys = distinctKeys({ high: new Int32Array(low.length).fill(high), low })
        const { fingerprints, segmentLength, segmentCount } = buildFilter(keys, 0, 8)
        expect(fingerprints.length).toBe((segmentCount + 2) * segmentLength)
      }),
    )
  })
})

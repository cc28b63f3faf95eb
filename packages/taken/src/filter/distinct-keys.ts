/** 64-bit keys as two parallel arrays of 32-bit words. */
export interface Keys {
  readonly high: Int32Array
  readonly low: Int32Array
}

/** Sorted by the high word, each key once: a radix sort in three passes; keys with equal high words are few, and
 *  compared with one another. */
export function distinctKeys({ high, low }: Keys): Keys {
  const sorted = sortedBy(sortedBy(sortedBy({ high, low }, 0), 12), 24)
  let kept = 0
  let run = 0
  for (let i = 0; i < sorted.high.length; i++) {
    const key = sorted.high[i] ?? 0
    const rest = sorted.low[i] ?? 0
    if (kept > 0 && sorted.high[kept - 1] !== key) run = kept
    let known = false
    for (let j = run; j < kept && !known; j++) known = sorted.low[j] === rest
    if (known) continue
    sorted.high[kept] = key
    sorted.low[kept] = rest
    kept++
  }
  return { high: sorted.high.subarray(0, kept), low: sorted.low.subarray(0, kept) }
}

function sortedBy({ high, low }: Keys, shift: number): Keys {
  const next = new Uint32Array(4096)
  for (const word of high) {
    const digit = ((word >>> shift) & 0xfff) + 1
    if (digit < 4096) next[digit] = (next[digit] ?? 0) + 1
  }
  for (let digit = 1; digit < 4096; digit++) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0)
  const sorted = { high: new Int32Array(high.length), low: new Int32Array(low.length) }
  for (let i = 0; i < high.length; i++) {
    const word = high[i] ?? 0
    const digit = (word >>> shift) & 0xfff
    const place = next[digit] ?? 0
    next[digit] = place + 1
    sorted.high[place] = word
    sorted.low[place] = low[i] ?? 0
  }
  return sorted
}

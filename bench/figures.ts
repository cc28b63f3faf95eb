/** One measured value with its unit, in the order in which the table shows them. */
export interface Figure {
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly note?: string
}

export interface BenchOptions {
  /** Under 40 seconds in all. */
  readonly quick: boolean
  readonly say: (text: string) => void
}

export type Bench = (options: BenchOptions) => Promise<readonly Figure[]>

/** The value below which a share of the sorted samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

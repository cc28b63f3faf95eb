import rows from '../data/suffix-labels.json' with { type: 'json' }

/** What is known of the labels that a suffix takes; null is "not known", which refuses nothing. Lengths in characters. */
export interface SuffixPolicy {
  readonly chineseLabels: boolean | null
  /** Whether it takes names without a Chinese character. */
  readonly latinLabels: boolean | null
  readonly minLength: number | null
  readonly maxLength: number | null
  readonly maxLengthChinese: number | null
}

interface Row<Value> {
  readonly value: Value
  readonly suffixes: readonly string[]
}

const table = <Value>(from: readonly Row<Value>[]): ReadonlyMap<string, Value> =>
  new Map(from.flatMap(({ value, suffixes }) => suffixes.map((suffix) => [suffix, value] as const)))

const chineseLabels = table<boolean>(rows.chineseLabels)
const latinLabels = table<boolean>(rows.latinLabels)
const minLength = table<number>(rows.minLength)
const maxLengthChinese = table<number>(rows.maxLengthChinese)
/** Every suffix (Unicode form) that the table has something to say about. */
export const suffixesInTable: readonly string[] = [
  ...new Set([chineseLabels, latinLabels, minLength, maxLengthChinese].flatMap((known) => [...known.keys()])),
]

const ascii = /^[a-z0-9.-]*$/

/** What is known of a suffix (Unicode form, no dot in front). */
export function labelPolicyOf(suffix: string): SuffixPolicy {
  return {
    chineseLabels: chineseLabels.get(suffix) ?? null,
    latinLabels: latinLabels.get(suffix) ?? (ascii.test(suffix) ? true : null),
    minLength: minLength.get(suffix) ?? null,
    maxLength: null,
    maxLengthChinese: maxLengthChinese.get(suffix) ?? null,
  }
}

import type { Source } from '@yuming/rules'
import rows from '../data/suffix-labels.json' with { type: 'json' }

/** What is known of the labels that a suffix takes; null is "not known", which refuses nothing. Lengths in characters. */
export interface SuffixPolicy {
  readonly chineseLabels: boolean | null
  /** Whether it takes names without a Chinese character. */
  readonly latinLabels: boolean | null
  readonly minLength: number | null
  readonly maxLength: number | null
  readonly maxLengthChinese: number | null
  /** Whether the simplified, traditional and other forms of a name are one name to the registry (S1-30). null: not
   *  known. No value says that it holds them apart: `nameKey` makes them one under every suffix. */
  readonly variants: 'one-name' | null
}

/** Where each value is from; a value without a source is not known. */
export type PolicySources = Readonly<Partial<Record<keyof SuffixPolicy, Source>>>

interface Row<Value> {
  readonly value: Value
  readonly suffixes: readonly string[]
  readonly source: { readonly document: string; readonly date: string | null }
}

interface Known<Value> {
  readonly value: Value
  readonly source: Source
}

/** What a value of the policy is called where its source is cited. */
const section: Readonly<Record<keyof SuffixPolicy, string>> = {
  chineseLabels: '收不收中文名',
  latinLabels: '收不收没有汉字的名字',
  minLength: '最短长度',
  maxLength: '最大长度',
  maxLengthChinese: '中文名最大长度',
  variants: '简繁体等效',
}

/** The source of one value of a suffix. */
export function valueSource(document: string, field: keyof SuffixPolicy, date?: string | null): Source {
  return { document, section: section[field], ...(date ? { date } : {}) }
}

function table<Value>(field: keyof SuffixPolicy, from: readonly Row<Value>[]): ReadonlyMap<string, Known<Value>> {
  return new Map(
    from.flatMap(({ value, suffixes, source: { document, date } }) =>
      suffixes.map((suffix) => [suffix, { value, source: valueSource(document, field, date) }] as const),
    ),
  )
}

const chineseLabels = table<boolean>('chineseLabels', rows.chineseLabels)
const latinLabels = table<boolean>('latinLabels', rows.latinLabels)
const minLength = table<number>('minLength', rows.minLength)
const maxLengthChinese = table<number>('maxLengthChinese', rows.maxLengthChinese)
const variants = table<'one-name'>('variants', rows.variants as readonly Row<'one-name'>[])

/** Every suffix (Unicode form) that the table has something to say about. */
export const suffixesInTable: ReadonlySet<string> = new Set(
  [chineseLabels, latinLabels, minLength, maxLengthChinese, variants].flatMap((known) => [...known.keys()]),
)

const ascii = /^[a-z0-9.-]*$/
const ofLatinSuffix: Known<boolean> = {
  value: true,
  source: { document: '域名命名规则（域名注册说明）', section: '2.1 英文域名', date: '2021-01-19' },
}

/** What is known of a suffix (Unicode form, no dot in front), and from where. */
export function labelPolicyOf(suffix: string): { readonly policy: SuffixPolicy; readonly sources: PolicySources } {
  const found = {
    chineseLabels: chineseLabels.get(suffix),
    latinLabels: latinLabels.get(suffix) ?? (ascii.test(suffix) ? ofLatinSuffix : undefined),
    minLength: minLength.get(suffix),
    maxLength: undefined,
    maxLengthChinese: maxLengthChinese.get(suffix),
    variants: variants.get(suffix),
  }
  return {
    policy: {
      chineseLabels: found.chineseLabels?.value ?? null,
      latinLabels: found.latinLabels?.value ?? null,
      minLength: found.minLength?.value ?? null,
      maxLength: null,
      maxLengthChinese: found.maxLengthChinese?.value ?? null,
      variants: found.variants?.value ?? null,
    },
    sources: Object.fromEntries(
      Object.entries(found).flatMap(([field, known]) => (known ? [[field, known.source] as const] : [])),
    ),
  }
}

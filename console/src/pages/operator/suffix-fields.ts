/** How a value is typed; `most` of a text is in characters. */
export type Input =
  | { as: 'yuan' }
  | { as: 'count'; unit: 'years' | 'characters' | 'days'; least: number; most: number }
  | { as: 'yes-no' }
  | { as: 'choice'; options: readonly string[] }
  | { as: 'text'; most: number; suggest?: 'registries' }
  | { as: 'day' }
  | { as: 'words'; most: number; longest: number }

const years = { as: 'count', unit: 'years', least: 1, most: 10 } as const
const length = { as: 'count', unit: 'characters', least: 1, most: 63 } as const
const days = { as: 'count', unit: 'days', least: 0, most: 400 } as const
const yuan = { as: 'yuan' } as const
const holders = { as: 'choice', options: ['both', 'organisation', 'person', 'nobody'] } as const
const yesNo = { as: 'yes-no' } as const
const words = { as: 'words', most: 200, longest: 10 } as const

/** What may be changed of a suffix, in the order of the form; names are those of the API. */
export const fieldGroups = [
  {
    key: 'prices',
    fields: [
      { name: 'priceFen.register', input: yuan },
      { name: 'priceFen.renew', input: yuan },
      { name: 'priceFen.transfer', input: yuan },
      { name: 'priceFen.restore', input: yuan },
    ],
  },
  {
    key: 'sale',
    fields: [
      { name: 'registry', input: { as: 'text', most: 40, suggest: 'registries' } },
      { name: 'capabilities.register', input: yesNo },
      { name: 'capabilities.transfer', input: yesNo },
      { name: 'capabilities.renew', input: yesNo },
      { name: 'periods.min', input: years },
      { name: 'periods.max', input: years },
    ],
  },
  {
    key: 'naming',
    fields: [
      { name: 'label.minLength', input: length },
      { name: 'label.maxLength', input: length },
      { name: 'label.chinese', input: yesNo },
      { name: 'label.maxLengthChinese', input: length },
      { name: 'label.hyphenRule', input: { as: 'choice', options: ['no-consecutive', 'no-3-4'] } },
      { name: 'variants', input: { as: 'choice', options: ['one-name'] } },
      { name: 'offeredWords.before', input: words },
      { name: 'offeredWords.after', input: words },
    ],
  },
  {
    key: 'eligibility',
    fields: [
      { name: 'eligibility.chinaCN', input: holders },
      { name: 'eligibility.chinaHK', input: holders },
      { name: 'eligibility.chinaMO', input: holders },
      { name: 'eligibility.chinaTW', input: holders },
      { name: 'eligibility.chinaOther', input: holders },
      { name: 'eligibility.internationalCN', input: holders },
      { name: 'eligibility.internationalHK', input: holders },
      { name: 'eligibility.internationalMO', input: holders },
      { name: 'eligibility.internationalTW', input: holders },
      { name: 'eligibility.internationalOther', input: holders },
    ],
  },
  {
    key: 'policies',
    fields: [
      { name: 'realName', input: { as: 'choice', options: ['required', 'not-required', 'unknown'] } },
      { name: 'realNameSince', input: { as: 'day' } },
      { name: 'verifyBefore', input: yesNo },
      { name: 'templateCovers', input: yesNo },
      { name: 'namingReview', input: yesNo },
      { name: 'namingRefund', input: yesNo },
      { name: 'qualification', input: { as: 'text', most: 60 } },
    ],
  },
  {
    key: 'life',
    fields: [
      { name: 'lifecycle.addGraceDays', input: days },
      { name: 'lifecycle.autoRenewGraceDays', input: days },
      { name: 'lifecycle.renewGraceDays', input: days },
      { name: 'lifecycle.redemptionDays', input: days },
      { name: 'lifecycle.redemptionRetailDays', input: days },
      { name: 'lifecycle.pendingDeleteDays', input: days },
      { name: 'lifecycle.marketHoldDays', input: days },
      { name: 'lifecycle.transferLockDays', input: days },
      { name: 'lifecycle.transferDaysBeforeExpiry', input: days },
    ],
  },
  {
    key: 'about',
    fields: [
      { name: 'meaning.zh', input: { as: 'text', most: 200 } },
      { name: 'meaning.en', input: { as: 'text', most: 200 } },
      { name: 'registryOperator', input: { as: 'text', most: 120 } },
      { name: 'miitApproved', input: yesNo },
      { name: 'miitApprovedOn.date', input: { as: 'text', most: 10 } },
      { name: 'miitApprovedOn.is', input: { as: 'choice', options: ['on', 'by', 'about'] } },
      { name: 'registryLock', input: yesNo },
      { name: 'dnssec', input: yesNo },
    ],
  },
] as const satisfies readonly { key: string; fields: readonly { name: string; input: Input }[] }[]

export type GroupKey = (typeof fieldGroups)[number]['key']
export type FieldName = (typeof fieldGroups)[number]['fields'][number]['name']
export interface Field {
  readonly name: FieldName
  readonly input: Input
}

export const fields: readonly Field[] = fieldGroups.flatMap((group): readonly Field[] => group.fields)

const never: readonly FieldName[] = ['realName', 'meaning.zh', 'meaning.en', 'miitApprovedOn.is']

/** Whether a value may be not known; `realName` has a word of its own for it. */
export const mayBeUnknown = (name: FieldName): boolean => !never.includes(name)

/** What an absent value means: words that no shop has chosen are those that the product brings. */
export const absentKey = (name: string) =>
  name.startsWith('offeredWords') ? ('operator.builtInWords' as const) : ('prices.unknown' as const)

/** In the order of the form, whatever order an answer has. */
export function inFormOrder<T extends { field: string }>(pairs: readonly T[]): T[] {
  const place = ({ field }: T) => fields.findIndex(({ name }) => name === field || name.startsWith(`${field}.`))
  return pairs.toSorted((a, b) => place(a) - place(b))
}

/** The value of a field of a suffix, as the API names it; null: not known. */
export function valueAt(record: object, name: string): unknown {
  return (
    name
      .split('.')
      .reduce<unknown>(
        (value, part) => (value === null || value === undefined ? value : (value as Record<string, unknown>)[part]),
        record,
      ) ?? null
  )
}

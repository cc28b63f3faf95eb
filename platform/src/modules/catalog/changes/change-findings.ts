import { evaluate, type Finding, type Text } from '@yuming/rules'
import type { KnownSuffix } from '../suffix-record.ts'
import type { CatalogChange, CatalogPatch } from './catalog-change.ts'
import { contradictions, houseRule } from './contradictions.ts'
import { dayAfter } from './days.ts'
import { leavesOf, recordOn } from './record-on.ts'

export interface ProposedChange {
  readonly id: string
  readonly suffix: string
  readonly patch: CatalogPatch
  readonly from: string
  readonly until: string | null
}

interface Setting {
  readonly shipped: KnownSuffix
  /** The published changes of this suffix. */
  readonly others: readonly CatalogChange[]
  readonly registries: ReadonlySet<string> | undefined
}

/** What stands against publishing a change: its days, a second change of the same field, and every contradiction that it brings, now or later. */
export function changeFindings(
  change: ProposedChange,
  { today, ...setting }: Setting & { today: string },
): readonly Finding[] {
  const fields = new Set(leavesOf(change.patch).map(({ field }) => field))
  const twice = setting.others
    .filter(({ from }) => from === change.from)
    .flatMap(({ patch }) => leavesOf(patch).filter(({ field }) => fields.has(field)))
  return [
    ...(fields.size === 0 ? [nothingChanged] : []),
    ...(change.from < today ? [inThePast] : []),
    ...(change.until !== null && change.until < change.from ? [endsFirst] : []),
    ...twice.slice(0, 1).map(({ field }) => ({ ...changedTwice, field })),
    ...broughtFindings(setting, [...setting.others, { ...change, place: Number.MAX_SAFE_INTEGER }], change.from, today),
  ]
}

/** The contradictions that are there with `next` and are not there with the changes of now, on any day from `from` on. */
export function broughtFindings(
  { shipped, others, registries }: Setting,
  next: readonly CatalogChange[],
  from: string,
  today: string,
): readonly Finding[] {
  const turns = [...others, ...next].flatMap((change) => [
    change.from,
    ...(change.until === null ? [] : [dayAfter(change.until)]),
  ])
  const found = new Map<string, Finding>()
  for (const day of new Set([from, ...turns])) {
    if (day < from) continue
    const findingsOf = (changes: readonly CatalogChange[]) =>
      evaluate(contradictions, { record: recordOn(shipped, changes, day), registries }, today).findings
    const before = new Set(findingsOf(others).map(({ rule }) => rule))
    for (const finding of findingsOf(next))
      if (!before.has(finding.rule) && !found.has(finding.rule)) found.set(finding.rule, finding)
  }
  return [...found.values()]
}

export function unknownSuffix(suffix: string): Finding {
  return house(
    'CATALOG-SUFFIX-01',
    'suffix',
    { zh: `目录里没有.${suffix}`, en: `The catalogue has no .${suffix}` },
    { zh: '检查拼写，不带前面的点', en: 'Check the spelling, without a dot in front' },
  )
}

const nothingChanged = house(
  'CATALOG-EMPTY-01',
  'patch',
  { zh: '没有任何改动', en: 'Nothing is changed' },
  { zh: '填要改的值', en: 'Give the values to change' },
)
const inThePast = house(
  'CATALOG-DAYS-01',
  'from',
  {
    zh: '改动不能从过去的日子起：那时的订单已按旧值',
    en: 'A change does not begin in the past: orders of then went by the old values',
  },
  { zh: '从今天或以后起', en: 'Let it begin today or later' },
)
const endsFirst = house(
  'CATALOG-DAYS-02',
  'until',
  { zh: '止日早于起日', en: 'It ends before it begins' },
  { zh: '改日期', en: 'Correct the days' },
)
const changedTwice = house(
  'CATALOG-TWICE-01',
  'patch',
  { zh: '同一天起已有另一处改动改了同一项', en: 'Another change sets the same field from the same day' },
  { zh: '先撤回那一处，或换一天', en: 'Withdraw that one first, or choose another day' },
)

function house(rule: string, field: string, message: Text, remedy: Text): Finding {
  return { ...houseRule, rule, scope: 'catalog', severity: 'refuse', field, message, remedy }
}

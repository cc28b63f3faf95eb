import type { Source, Text } from '@yuming/rules'
import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { type FilingRule, filingRule } from '../rules/filing-rule.ts'
import type { Applies, Province, ProvinceFact } from './province-facts.ts'

/** Makes the rules of one kind of fact. */
export type Maker = (fact: ProvinceFact, province: Province) => readonly FilingRule[]

type Given = 'id' | 'scope' | 'from' | 'until' | 'source'

export interface ProvinceRuleOf extends Omit<Parameters<typeof filingRule>[0], Given> {
  /** Where one fact makes several rules. */
  readonly part?: string
  /** The fact is of one sort of subject, and the rule is for those who chose the other. */
  readonly everybody?: true
}

/** A rule of one province, dated and cited as its fact is, for those whom the fact is about. */
export function provinceRule(
  fact: ProvinceFact,
  province: Province,
  { part, everybody, applies = () => true, ...rule }: ProvinceRuleOf,
): FilingRule {
  return filingRule({
    ...rule,
    id: part === undefined ? fact.id : `${fact.id}-${part}`,
    scope: `province:${province.name}`,
    source: newest(fact.sources),
    from: fact.from,
    ...(fact.until === undefined ? {} : { until: fact.until }),
    applies: (c) => (everybody === true || concerns(fact.applies, c)) && applies(c),
    says: (c) => withConflict(fact, typeof rule.says === 'function' ? rule.says(c) : rule.says),
  })
}

/** The newest of the sources of a fact: the one to be cited. */
export function newest(sources: readonly Source[]): Source {
  const [first, ...others] = sources
  if (first === undefined) throw new Error('a fact of a province has no source')
  return others.reduce((best, each) => ((each.date ?? '') > (best.date ?? '') ? each : best), first)
}

function withConflict({ conflict }: ProvinceFact, { zh, en }: Text): Text {
  return conflict === undefined
    ? { zh, en }
    : { zh: `${zh}（来源不一致：${conflict.zh}）`, en: `${en} (sources disagree: ${conflict.en})` }
}

/** Whether a fact is about the subject of a draft; one about everybody always is. */
export function concerns(applies: Applies, { draft }: FilingCase): boolean {
  if (applies === 'both') return true
  const person = isPerson(draft)
  return person !== undefined && person === (applies === 'person')
}

/** The number that a fact states under a name. */
export function figure({ params }: ProvinceFact, name: string): number | undefined {
  const value = params[name]
  return typeof value === 'number' ? value : undefined
}

export function words({ params }: ProvinceFact, name: string): readonly string[] {
  const value = params[name]
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : []
}

export function said({ params }: ProvinceFact, name: string): string | undefined {
  const value = params[name]
  return typeof value === 'string' ? value : undefined
}

export function states({ params }: ProvinceFact, name: string): boolean {
  return params[name] === true
}

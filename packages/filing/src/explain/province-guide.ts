import type { Severity, Source, Text } from '@yuming/rules'
import { factTexts } from '../provinces/hints.ts'
import {
  type Applies,
  factsOf,
  type ProvinceTopic,
  provinceNamed,
  provinceTopics,
} from '../provinces/province-facts.ts'
import { provinceRules, rulesOf } from '../provinces/province-rules.ts'
import { filingTopic } from './filing-topic.ts'

/** One thing that a province's bureau wants: checked by software, or to be read. */
export interface GuideEntry {
  readonly rule: string
  readonly topic: ProvinceTopic
  readonly title: Text
  readonly applies: Applies
  readonly text: Text
  /** The field beside which it belongs, such as `services.name`; absent where it is only to be read. */
  readonly field?: string
  readonly severity: Severity | 'read'
  readonly source: Source
  readonly from: string
  readonly until?: string
  readonly conflict?: Text
}

export interface ProvinceGuide {
  readonly code: string
  readonly name: string
  readonly english: string
  readonly abbreviation: string
  readonly day: string
  readonly entries: readonly GuideEntry[]
  /** Matters of which no source says anything: neither a yes nor a no. */
  readonly notKnown: readonly { readonly topic: ProvinceTopic; readonly title: Text }[]
}

/** Where the fields of what a rule is asked about lie within a draft. */
const places = {
  draft: '',
  service: 'services.',
  domain: 'domains.',
  person: 'principal.',
  server: 'servers.',
  paper: 'papers.',
  site: 'sites.',
} as const

/**
 * A province's rules as they are on a day, or were (S3-08): what a map shows, and what stands beside the fields of a form.
 * undefined for a place that is no province. @param name code, name or character @param day YYYY-MM-DD, China time
 */
export function provinceGuide(name: string, day: string): ProvinceGuide | undefined {
  const province = provinceNamed(name)
  if (!province) return undefined
  const texts = factTexts(province.code, day)
  const checked = rulesOf(province.code, day)
  const facts = factsOf(province, day)
  const entries = facts.flatMap(({ id, topic, applies }): readonly GuideEntry[] => {
    const about = { topic, applies, title: provinceTopics.get(topic) ?? { zh: topic, en: topic } }
    return [
      ...checked
        .filter((rule) => rule.id === id || rule.id.startsWith(`${id}-`))
        .map((rule) => ({
          ...about,
          rule: rule.id,
          text: filingTopic.wording(rule).message,
          field: `${places[rule.of]}${rule.field}`,
          severity: rule.severity,
          source: filingTopic.wording(rule).source,
          from: rule.from,
          ...(rule.until === undefined ? {} : { until: rule.until }),
        })),
      ...texts.filter(({ rule }) => rule === id).map((hint) => ({ ...about, ...hint, severity: 'read' as const })),
    ]
  })
  const known = new Set(facts.map(({ topic }) => topic))
  return {
    code: province.code,
    name: province.name,
    english: province.english,
    abbreviation: province.abbreviation,
    day,
    entries,
    notKnown: [...provinceTopics].flatMap(([topic, title]) => (known.has(topic) ? [] : [{ topic, title }])),
  }
}

/** Days on which anything of a province's rules begins or ends: where its history has its steps. */
export function provinceDays(name: string): readonly string[] {
  const province = provinceNamed(name)
  if (!province) return []
  return [...new Set([...province.facts, ...provinceRules(province.code)].map(({ from }) => from))].toSorted()
}

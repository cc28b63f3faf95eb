import type { Finding, Severity, Source, Text } from './finding.ts'

/** One dated, cited rule over facts of one kind. `holds` is pure; undefined means that the facts do not tell. */
export interface Rule<Facts> {
  readonly id: string
  /** What the rule is about, such as `suffix:.hk`; absent when it is about everything of its topic. */
  readonly scope?: string
  /** Where the rule is from; a rule over values of a table cites the source of the very value. */
  readonly source: Source | ((facts: Facts) => Source)
  readonly from: string
  readonly until?: string
  readonly severity: Exclude<Severity, 'unknown'>
  readonly field: string
  readonly applies: (facts: Facts) => boolean
  readonly holds: (facts: Facts) => boolean | undefined
  readonly says: Text | ((facts: Facts) => Text)
  readonly remedy: Text | ((facts: Facts) => Text)
  /** Whether nothing of the rule's matter was stated: where it cannot tell, it is named as not asked and is no finding. */
  readonly leftOut?: (facts: Facts) => boolean
}

export function defineRule<Facts>(rule: Rule<Facts>): Rule<Facts> {
  return Object.freeze(rule)
}

export function cite(document: string, section: string, more: { date?: string; url?: string } = {}): Source {
  return { document, section, ...more }
}

/** The finding of a rule that does not hold, or whose facts are not known. */
export function findingOf<Facts>(rule: Rule<Facts>, facts: Facts, severity: Severity = rule.severity): Finding {
  return {
    rule: rule.id,
    ...(rule.scope === undefined ? {} : { scope: rule.scope }),
    severity,
    field: rule.field,
    message: typeof rule.says === 'function' ? rule.says(facts) : rule.says,
    remedy: typeof rule.remedy === 'function' ? rule.remedy(facts) : rule.remedy,
    source: typeof rule.source === 'function' ? rule.source(facts) : rule.source,
    from: rule.from,
    ...(rule.until === undefined ? {} : { until: rule.until }),
  }
}

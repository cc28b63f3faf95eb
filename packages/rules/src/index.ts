export { type CheckedFacts, checkFacts } from './check-facts.ts'
export { evaluate } from './evaluate.ts'
export {
  either,
  type FactKind,
  flag,
  listOf,
  nothing,
  oneOf,
  pattern,
  plainDay,
  record,
  text,
  wholeNumber,
} from './fact-kinds.ts'
export type { Finding, Severity, Source, Text } from './finding.ts'
export { inForce, rulesInForce } from './in-force.ts'
export { cite, defineRule, findingOf, type Rule } from './rule.ts'
export { type FactsReading, type RuleBook, ruleBook } from './rule-book.ts'
export { rulesDate } from './rules-date.ts'
export type { Explanation, FactField, Topic } from './topic.ts'
export type { Verdict } from './verdict.ts'

export { evaluate, type Verdict } from './evaluate.ts'
export type { Finding, Severity, Source, Text } from './finding.ts'
export { cite, defineRule, findingOf, type Rule } from './rule.ts'

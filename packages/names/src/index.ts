export { type Eligibility, manualEligibility, matrixRegions } from './eligibility.ts'
export { explainNames, namesTopic, namesTopicOver } from './explain/names-topic.ts'
export type { NamesSource } from './explain/read-facts.ts'
export { holderFindings } from './holder-findings.ts'
export { labelOfName } from './label-of-name.ts'
export type { DomainName } from './name.ts'
export type { Certificate, Circumstances, NameFacts, OtherName } from './name-facts.ts'
export { nameRules } from './name-rules.ts'
export { fold } from './normalise.ts'
export { type OfferedWords, offeredWords } from './personal/offered-words.ts'
export {
  nameInLabel,
  type PersonalDefect,
  type PersonalParts,
  partsAround,
  personalDefect,
  personalLabel,
} from './personal/personal-label.ts'
export { type ReadInput, readInput, readWholeName } from './read-input.ts'
export { type NameReading, type ReadNameOptions, readLabel, readName } from './read-name.ts'
export { labelClassOf, type SuffixBook, type SuffixClass, type SuffixFacts } from './suffix-facts.ts'
export { labelPolicyOf, type PolicySources, type SuffixPolicy, valueSource } from './suffix-labels.ts'
export { restrictionOf } from './suffix-restrictions.ts'
export { type Disposition, dispositionOf } from './variants/disposition.ts'
export { simplifiedForm, traditionalForm } from './variants/forms.ts'
export { labelKeyOf } from './variants/label-key-of.ts'
export { nameKey } from './variants/name-key.ts'
export { readVariantTable, type VariantTable } from './variants/table.ts'
export { knownTables, type NamedTable } from './variants/tables.ts'
export { inRepertoire, variantIndex } from './variants/variant-index.ts'
export type { WordList } from './word-lists.ts'

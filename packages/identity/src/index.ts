export {
  type CertificateCodes,
  type CertificateKind,
  certificateKind,
  certificateKindOfCode,
  certificateKinds,
  type HolderType,
  type NumberForm,
  takesRegion,
} from './certificate/certificate-kinds.ts'
export { addDays, type CountedDay, workingDayAfter } from './dates.ts'
export type { StatedFacts } from './explain/fact-fields.ts'
export {
  checkHolder,
  explainIdentity,
  type IdentityExplanation,
  identityTopic,
  stateLocks,
} from './explain/identity-topic.ts'
export { normalName, sameName } from './holder/holder-name.ts'
export type { Operation, ReviewState, StateFacts } from './identity-facts.ts'
export { holderRules, identityRules } from './identity-rules.ts'
export { checkOfGb11643, checkOfGb11714, checkOfGb32100, checkOfLicence } from './number/check-digits.ts'
export { checkNumber } from './number/check-number.ts'
export { type NumberDefect, normalNumber, type ReadNumber, readNumber } from './number/number-defect.ts'
export { type FailureReason, failureReasons, type ReasonArea, type ReasonParty } from './reasons/failure-reasons.ts'
export { type ReasonAnswer, reasonFor } from './reasons/reason-for.ts'
export type { BlockedOperation, StateLock } from './rules/block-rules.ts'
export type { Due } from './rules/due-rules.ts'
export { askForHelpAfter } from './rules/flow-rules.ts'

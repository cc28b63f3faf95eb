export { checkFiledSubject, checkFiling, checkSite, type FiledIn } from './check-filing.ts'
export { type Deadline, deadlinesOf, type Turn } from './deadlines/deadlines.ts'
export { type Term, termOf } from './deadlines/finding-terms.ts'
export type { StatedFiling } from './explain/fact-fields.ts'
export { explainFiling, type FilingExplanation, filingTopic } from './explain/filing-topic.ts'
export { type GuideEntry, type ProvinceGuide, provinceDays, provinceGuide } from './explain/province-guide.ts'
export { filingDraft } from './explain/read-facts.ts'
export type { FilingDraft } from './facts/filing-facts.ts'
export type { SiteFacts } from './facts/subject-shape.ts'
export { type FilingNumber, formatFilingNumber, parseFilingNumber, subjectNumber } from './model/filing-number.ts'
export { bringsService, type OrderType, orderTypeNames, orderTypes, type Wish, wishes } from './model/order-types.ts'
export { type PaperKind, paperKinds, paperNames } from './model/papers.ts'
export {
  type Access,
  type AccessMode,
  type AppFields,
  accessModes,
  type ContentType,
  contentTypes,
  type PreApproval,
  type PreApprovalType,
  preApprovalTypes,
  type Service,
  type ServiceKind,
  serviceKinds,
} from './model/service.ts'
export { type Certificate, type Nature, natures, type Principal, type Region, type Subject } from './model/subject.ts'
export {
  filingSystem,
  type ProductNeeds,
  productNeeds,
  type SmsWindow,
  smsWindow,
  type Way,
} from './national/national-figures.ts'
export { type SmsTarget, smsTargets } from './national/sms-targets.ts'
export { factTexts, type Hint, hintsFor, type NotKnown, notKnownFor } from './provinces/hints.ts'
export { principalWays } from './provinces/principal-ways.ts'
export {
  factsOf,
  type Province,
  type ProvinceFact,
  provinceNamed,
  provinces,
  provinceTopics,
} from './provinces/province-facts.ts'
export { rulesOf } from './provinces/province-rules.ts'
export {
  type FilingReason,
  filingReasons,
  type ReasonField,
  type ReasonStage,
  reasonFields,
} from './reasons/failure-reasons.ts'
export type { FilingRule } from './rules/filing-rule.ts'
export { nationalRules } from './rules/national-rules.ts'
export { decideType, type GuideRow, guideRows, type TypeDecision, type TypeFacts } from './type/decide-type.ts'

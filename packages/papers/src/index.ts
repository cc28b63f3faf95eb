export { type CheckedPaper, type CheckPaperOptions, checkPaper } from './check-paper.ts'
export type { CleanPicture } from './clean-picture.ts'
export type { HiddenContent, Measured, PaperKind, Side } from './paper-facts.ts'
export { paperRules } from './paper-rules.ts'

export type { FormDomain, FormFacts } from './form-facts.ts'
export { type FormKind, formKinds } from './form-kinds.ts'
export { MissingGlyph } from './missing-glyph.ts'
export { printDomainCertificate, printForm } from './print-form.ts'

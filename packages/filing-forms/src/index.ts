export type { FormDomain, FormFacts } from './form-facts.ts'
export { domainCertificate } from './forms/domain-certificate.ts'
export { MissingGlyph } from './missing-glyph.ts'
export { type FormKind, formKinds, printForm } from './print-form.ts'

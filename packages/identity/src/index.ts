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
export { checkOfGb11643, checkOfGb11714, checkOfGb32100, checkOfLicence } from './number/check-digits.ts'
export { checkNumber } from './number/check-number.ts'
export { type NumberDefect, normalNumber, type ReadNumber, readNumber } from './number/number-defect.ts'

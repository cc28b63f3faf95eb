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

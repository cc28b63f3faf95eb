export { type ChangeData, changePoll } from './change-poll/change-poll.ts'
export { type CnnicContact, type CnnicContactUpdate, cnnicContact } from './cnnic-contact/cnnic-contact.ts'
export { type CnnicIdType, cnnicIdTypes } from './cnnic-contact/id-types.ts'
export { type CnnicDomain, cnnicDomain } from './cnnic-domain/cnnic-domain.ts'
export { type CnnicHost, cnnicHost } from './cnnic-host/cnnic-host.ts'
export type { Extension, ExtensionElement } from './extension.ts'
export type { Credit, Fee, FeePeriod } from './fee/amounts.ts'
export type { FeeCheck, FeeChecked, FeeCommand, FeeQuote } from './fee/check.ts'
export { type FeeAgreed, type FeeCharged, fee } from './fee/fee.ts'
export { idnLang } from './idn-lang/idn-lang.ts'
export { type LoginEvent, type LoginSecurity, loginSec, passwordElsewhere } from './login-sec/login-sec.ts'
export { namestoreExt } from './namestore-ext/namestore-ext.ts'
export { extensions } from './registry.ts'
export { type Restore, type RestoreReport, type RgpStatus, rgp } from './rgp/rgp.ts'
export { type DsData, type KeyData, type SecDnsData, type SecDnsUpdate, secDNS } from './secdns/secdns.ts'
export { authInfoFrom, secureAuthInfo } from './secure-authinfo/secure-authinfo.ts'
export { setAside, unhandledNamespaces } from './unhandled-namespaces/unhandled-namespaces.ts'
export {
  type Compliance,
  type MissingCode,
  type NameCompliance,
  type ProfileCompliance,
  type SetCode,
  verificationCode,
} from './verification-code/verification-code.ts'

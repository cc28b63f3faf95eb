import { changePoll } from './change-poll/change-poll.ts'
import { cnnicContact } from './cnnic-contact/cnnic-contact.ts'
import { cnnicDomain } from './cnnic-domain/cnnic-domain.ts'
import { cnnicHost } from './cnnic-host/cnnic-host.ts'
import type { Extension } from './extension.ts'
import { fee } from './fee/fee.ts'
import { idnLang } from './idn-lang/idn-lang.ts'
import { loginSec } from './login-sec/login-sec.ts'
import { namestoreExt } from './namestore-ext/namestore-ext.ts'
import { rgp } from './rgp/rgp.ts'
import { secDNS } from './secdns/secdns.ts'
import { secureAuthInfo } from './secure-authinfo/secure-authinfo.ts'
import { unhandledNamespaces } from './unhandled-namespaces/unhandled-namespaces.ts'
import { verificationCode } from './verification-code/verification-code.ts'

/** Every extension that we read and write; what a client logs in for is chosen from these and the greeting. */
export const extensions: readonly Extension[] = [
  secDNS,
  rgp,
  fee,
  loginSec,
  namestoreExt,
  idnLang,
  changePoll,
  secureAuthInfo,
  unhandledNamespaces,
  cnnicDomain,
  cnnicContact,
  cnnicHost,
  verificationCode,
]

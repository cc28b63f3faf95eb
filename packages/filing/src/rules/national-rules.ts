import { accessRules } from './access-rules.ts'
import { appRules } from './app-rules.ts'
import { approvalRules } from './approval-rules.ts'
import { checkRules } from './check-rules.ts'
import { domainRules } from './domain-rules.ts'
import type { FilingRule } from './filing-rule.ts'
import { interfaceRules } from './interface-rules.ts'
import { nameRules } from './name-rules.ts'
import { paperRules } from './paper-rules.ts'
import { personRules } from './person-rules.ts'
import { recordRules } from './record-rules.ts'
import { serverRules } from './server-rules.ts'
import { serviceRules } from './service-rules.ts'
import { siteRules } from './site-rules.ts'
import { smsRules } from './sms-rules.ts'
import { subjectRules } from './subject-rules.ts'
import { typeRules } from './type-rules.ts'

/** The rules of the whole country. */
export const nationalRules: readonly FilingRule[] = [
  ...typeRules,
  ...subjectRules,
  ...personRules,
  ...domainRules,
  ...nameRules,
  ...serviceRules,
  ...approvalRules,
  ...accessRules,
  ...appRules,
  ...serverRules,
  ...recordRules,
  ...paperRules,
  ...checkRules,
  ...smsRules,
  ...siteRules,
  ...interfaceRules,
]

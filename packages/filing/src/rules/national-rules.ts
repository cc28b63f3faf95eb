import { accessRules } from './access-rules.ts'
import { accountRules } from './account-rules.ts'
import { appRules } from './app-rules.ts'
import { approvalRules } from './approval-rules.ts'
import { checkRules } from './check-rules.ts'
import { domainRules } from './domain-rules.ts'
import { domainStateRules } from './domain-state-rules.ts'
import type { FilingRule } from './filing-rule.ts'
import { formRules } from './form-rules.ts'
import { historyRules } from './history-rules.ts'
import { holderRules } from './holder-rules.ts'
import { interfaceRules } from './interface-rules.ts'
import { keptRules } from './kept-rules.ts'
import { nameRules } from './name-rules.ts'
import { paperRules } from './paper-rules.ts'
import { personRules } from './person-rules.ts'
import { placeRules } from './place-rules.ts'
import { reachRules } from './reach-rules.ts'
import { recordRules } from './record-rules.ts'
import { serverRules } from './server-rules.ts'
import { serviceRules } from './service-rules.ts'
import { siteRules } from './site-rules.ts'
import { smsRules } from './sms-rules.ts'
import { subjectRules } from './subject-rules.ts'
import { textRules } from './text-rules.ts'
import { typeRules } from './type-rules.ts'

/** The rules of the whole country. */
export const nationalRules: readonly FilingRule[] = [
  ...historyRules,
  ...typeRules,
  ...subjectRules,
  ...placeRules,
  ...personRules,
  ...reachRules,
  ...domainRules,
  ...holderRules,
  ...domainStateRules,
  ...nameRules,
  ...textRules,
  ...serviceRules,
  ...approvalRules,
  ...accessRules,
  ...appRules,
  ...serverRules,
  ...recordRules,
  ...accountRules,
  ...paperRules,
  ...formRules,
  ...checkRules,
  ...smsRules,
  ...siteRules,
  ...keptRules,
  ...interfaceRules,
]

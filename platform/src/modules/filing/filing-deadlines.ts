import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { dutySoon, remindOfDuty } from './after/duties.ts'
import { checkWaits, remindOfCheck } from './photo/check-deadlines.ts'
import { curtainAddressOver, destroyCurtainAddress } from './photo/curtain-address.ts'
import { smsOver, smsSoon } from './sms/reach-bureau.ts'
import { endSmsWindow, remindOfSms } from './sms/sms-deadlines.ts'

/** What is done when a day or an hour of a filing has come. */
export const filingDeadlines: Readonly<Record<string, DeadlineHandler>> = {
  [smsSoon]: remindOfSms,
  [smsOver]: endSmsWindow,
  [dutySoon]: remindOfDuty,
  [checkWaits]: remindOfCheck,
  [curtainAddressOver]: destroyCurtainAddress,
}

import type { Dictionary, RestKey } from '../dictionary.ts'
import { accountText } from './account.ts'
import { confirmText } from './confirm.ts'
import { designText } from './design.ts'
import { domainsText } from './domains.ts'
import { helpText } from './help.ts'
import { locksText } from './locks.ts'
import { nextStepsText } from './next-steps.ts'
import { ordersText } from './orders.ts'
import { pricesText } from './prices.ts'
import { qualificationText } from './qualification.ts'
import { templatesText } from './templates.ts'
import { verificationText } from './verification.ts'

export const rest: Dictionary<RestKey> = {
  ...accountText,
  ...confirmText,
  ...designText,
  ...domainsText,
  ...helpText,
  ...locksText,
  ...nextStepsText,
  ...ordersText,
  ...pricesText,
  ...qualificationText,
  ...templatesText,
  ...verificationText,
}

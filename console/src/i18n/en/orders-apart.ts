import type { ApartKey, Dictionary } from '../dictionary.ts'
import { accountPageText } from './account-page.ts'
import { bulkText } from './bulk.ts'
import { domainVerificationText } from './domain-verification.ts'
import { enhancedText } from './enhanced.ts'
import { holderChangeText } from './holder-change.ts'
import { messagesText } from './messages.ts'
import { personalNamesText } from './personal-names.ts'
import { quickOrderText } from './quick-order.ts'
import { renewManyText } from './renew-many.ts'
import { ticketsText } from './tickets.ts'

export const ordersApart: Dictionary<ApartKey> = {
  ...accountPageText,
  ...bulkText,
  ...domainVerificationText,
  ...enhancedText,
  ...holderChangeText,
  ...messagesText,
  ...personalNamesText,
  ...quickOrderText,
  ...renewManyText,
  ...ticketsText,
}

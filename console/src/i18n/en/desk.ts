import type { DeskKey, Dictionary } from '../dictionary.ts'
import { bureauFilesText } from './bureau-files.ts'
import { enhancedDeskText } from './enhanced-desk.ts'
import { filingDeskText } from './filing-desk.ts'
import { operatorText } from './operator.ts'
import { promotionsText } from './promotions.ts'
import { reasonsText } from './reasons.ts'
import { refundsText } from './refunds.ts'
import { remittancesText } from './remittances.ts'
import { reviewsText } from './reviews.ts'

export const desk: Dictionary<DeskKey> = {
  ...bureauFilesText,
  ...enhancedDeskText,
  ...filingDeskText,
  ...operatorText,
  ...promotionsText,
  ...reasonsText,
  ...refundsText,
  ...remittancesText,
  ...reviewsText,
}

import { personalNamesText } from './personal-names.ts'
import { quickOrderText } from './quick-order.ts'

export const ordersApart = { ...personalNamesText, ...quickOrderText }

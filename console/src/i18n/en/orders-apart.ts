import type { ApartKey, Dictionary } from '../dictionary.ts'
import { personalNamesText } from './personal-names.ts'
import { quickOrderText } from './quick-order.ts'

export const ordersApart: Dictionary<ApartKey> = { ...personalNamesText, ...quickOrderText }

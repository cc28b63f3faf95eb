import type { Dictionary } from '../text.ts'
import { helpText } from './help.ts'
import { pricesText } from './prices.ts'
import { searchText } from './search.ts'
import { shellText } from './shell.ts'

export const en: Dictionary = {
  ...helpText,
  ...pricesText,
  ...searchText,
  ...shellText,
}

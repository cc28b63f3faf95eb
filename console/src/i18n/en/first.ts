import type { Dictionary, FirstKey } from '../dictionary.ts'
import { listText } from './list.ts'
import { searchText } from './search.ts'
import { shellText } from './shell.ts'

export const first: Dictionary<FirstKey> = { ...shellText, ...searchText, ...listText }

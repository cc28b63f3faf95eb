import type { Dictionary, FirstKey } from '../dictionary.ts'
import { searchText } from './search.ts'
import { shellText } from './shell.ts'

export const first: Dictionary<FirstKey> = { ...shellText, ...searchText }

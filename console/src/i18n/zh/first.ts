import { listText } from './list.ts'
import { searchText } from './search.ts'
import { shellText } from './shell.ts'

export const first = { ...shellText, ...searchText, ...listText }

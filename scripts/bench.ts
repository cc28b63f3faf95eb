import { benchBulk } from '../bench/bulk.ts'
import { benchCodes } from '../bench/codes.ts'
import { benchEpp } from '../bench/epp.ts'
import type { Bench } from '../bench/figures.ts'
import { benchFiling } from '../bench/filing.ts'
import { benchIdentity } from '../bench/identity.ts'
import { benchNames } from '../bench/names.ts'
import { benchPapers } from '../bench/papers.ts'
import { benchRegister } from '../bench/register.ts'
import { report } from '../bench/report.ts'
import { benchSearch } from '../bench/search.ts'
import { benchStart } from '../bench/start.ts'
import { benchIndex } from '../bench/taken-index.ts'

const benches: Readonly<Record<string, Bench>> = {
  codes: benchCodes,
  epp: benchEpp,
  filing: benchFiling,
  identity: benchIdentity,
  names: benchNames,
  search: benchSearch,
  bulk: benchBulk,
  register: benchRegister,
  start: benchStart,
  index: benchIndex,
  papers: benchPapers,
}
const args = process.argv.slice(2)
const quick = args.includes('--quick')
const name = args.find((arg) => !arg.startsWith('--'))
const bench = name === undefined ? undefined : benches[name]
if (!name || !bench) {
  console.error(`npm run bench -- NAME [--quick]\nNAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}
try {
  report(name, await bench({ quick, say: (text) => console.error(`bench: ${text}`) }))
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

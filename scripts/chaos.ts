import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runChaos } from './world/chaos/chaos.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    at: { type: 'string' },
  },
})
const folder = mkdtempSync(path.join(tmpdir(), 'yuming-chaos-'))
let verdict: Awaited<ReturnType<typeof runChaos>> | undefined
try {
  verdict = await runChaos({
    folder,
    ...(values.kills === undefined ? {} : { kills: Number(values.kills) }),
    seed: Number(values.seed),
    ...(values.at === undefined ? {} : { at: new RegExp(values.at) }),
    say: (text) => console.error(`chaos: ${text}`),
  })
  console.log(JSON.stringify(verdict))
} catch (error) {
  console.error(`chaos: ${error instanceof Error ? error.message : String(error)}`)
} finally {
  if (verdict?.faults.length === 0) rmSync(folder, { recursive: true, force: true })
  else console.error(`chaos: the world is kept in ${folder}`)
}
process.exit(verdict && verdict.faults.length === 0 ? 0 : 1)

import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

// The tools that read types by the compiler's interface need its fifth version; the seventh checks in half the time.
const tsc = 'node_modules/typescript-7/bin/tsc'

const steps: [name: string, command: string, args: string[]][] = [
  ['types (tsc)', tsc, ['-p', 'tsconfig.json']],
  ['types of the console (tsc)', tsc, ['-p', 'console/tsconfig.json']],
  ['format and style (biome)', 'node_modules/.bin/biome', ['check', '--error-on-warnings', '.']],
  ['types of the console are what the API answers', 'scripts/api-types.ts', ['--check']],
  [
    'floors (dependency-cruiser)',
    'node_modules/.bin/depcruise',
    ['--config', '.dependency-cruiser.cjs', 'packages', 'platform/src', 'sandbox/src', 'console/src'],
  ],
  ['unused files and exports (knip)', 'node_modules/.bin/knip', ['--no-progress']],
]

/** Each processor takes the next check; what has to be mended is told for all of them. */
const waiting = [...steps]
const failed: string[] = []
await Promise.all(Array.from({ length: availableParallelism() }, oneAfterTheOther))
for (const name of failed) console.error(`lint: ${name}: the lines above must be mended`)
process.exit(failed.length > 0 ? 1 : 0)

async function oneAfterTheOther(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const [name, command, args] = step
    const started = performance.now()
    const { status, said } = await run([command, ...args])
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    if (status === 0) console.log(`lint: ${name}: clean (${seconds} s)`)
    else {
      console.log(said)
      failed.push(name)
    }
  }
}

function run(args: string[]): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (data) => said.push(data))
    child.stderr.on('data', (data) => said.push(data))
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said).toString() }))
  })
}

import { type StdioOptions, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import path from 'node:path'
import { startEmbeddedServer } from '../platform/src/kernel/database/index.ts'
import { skippedChecks } from './skipped-checks.ts'

/** `npm test`: lint, unit and socket tests, the console's build, the journeys in a browser. `npm test -- PATH` runs only some unit tests. */
const only = process.argv.slice(2)
const gigabyte = 2 ** 30

rmSync('.yuming/test', { recursive: true, force: true })
mkdirSync('.yuming/test', { recursive: true })
// Some three hundred processes read the same modules.
process.env.NODE_COMPILE_CACHE = path.resolve('.yuming/compiled')

const units = ['node_modules/vitest/vitest.mjs', 'run']
if (only.length > 0) process.exit(await run('tests', [...units, ...only]))

await orEnd('lint', await run('lint', ['scripts/lint.ts']))
await orEnd('console build', await run('console build', ['scripts/build-console.ts']))
const journeys = [...units, '--config', 'tests/vitest.config.ts']
// Journeys wait more than they work: they run beside the units where there is memory for both.
const roomy = availableParallelism() > 1 && totalmem() > 7 * gigabyte
const beside = roomy ? runBeside('journeys in a browser', journeys) : undefined
const status = await run('unit and socket tests', units)
const journeyStatus = beside ? await beside.end() : status === 0 ? await run('journeys in a browser', journeys) : 0
await orEnd('unit and socket tests', status)
await orEnd('journeys in a browser', journeyStatus)
await stopTestDatabase()
await run('requirements named by passing tests', ['scripts/trace.ts', '--brief'])
const skipped = skippedChecks()
if (skipped.length > 0)
  console.log(`\n== NOT CHECKED on this machine\n${skipped.map((line) => `   ${line}`).join('\n')}`)
console.log(`\nyuming: all green${skipped.length > 0 ? `, but ${skipped.length} skipped (above)` : ''}.`)

/** The database server that the test files share outlives each of them; nobody needs it after the last. */
async function stopTestDatabase(): Promise<void> {
  if (existsSync('.yuming/test-postgres')) await (await startEmbeddedServer('.yuming/test-postgres')).stop()
}

async function orEnd(name: string, status: number): Promise<void> {
  if (status === 0) return
  await stopTestDatabase()
  console.error(`\nyuming: "${name}" failed; the lines above say what to mend.`)
  process.exit(status)
}

async function run(name: string, args: readonly string[]): Promise<number> {
  console.log(`\n== ${name}`)
  const { status, verdict } = await step(name, args, 'inherit')
  console.log(verdict)
  return status
}

/** Two runs cannot write to one terminal: what this one says is shown when its end is asked for. */
function runBeside(name: string, args: readonly string[]): { end: () => Promise<number> } {
  const file = `.yuming/test/${name.replaceAll(' ', '-')}.log`
  const out = openSync(file, 'w')
  const ended = step(name, args, ['ignore', out, out])
  closeSync(out)
  console.log(`\n== ${name}: begun beside the others; what it says is kept in ${file} and shown at its end`)
  return {
    async end() {
      const { status, verdict } = await ended
      console.log(`\n== ${name}\n${readFileSync(file, 'utf8')}${verdict}`)
      return status
    },
  }
}

function step(
  name: string,
  args: readonly string[],
  stdio: StdioOptions,
): Promise<{ readonly status: number; readonly verdict: string }> {
  const started = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio })
  return new Promise((resolve) => {
    const end = (status: number) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(0)
      resolve({ status, verdict: `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s` })
    }
    child.once('error', () => end(1))
    child.once('exit', (code) => end(code ?? 1))
  })
}

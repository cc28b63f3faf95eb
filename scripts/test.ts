import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startEmbeddedServer } from '../platform/src/kernel/database/index.ts'
import { skippedChecks } from './skipped-checks.ts'

/** `npm test`: lint, unit and socket tests, the console's build, the journeys in a browser. `npm test -- PATH` runs only some unit tests. */
const only = process.argv.slice(2)

rmSync('.yuming/test', { recursive: true, force: true })
mkdirSync('.yuming/test', { recursive: true })
// Some three hundred processes read the same modules.
process.env.NODE_COMPILE_CACHE = path.resolve('.yuming/compiled')

if (only.length > 0) process.exit(await run('tests', ['node_modules/vitest/vitest.mjs', 'run', ...only]))

const before: [name: string, args: string[]][] = [
  ['lint', ['scripts/lint.ts']],
  ['console build', ['scripts/build-console.ts']],
]
for (const [name, args] of before) {
  const status = await run(name, args)
  if (status !== 0) fail(name, status)
}
// A journey waits for pages and a unit for its database: side by side they leave less of two cores idle.
const later = '.yuming/test/browser.txt'
const journeys = run(
  'journeys in a browser',
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'],
  later,
)
const units = await run('unit and socket tests', ['node_modules/vitest/vitest.mjs', 'run'])
await stopTestDatabase()
const seen = await journeys
process.stdout.write(readFileSync(later))
if (units !== 0) fail('unit and socket tests', units)
if (seen !== 0) fail('journeys in a browser', seen)
await run('requirements named by passing tests', ['scripts/trace.ts', '--brief'])
const skipped = skippedChecks()
if (skipped.length > 0)
  console.log(`\n== NOT CHECKED on this machine\n${skipped.map((line) => `   ${line}`).join('\n')}`)
console.log(`\nyuming: all green${skipped.length > 0 ? `, but ${skipped.length} skipped (above)` : ''}.`)

function fail(name: string, status: number): never {
  console.error(`\nyuming: "${name}" failed; the lines above say what to mend.`)
  process.exit(status)
}

/** The database server that the test files share outlives each of them; nobody needs it after the last. */
async function stopTestDatabase(): Promise<void> {
  if (existsSync('.yuming/test-postgres')) await (await startEmbeddedServer('.yuming/test-postgres')).stop()
}

/** Runs a command to its end and says how it went. @param output a file that takes what it prints, instead of the terminal */
async function run(name: string, args: string[], output?: string): Promise<number> {
  console.log(`\n== ${name}${output === undefined ? '' : `, beside the next; printed at the end (now in ${output})`}`)
  const started = performance.now()
  const to = output === undefined ? 'inherit' : openSync(output, 'w')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['inherit', to, to],
  })
  const [status] = (await once(child, 'exit')) as [number | null]
  if (typeof to === 'number') closeSync(to)
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  return status ?? 1
}

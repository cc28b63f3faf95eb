import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startEmbeddedServer } from '../platform/src/kernel/database/index.ts'
import { skippedChecks } from './skipped-checks.ts'

/** `npm test`: lint, unit and socket tests, the console's build, the journeys in a browser. `npm test -- PATH` runs only some unit tests. */
const only = process.argv.slice(2)

rmSync('.yuming/test', { recursive: true, force: true })
mkdirSync('.yuming/test', { recursive: true })
// Some three hundred processes read the same modules.
process.env.NODE_COMPILE_CACHE = path.resolve('.yuming/compiled')

if (only.length > 0) process.exit(run('tests', ['node_modules/vitest/vitest.mjs', 'run', ...only]))

const steps: [name: string, args: string[]][] = [
  ['lint', ['scripts/lint.ts']],
  ['console build', ['scripts/build-console.ts']],
  ['unit and socket tests', ['node_modules/vitest/vitest.mjs', 'run']],
  ['journeys in a browser', ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']],
]
for (const [name, args] of steps) {
  const status = run(name, args)
  if (status !== 0) {
    await stopTestDatabase()
    console.error(`\nyuming: "${name}" failed; the lines above say what to mend.`)
    process.exit(status)
  }
}
await stopTestDatabase()
run('requirements named by passing tests', ['scripts/trace.ts', '--brief'])
const skipped = skippedChecks()
if (skipped.length > 0)
  console.log(`\n== NOT CHECKED on this machine\n${skipped.map((line) => `   ${line}`).join('\n')}`)
console.log(`\nyuming: all green${skipped.length > 0 ? `, but ${skipped.length} skipped (above)` : ''}.`)

/** The database server that the test files share outlives each of them; nobody needs it after the last. */
async function stopTestDatabase(): Promise<void> {
  if (existsSync('.yuming/test-postgres')) await (await startEmbeddedServer('.yuming/test-postgres')).stop()
}

function run(name: string, args: string[]): number {
  console.log(`\n== ${name}`)
  const started = performance.now()
  const result = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' })
  console.log(
    `== ${name}: ${result.status === 0 ? 'ok' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
  return result.status ?? 1
}

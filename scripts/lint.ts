import { spawnSync } from 'node:child_process'

const steps: [name: string, command: string, args: string[]][] = [
  ['format and style (biome)', 'node_modules/.bin/biome', ['check', '--error-on-warnings', '.']],
  ['types of the console are what the API answers', 'scripts/api-types.ts', ['--check']],
  ['types (tsc)', 'node_modules/.bin/tsc', ['-p', 'tsconfig.json']],
  ['types of the console (tsc)', 'node_modules/.bin/tsc', ['-p', 'console/tsconfig.json']],
  [
    'floors (dependency-cruiser)',
    'node_modules/.bin/depcruise',
    ['--config', '.dependency-cruiser.cjs', 'packages', 'platform/src', 'sandbox/src', 'console/src'],
  ],
  ['unused files and exports (knip)', 'node_modules/.bin/knip', ['--no-progress']],
]

for (const [name, command, args] of steps) {
  const started = performance.now()
  const result = spawnSync(process.execPath, [command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (result.status === 0) {
    console.log(`lint: ${name}: clean (${seconds} s)`)
    continue
  }
  console.log(result.stdout, result.stderr)
  console.error(`lint: ${name}: the lines above must be mended`)
  process.exit(1)
}

// The one door of every npm script. Plain JavaScript for any Node >= 18: it fetches the Node, the packages and,
// for tests, the browser that the project needs, and then hands over to the TypeScript command.
import { spawnSync } from 'node:child_process'
import { ensureBrowser } from './bootstrap/browser.mjs'
import { ensureFfmpeg } from './bootstrap/ffmpeg.mjs'
import { helpOf } from './bootstrap/help.mjs'
import { ensureNode } from './bootstrap/node.mjs'
import { ensurePackages } from './bootstrap/packages.mjs'
import { fail } from './bootstrap/say.mjs'

/** command name -> [script, what it needs beside Node and the packages] */
const commands = {
  start: ['scripts/start.ts'],
  test: ['scripts/test.ts', 'browser'],
  lint: ['scripts/lint.ts'],
  'api-types': ['scripts/api-types.ts'],
  trace: ['scripts/trace.ts'],
  explain: ['scripts/explain.ts'],
  journey: ['scripts/journey.ts'],
  chaos: ['scripts/chaos.ts'],
  bench: ['scripts/bench.ts'],
  'make-walkthrough': ['scripts/make-walkthrough.ts', 'browser', 'ffmpeg'],
  'hold-beside': ['scripts/hold-beside.ts', 'browser'],
  'taken-index': ['scripts/taken-index.ts'],
  'audit:verify': ['platform/src/kernel/audit/verify-main.ts'],
  'vault:rotate': ['platform/src/vault-rotate-main.ts'],
  'registry:password': ['platform/src/registry-password-main.ts'],
  operator: ['platform/src/operator-main.ts'],
}

const [name, ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
if (!command) fail(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`)
const [script, ...needs] = command
const help = helpOf(name, args)
if (help !== undefined) {
  console.log(help)
  process.exit(0)
}

const node = ensureNode()
ensurePackages(node)
const chromium = needs.includes('browser') ? ensureBrowser() : undefined
if (needs.includes('ffmpeg')) ensureFfmpeg()
const result = spawnSync(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...(chromium ? { YUMING_CHROMIUM: chromium } : {}) },
})
if (result.error) fail(`Could not run ${script}: ${result.error.message}`)
process.exit(result.status ?? 1)

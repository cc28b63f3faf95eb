// The one door of every npm script. Plain JavaScript for any Node >= 18: it fetches the Node, the packages and,
// for tests, the browser that the project needs, and then hands over to the TypeScript command.
import { spawnSync } from 'node:child_process'
import { ensureBrowser } from './bootstrap/browser.mjs'
import { ensureNode } from './bootstrap/node.mjs'
import { ensurePackages } from './bootstrap/packages.mjs'
import { fail } from './bootstrap/say.mjs'

/** command name -> [script, needs a browser] */
const commands = {
  start: ['scripts/start.ts', false],
  test: ['scripts/test.ts', true],
  lint: ['scripts/lint.ts', false],
  trace: ['scripts/trace.ts', false],
  explain: ['scripts/explain.ts', false],
  journey: ['scripts/journey.ts', false],
  chaos: ['scripts/chaos.ts', false],
  bench: ['scripts/bench.ts', false],
  'make-walkthrough': ['scripts/make-walkthrough.ts', true],
  'hold-beside': ['scripts/hold-beside.ts', true],
  'taken-index': ['scripts/taken-index.ts', false],
  'audit:verify': ['platform/src/kernel/audit/verify-main.ts', false],
  'vault:rotate': ['platform/src/vault-rotate-main.ts', false],
  'registry:password': ['platform/src/registry-password-main.ts', false],
  operator: ['platform/src/operator-main.ts', false],
}

const [name, ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
if (!command) fail(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`)
const [script, needsBrowser] = command

const node = ensureNode()
ensurePackages(node)
const chromium = needsBrowser ? ensureBrowser() : undefined
const result = spawnSync(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...(chromium ? { YUMING_CHROMIUM: chromium } : {}) },
})
if (result.error) fail(`Could not run ${script}: ${result.error.message}`)
process.exit(result.status ?? 1)

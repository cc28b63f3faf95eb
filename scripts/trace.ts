import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { requirementIds } from './trace/requirement-ids.ts'

interface Results {
  readonly testResults?: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

const brief = process.argv.includes('--brief')
const required = [
  ...readFileSync('docs/requirements.md', 'utf8').matchAll(/^- (S\d-\d{2,3}) \[([a-z]+)\] (.*)$/gm),
].map(([, id = '', tag = '', text = '']) => ({ id, tag, text }))
const folder = '.yuming/test'
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []
if (files.length === 0) {
  console.log('trace: there are no test results yet; run "npm test" first.')
  process.exit(0)
}
const named = new Set(
  files
    .flatMap((file) => (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Results).testResults ?? [])
    // The tests of this very command have sample titles.
    .filter(({ name }) => !name.includes('/scripts/trace/'))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed')
    .flatMap(({ fullName }) => requirementIds(fullName)),
)
const documents = [...new Set(required.map(({ id }) => id.slice(0, 2)))]
console.log(
  `trace: ${required.filter(({ id }) => named.has(id)).length} of ${required.length} requirements are named by a passing test`,
)
for (const document of documents) {
  const all = required.filter(({ id }) => id.startsWith(`${document}-`))
  const open = all.filter(({ id }) => !named.has(id))
  console.log(`  ${document}: ${all.length - open.length} of ${all.length}`)
  if (!brief)
    for (const { id, tag, text } of open)
      console.log(`    not named: ${id} [${tag}] ${text.length > 110 ? `${text.slice(0, 110)}…` : text}`)
}
const strangers = [...named].filter((id) => !required.some((requirement) => requirement.id === id))
if (strangers.length > 0) console.log(`  named by tests, but no requirement: ${strangers.join(', ')}`)

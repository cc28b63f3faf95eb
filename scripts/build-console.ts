import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const mark = 'console/dist/.built-from'

/** Builds console/dist when its sources changed since the last build. Throws a sentence when the build fails. */
export function buildConsole(say: (text: string) => void): void {
  const want = digestOf([
    'console/src',
    'console/public',
    'console/index.html',
    'console/vite.config.ts',
    'console/package.json',
    'package-lock.json',
    'scripts/build-console.ts',
  ])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === want) return
  say('building the console (once per change; about ten seconds) …')
  const result = spawnSync(
    process.execPath,
    [path.resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    // A test runner's NODE_ENV would put React's development build, twice the size, into what people get.
    { cwd: 'console', encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (result.status !== 0) throw new Error(`The console could not be built:\n${result.stdout}${result.stderr}`)
  writeFileSync(mark, want)
}

function digestOf(places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const place of places) {
    if (!existsSync(place)) continue
    for (const file of filesOf(place)) hash.update(file).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  try {
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return [place]
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  buildConsole((text) => console.error(`yuming: ${text}`))

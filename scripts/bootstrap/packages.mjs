import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { npm } from './npm.mjs'
import { fail, root, say } from './say.mjs'

/** Installs exactly what package-lock.json names, unless it is installed already. */
export function ensurePackages(node) {
  const lock = path.join(root, 'package-lock.json')
  const mark = path.join(root, 'node_modules', '.yuming-installed')
  const want = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === want) return
  say('installing packages (once; about a minute) …')
  // Not "npm ci": it wants every other platform's optional binaries in the lock file, and mirrors do not carry them all.
  // This honours the lock file and leaves it as it is.
  if (!npm(node, ['install', '--no-save', '--no-audit', '--no-fund'], root))
    fail(
      'The packages could not be installed. Read the lines above; mostly the npm registry was out of reach. Run the command again.',
    )
  writeFileSync(mark, want)
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { startWorld, type World, type WorldOptions } from './start-world.ts'

/** What a world is made of: one that was made of other sources is no template any more. */
const sources = ['sandbox/src', 'platform/src', 'platform/migrations', 'packages', 'scripts/world']

/**
 * A world of its own for one test file, as it is some moments after its first start: copied from one that was started
 * before, instead of making database, keys and certificates and hearing from every bureau anew.
 * A folder that holds a world already is started as it is.
 */
export async function startCopiedWorld(options: WorldOptions): Promise<World> {
  const folder = path.resolve(options.folder)
  if (!existsSync(path.join(folder, 'sandbox'))) copy(await template(), folder)
  return startWorld(options)
}

// Whoever comes first makes it; of two that come at once, both do, and the later one's is thrown away.
async function template(): Promise<string> {
  const place = path.resolve('.yuming/test', `world-${sourcesDigest()}`)
  if (existsSync(place)) return place
  mkdirSync(path.dirname(place), { recursive: true })
  for (const other of readdirSync(path.dirname(place)))
    if (other.startsWith('world-') && !other.startsWith(path.basename(place)))
      rmSync(path.join(path.dirname(place), other), { recursive: true, force: true })
  const fresh = mkdtempSync(`${place}-`)
  const world = await startWorld({ folder: fresh })
  try {
    await heardFromEveryBureau(world)
  } finally {
    await world.stop()
  }
  try {
    renameSync(fresh, place)
  } catch (error) {
    if (!existsSync(place)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
  return place
}

async function heardFromEveryBureau({ platform, sandboxWorld }: World): Promise<void> {
  const db = new pg.Client({ connectionString: String(platform.ready.database) })
  await db.connect()
  try {
    for (let tries = 0; tries < 1_000; tries++) {
      const { rows } = await db.query<{ bureaus: number }>('select count(*)::int as bureaus from bureau_code_tables')
      if (rows[0]?.bureaus === sandboxWorld.bureaus.length) return
      await delay(100)
    }
  } finally {
    await db.end()
  }
  throw new Error('Not every bureau has answered the new world.')
}

function copy(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  // The database's files belong to its own user.
  const done = spawnSync('cp', ['-a', '--reflink=auto', `${from}/.`, to], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`A world could not be copied to ${to}: ${done.stderr}`)
}

function sourcesDigest(): string {
  const digest = createHash('sha256')
  for (const folder of sources)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.includes('node_modules')) continue
      const { mtimeMs, size } = statSync(path.join(folder, name))
      digest.update(`${folder}/${name} ${mtimeMs} ${size}\n`)
    }
  return digest.digest('hex').slice(0, 12)
}

import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Configuration, loadConfiguration } from './configuration/index.ts'
import { createDb, createPool, type Db, startEmbeddedServer } from './database/index.ts'

const madeByStart = path.resolve(import.meta.dirname, '../../../.yuming/platform/yuming.config.json')

/**
 * Runs a command on the database of the platform that YUMING_CONFIG names, or of the one that `npm start` made. The
 * platform may be running: its own server is used then, and left running. @throws when there is no database yet
 */
export async function withPlatformDatabase<T>(work: (db: Db, config: Configuration) => Promise<T>): Promise<T> {
  const unset = !process.env.YUMING_CONFIG && existsSync(madeByStart)
  const config = loadConfiguration(unset ? { ...process.env, YUMING_CONFIG: madeByStart } : process.env)
  const { url, leave } = await reach(config)
  const pool = createPool(url, { max: 1 })
  try {
    return await work(createDb(pool), config)
  } finally {
    await pool.end()
    await leave()
  }
}

async function reach({ database, dataDir }: Configuration): Promise<{ url: string; leave: () => Promise<void> }> {
  if (database.url) return { url: database.url.reveal(), leave: async () => {} }
  const folder = path.join(dataDir, 'database')
  if (!existsSync(folder)) throw new Error(`还没有数据库。 There is no database yet: ${folder}`)
  const server = await startEmbeddedServer(folder)
  return { url: server.url('yuming'), leave: async () => (server.adopted ? undefined : server.stop()) }
}

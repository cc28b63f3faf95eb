/**
 * `npm run audit:verify`: walks the chain of the audit log of the platform that YUMING_CONFIG names, or of the one that
 * `npm start` made. Ends with 0 when it is whole, 1 when an entry is broken, 2 when it could not be read.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Configuration, loadConfiguration } from '../configuration/index.ts'
import { createDb, createPool, startEmbeddedServer } from '../database/index.ts'
import { verifyChain } from './verify.ts'

const madeByStart = path.resolve(import.meta.dirname, '../../../../.yuming/platform/yuming.config.json')

function configuration(): Configuration {
  const unset = !process.env.YUMING_CONFIG && existsSync(madeByStart)
  return loadConfiguration(unset ? { ...process.env, YUMING_CONFIG: madeByStart } : process.env)
}

/** The platform may be running: its own server is used then, and left running. */
async function reach({ database, dataDir }: Configuration): Promise<{ url: string; leave: () => Promise<void> }> {
  if (database.url) return { url: database.url.reveal(), leave: async () => {} }
  const folder = path.join(dataDir, 'database')
  if (!existsSync(folder)) throw new Error(`还没有数据库。 There is no database yet: ${folder}`)
  const server = await startEmbeddedServer(folder)
  return { url: server.url('yuming'), leave: async () => (server.adopted ? undefined : server.stop()) }
}

async function verify(): Promise<0 | 1> {
  const { url, leave } = await reach(configuration())
  const pool = createPool(url, { max: 1 })
  try {
    const verdict = await verifyChain(createDb(pool))
    if (verdict.whole) {
      console.log(`审计日志完整，共 ${verdict.entries} 条。 The audit log is whole: ${verdict.entries} entries.`)
      return 0
    }
    const { brokenAt, reason } = verdict
    console.log(`审计日志在第 ${brokenAt} 条断裂。 The audit log is broken at entry ${brokenAt}: ${reason}.`)
    return 1
  } finally {
    await pool.end()
    await leave()
  }
}

try {
  process.exitCode = await verify()
} catch (error) {
  console.error(
    `无法核对审计日志。 The audit log could not be read: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = 2
}

/** Writes platform/migrations/schema.sql anew from the migrations: `node platform/src/kernel/database/write-schema.ts`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPool, migrate, startEmbeddedServer } from './index.ts'
import { migrationsFolder } from './migrate.ts'
import { schemaText } from './schema-text.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-schema-'))
const server = await startEmbeddedServer(folder)
try {
  const pool = createPool(server.url('postgres'), { max: 1 })
  await migrate(pool)
  writeFileSync(path.join(migrationsFolder, 'schema.sql'), await schemaText(pool))
  await pool.end()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

export { createDb, createPool, type Db, type Trx } from './database.ts'
export { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'
export { migrate, readMigrations } from './migrate.ts'
export type { Tables } from './tables.ts'

import type pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import { type Catalog, catalogOver } from './catalog.ts'
import { type OperatorFiles, readCatalogData } from './catalog-data.ts'
import type { CatalogChange } from './changes/catalog-change.ts'
import { publishedChanges, revisionOf } from './changes/queries.ts'
import { type ConnectedRegistry, connected } from './connected-registries.ts'
import type { KnownSuffix } from './suffix-record.ts'

/** The catalogue of a running platform: the shipped data with the operator's published changes, kept up to date. */
export interface LiveCatalog extends Catalog {
  /** A suffix (Unicode form) without the operator's changes. */
  shipped(suffix: string): KnownSuffix | undefined
  /** Ids of the registries that this platform is connected to; undefined when it is not asked. */
  readonly registries: ReadonlySet<string> | undefined
  /** Looks for changes at once; every process hears of them by itself within moments. */
  refresh(): Promise<void>
  stop(): void
}

const channel = 'catalog_changed'
// A notification may be lost with its connection: the number of the revision is looked at as well.
const sweepMs = 10_000
const againMs = 1_000

/** @throws Error with a sentence for each thing that is wrong with a file of the operator */
export async function liveCatalog({
  db,
  pool,
  clock,
  log,
  files,
  registries,
}: {
  db: Db
  pool: pg.Pool
  clock: Clock
  log: Logger
  files?: OperatorFiles
  registries?: readonly ConnectedRegistry[]
}): Promise<LiveCatalog> {
  const data = connected(readCatalogData(files), registries)
  const shipped = new Map(data.suffixes.map((record) => [record.suffix, record]))
  let changes: readonly CatalogChange[] = []
  let revision = -1
  let stopped = false
  let listening: pg.PoolClient | undefined
  let again: NodeJS.Timeout | undefined

  async function refresh(): Promise<void> {
    // One snapshot, so that the changes are those of the number.
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const current = await revisionOf(trx)
        if (current <= revision) return
        const read = await publishedChanges(trx)
        // Two refreshes may overlap; the later state stays.
        if (current <= revision) return
        changes = read
        revision = current
      })
  }
  const quietly = () =>
    refresh().catch((error: unknown) => {
      if (!stopped) log.error({ err: error }, 'changes of the catalogue could not be read')
    })

  async function listen(): Promise<void> {
    try {
      const client = await pool.connect()
      if (stopped) return client.release()
      listening = client
      const lost = () => {
        if (listening !== client) return
        listening = undefined
        client.release(true)
        if (!stopped) again = setTimeout(() => void listen(), againMs)
      }
      client.on('error', lost)
      client.on('end', lost)
      client.on('notification', ({ channel: heard }) => {
        if (heard === channel) void quietly()
      })
      await client.query(`listen ${channel}`)
    } catch (error) {
      if (stopped) return
      log.warn({ err: error }, 'changes of the catalogue cannot be listened to')
      again = setTimeout(() => void listen(), againMs)
    }
  }
  await listen()
  await refresh()
  const sweep = setInterval(() => void quietly(), sweepMs)
  sweep.unref()

  const catalog = catalogOver(
    data,
    () => clock.today(),
    () => changes,
  )
  return Object.defineProperties(catalog, {
    shipped: { value: (suffix: string) => shipped.get(suffix) },
    registries: { value: registries && new Set(registries.map(({ id }) => id)) },
    refresh: { value: refresh },
    stop: {
      value() {
        stopped = true
        clearInterval(sweep)
        clearTimeout(again)
        listening?.release(true)
        listening = undefined
      },
    },
  }) as LiveCatalog
}

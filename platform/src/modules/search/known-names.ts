import { domainToUnicode } from 'node:url'
import { labelKeyOf } from '@yuming/names'
import { openTakenNames, type TakenNames } from '@yuming/taken'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { KnownAnswer, KnownNames } from './ports.ts'

export interface IndexedNames extends KnownNames {
  /** Resolves when our own names are loaded, as far as suffixes with an index are open. */
  settled(): Promise<void>
  stop(): void
}

const taken = 'domain_taken'
const released = 'domain_released'
const reloadMs = 30_000
const againMs = 1_000
/** Own names in one look at the database. */
const page = 5_000
const answers = { 'taken-by-order': 'taken', 'perhaps-taken': 'perhaps-taken', 'not-known': 'not-known' } as const

/** The taken names of every suffix that has an index in the folder (`npm run taken-index`), with our own on top. */
export async function indexedNames({
  folder,
  pool,
  clock,
  log,
}: {
  folder: string
  pool: pg.Pool
  clock: Clock
  log: Logger
}): Promise<IndexedNames> {
  let stopped = false
  let listening: pg.PoolClient | undefined
  let again: NodeJS.Timeout | undefined
  const loading = new Set<Promise<void>>()

  const names = await openTakenNames(folder, {
    today: () => clock.today(),
    keyOf: labelKeyOf,
    onProblem: (error) => log.error({ err: error }, 'an index of taken names could not be loaded'),
    onOpened: (suffix, opened) => {
      // Before the first listening nothing would tell of a release during the load.
      if (listening) load(suffix, opened)
    },
  })

  function load(suffix: string, into: TakenNames): void {
    const work = loadOwn(pool, suffix, into, () => stopped)
      .catch((error: unknown) => {
        if (!stopped) log.warn({ err: error }, 'our own names could not be loaded: registries are asked about them')
      })
      .finally(() => loading.delete(work))
    loading.add(work)
  }

  async function listen(): Promise<void> {
    try {
      const client = await pool.connect()
      listening = client
      const lost = () => {
        if (listening !== client) return
        listening = undefined
        client.release(true)
        // What is told meanwhile is told to nobody.
        for (const suffix of names.suffixes) names.of(suffix)?.forgetOrders()
        if (!stopped) again = setTimeout(() => void listen(), againMs)
      }
      client.on('error', lost)
      client.on('end', lost)
      client.on('notification', ({ channel, payload = '' }) => {
        // Index label and suffix, as `nameKey` makes them.
        const dot = payload.indexOf('.')
        const told = names.of(payload.slice(dot + 1))
        const label = payload.slice(0, dot)
        if (channel === released) told?.remove(label)
        else told?.add(label)
      })
      await client.query(`listen ${taken}; listen ${released}`)
      for (const suffix of names.suffixes) {
        const opened = names.of(suffix)
        if (opened) load(suffix, opened)
      }
    } catch (error) {
      log.warn({ err: error }, 'registrations cannot be listened to')
      if (!stopped) again = setTimeout(() => void listen(), againMs)
    }
  }
  await listen()
  names.watch(reloadMs)

  return {
    answer: (suffix, label): KnownAnswer => answers[names.of(suffix)?.answer(label) ?? 'not-known'],
    async settled() {
      while (loading.size > 0) await Promise.all(loading)
    },
    stop() {
      stopped = true
      clearTimeout(again)
      names.close()
      const client = listening
      listening = undefined
      client?.release(true)
    },
  }
}

/** @param suffix an A-label; rows of `domain` carry its Unicode form */
async function loadOwn(pool: pg.Pool, suffix: string, into: TakenNames, stopped: () => boolean): Promise<void> {
  for (let after = ''; !stopped(); ) {
    const { rows } = await pool.query<{ variant_key: string }>(
      `select variant_key from domain
       where released_at is null and suffix = $1 and variant_key > $2 order by variant_key limit ${page}`,
      [domainToUnicode(suffix), after],
    )
    into.load(rows.map(({ variant_key: key }) => key.slice(0, -suffix.length - 1)))
    if (rows.length < page) return
    after = rows.at(-1)?.variant_key ?? ''
  }
}

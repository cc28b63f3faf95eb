import { variantLabelKey } from '@yuming/names'
import { openTakenNames, type TakenFolder } from '@yuming/taken'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { KnownAnswer, KnownNames } from './ports.ts'

export interface IndexedNames extends KnownNames {
  stop(): void
}

const channel = 'domain_registered'
const reloadMs = 30_000
const answers = { 'taken-by-order': 'taken', 'perhaps-taken': 'perhaps-taken', 'not-known': 'not-known' } as const

/** The taken names of every suffix that has an index in the folder (`npm run taken-index`), with our own registrations on top. */
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
  const names = await openTakenNames(folder, {
    today: () => clock.today(),
    key: variantLabelKey,
    onProblem: (error) => log.error({ err: error }, 'an index of taken names could not be loaded'),
  })
  names.watch(reloadMs)
  let stopped = false
  let listening: pg.PoolClient | undefined
  let again: NodeJS.Timeout | undefined

  async function listen(): Promise<void> {
    try {
      const client = await pool.connect()
      listening = client
      const lost = () => {
        if (listening !== client) return
        listening = undefined
        client.release(true)
        if (!stopped) again = setTimeout(() => void listen(), 1_000)
      }
      client.on('error', lost)
      client.on('end', lost)
      client.on('notification', ({ payload }) => note(names, payload ?? ''))
      await client.query(`listen ${channel}`)
    } catch (error) {
      log.warn({ err: error }, 'registrations cannot be listened to')
      if (!stopped) again = setTimeout(() => void listen(), 1_000)
    }
  }
  await listen()

  return {
    answer: (suffix, label): KnownAnswer => answers[names.of(suffix)?.answer(label) ?? 'not-known'],
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

/** @param key index label and suffix, as `nameKey` makes it */
function note(names: TakenFolder, key: string): void {
  const dot = key.indexOf('.')
  names.of(key.slice(dot + 1))?.add(key.slice(0, dot))
}

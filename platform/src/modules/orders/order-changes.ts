import { EventEmitter, on } from 'node:events'
import type pg from 'pg'
import { changedChannel } from '../../kernel/tasks/index.ts'

/** Tells pages that watch an order to look again. A lost hint only makes a page late: each looks by itself as well. */
export interface OrderChanges {
  start(): Promise<void>
  stop(): Promise<void>
  /** Resolves at the next change of any task, or after `ms`. */
  next(ms: number, signal: AbortSignal): Promise<void>
}

export function createOrderChanges(pool: pg.Pool): OrderChanges {
  const changes = new EventEmitter()
  changes.setMaxListeners(0)
  let client: pg.PoolClient | undefined
  return {
    async start() {
      client = await pool.connect()
      client.on('error', () => {
        client = undefined
      })
      client.on('notification', () => changes.emit('change'))
      await client.query(`listen ${changedChannel}`)
    },
    async stop() {
      client?.release(true)
      client = undefined
    },
    async next(ms, signal) {
      const waiting = AbortSignal.any([signal, AbortSignal.timeout(ms)])
      try {
        for await (const _ of on(changes, 'change', { signal: waiting })) return
      } catch {
        // The time is over, or the page is gone.
      }
    },
  }
}

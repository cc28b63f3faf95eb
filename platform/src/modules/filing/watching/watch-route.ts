import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { eventStream, freeRoute } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { ownOrder } from '../orders.ts'
import type { Bureaus, ChangeHints } from '../ports.ts'
import { viewOfOrder } from '../queries.ts'
import { byNumber, view } from '../schemas.ts'
import { markOfOrder } from './mark-of-order.ts'

export interface WatchDeps {
  readonly vault: Vault
  readonly changes: ChangeHints
  readonly bureaus: Pick<Bureaus, 'carriage'>
}

const afterEndMs = 600_000

/** One order as its owner sees it, and as it changes (S2-30). */
export function watchRoute(app: FastifyInstance, { vault, changes, bureaus }: WatchDeps): void {
  freeRoute(
    app,
    {
      tag: 'filing',
      who: 'customer',
      perMinute: 240,
      method: 'GET',
      url: 'filings/:number',
      summary:
        'One order: its draft, whose turn it is, until when, and what comes; as text/event-stream it is told at each change',
      params: byNumber,
      answers: { 200: view },
    },
    async ({ actor, params: { number }, request, reply }, withTrx) => {
      const key = { account: actor.account, number }
      const look = () =>
        withTrx(async ({ trx, clock }) =>
          viewOfOrder(trx, await ownOrder(trx, key.account, number), { vault, clock, bureaus }),
        )
      const { clock, db } = app.services
      // What changes while it is looked at is told once more.
      let seen = await markOfOrder(db, key)
      const first = await look()
      if (!(request.headers.accept ?? '').includes('text/event-stream')) return first
      return eventStream(reply, async ({ send, gone }) => {
        send('filing', first)
        // Addresses are set in the DNS after an order has ended.
        const isOver = (endedAt: Date | null) =>
          endedAt !== null && clock.now().getTime() - endedAt.getTime() > afterEndMs
        while (!gone.aborted && seen && !isOver(seen.endedAt)) {
          await changes.next(5_000, gone)
          if (!gone.aborted) await delay(250)
          if (gone.aborted) return
          const now = await markOfOrder(db, key)
          const changed = now && now.mark !== seen.mark
          seen = now
          if (changed) send('filing', await look())
        }
      })
    },
  )
}

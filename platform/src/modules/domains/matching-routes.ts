import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock/index.ts'
import { csvStream, freeRoute, route } from '../../kernel/http/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { filterShape, presentListed } from './listed-domain.ts'
import { suffixesToVerify } from './must-verify.ts'
import { listDomains } from './queries.ts'

/** Most names that are chosen at once. */
const mostChosen = 10_000
/** Rows that are read together; each page is its own short query. */
const pageOf = 1_000

const heads = {
  zh: ['域名', 'ASCII', '服务状态', '下一步', '到期日', '自动续费'],
  en: ['Name', 'ASCII', 'State', 'Next', 'Expires', 'Automatic renewal'],
} as const
const onOff = { zh: ['开', '关'], en: ['on', 'off'] } as const

/** All names that match a filter, not only those that a page has loaded: to choose them, and as a file. */
export function matchingRoutes(app: FastifyInstance, { catalog, clock }: { catalog: Catalog; clock: Clock }): void {
  route(
    app,
    {
      method: 'GET',
      url: 'domains/matching',
      summary: 'All names that match a filter, in short: what choosing all of them needs',
      tag: 'domains',
      who: 'customer',
      perMinute: 60,
      query: z.strictObject(filterShape),
      answers: {
        200: z.object({
          items: z.array(
            z.object({ name: z.string(), ascii: z.string(), expiresOn: z.string(), autoRenew: z.boolean() }),
          ),
          /** Whether there are more than are told at once. */
          more: z.boolean(),
        }),
      },
    },
    async ({ actor, query }, { trx }) => {
      const { items, next } = await listDomains(trx, {
        tab: query.tab,
        sort: query.sort,
        q: query.q,
        suffix: query.suffix,
        account: actor.account,
        today: clock.today(),
        verified: suffixesToVerify(catalog),
        limit: mostChosen,
        cursor: undefined,
      })
      return {
        items: items.map(({ name, ascii, expires_on: expiresOn, auto_renew: autoRenew }) => ({
          name,
          ascii,
          expiresOn,
          autoRenew,
        })),
        more: next !== null,
      }
    },
  )
  freeRoute(
    app,
    {
      method: 'GET',
      url: 'domains/export',
      summary: 'All names that match a filter, as CSV',
      tag: 'domains',
      who: 'customer',
      perMinute: 20,
      query: z.strictObject(filterShape),
      answers: { 200: z.string() },
    },
    async ({ actor, query, locale, reply }) => {
      const { db } = app.services
      const today = clock.today()
      const verified = suffixesToVerify(catalog)
      return csvStream(reply, `yuming-domains-${today}.csv`, async ({ send, gone, drained }) => {
        send(heads[locale])
        for (let cursor: string | undefined; !gone.aborted; ) {
          const { items, next } = await listDomains(db, {
            tab: query.tab,
            sort: query.sort,
            q: query.q,
            suffix: query.suffix,
            account: actor.account,
            today,
            verified,
            limit: pageOf,
            cursor,
          })
          for (const row of items) {
            const { name, ascii, serviceState: state, expiresOn, autoRenew } = presentListed(row, { catalog, today })
            send([name, ascii, state.title[locale], state.next[locale], expiresOn, onOff[locale][autoRenew ? 0 : 1]])
          }
          await drained()
          if (next === null) break
          cursor = next
        }
      })
    },
  )
}

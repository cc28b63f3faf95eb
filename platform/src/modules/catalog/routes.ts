import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock/index.ts'
import { freeRoute, type ShopFronts } from '../../kernel/http/index.ts'
import { rowAnswer, suffixAnswer, suffixName } from './answers.ts'
import type { Catalog } from './catalog.ts'
import { SuffixNotFound } from './errors.ts'
import { presentRow, presentSuffix } from './presenter.ts'

/** The suffixes and their prices: open to everyone (S1-07…S1-10). */
export function catalogRoutes({ catalog, clock, fronts }: { catalog: Catalog; clock: Clock; fronts: ShopFronts }) {
  const otherFront = (host: string) => fronts.other(fronts.of(host))
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'catalog/suffixes',
        summary:
          'The suffixes that are sold (all that are known with all=true): registry, periods, prices, who may hold',
        tag: 'catalog',
        who: 'anyone',
        perMinute: 120,
        query: z.strictObject({ on: z.iso.date().optional(), all: z.enum(['true', 'false']).optional() }),
        answers: { 200: z.object({ on: z.string(), pricesFrom: z.string(), suffixes: z.array(rowAnswer) }) },
      },
      async ({ query, request }) => {
        const on = query.on ?? clock.today()
        const view = catalog.on(on)
        const records = query.all === 'true' ? view.known : view.suffixes
        return {
          on,
          pricesFrom: view.pricesFrom,
          suffixes: records.map((record) => presentRow(record, on, catalog.sources, otherFront(request.host))),
        }
      },
    )
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'catalog/suffix-names',
        summary: 'Every suffix that is known, by name: its group, and whether it is sold here',
        tag: 'catalog',
        who: 'anyone',
        perMinute: 120,
        answers: { 200: z.object({ suffixes: z.array(suffixName) }) },
      },
      async () => ({
        suffixes: catalog.on(clock.today()).known.map(({ suffix, ascii, kind, priceFen }) => ({
          suffix,
          ascii,
          kind,
          sold: Object.values(priceFen).some((fen) => fen !== null),
        })),
      }),
    )
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'catalog/suffixes/:suffix',
        summary: 'One suffix with everything that is known of it, each value with its source',
        tag: 'catalog',
        who: 'anyone',
        perMinute: 120,
        params: z.strictObject({ suffix: z.string().max(80) }),
        query: z.strictObject({ on: z.iso.date().optional() }),
        answers: { 200: suffixAnswer },
      },
      async ({ params, query, locale, request }) => {
        const view = catalog.on(query.on ?? clock.today())
        const record = view.find(params.suffix)
        if (!record) throw SuffixNotFound()
        return presentSuffix(record, view, { legend: catalog.sources, locale, other: otherFront(request.host) })
      },
    )
  }
}

import { nameKey, readInput } from '@yuming/names'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { eventStream, freeRoute, textSchema } from '../../../kernel/http/index.ts'
import { appraiseUnder } from '../appraise.ts'
import type { RowPrice } from '../events.ts'
import { everySuffix } from '../plan-search.ts'
import type { SearchRoutesDeps } from '../routes.ts'
import { loadLexicon } from './lexicon.ts'
import { rankedSuggestions } from './ranked-suggestions.ts'
import { suggest } from './suggest.ts'
import type { SuffixFact, Suggestion } from './suggestion.ts'

/** Candidates looked at for one word, free ones shown at most, and names in one question. */
const candidatesAtMost = 120
const shownAtMost = 24
const batch = 20

const shape = z.object({
  name: z.string(),
  ascii: z.string(),
  suffix: z.string(),
  kind: z.string(),
  why: textSchema,
  price: z.object({ registerFen: z.int(), renewFen: z.int().nullable() }),
})

type Offered = z.input<typeof shape>

/** Free names near a word, best first: as a stream while registries answer, or all at once (S1-58, S1-59). */
export function suggestionRoutes({ catalog, asker, known, clock, registryLimitMs }: SearchRoutesDeps) {
  const facts = (): SuffixFact[] =>
    catalog.suffixes
      .filter(({ registry, flow, priceFen }) => registry !== null && flow === 'general' && priceFen.register !== null)
      .map(({ suffix, priceFen, idn }, rank) => ({ suffix, priceFen: priceFen.register, idn, rank }))

  async function candidates(query: string, chosen: readonly string[]) {
    const day = clock.today()
    const { word, suffix } = readInput(query, catalog.names)
    const lexicon = await loadLexicon()
    const found = suggest(
      {
        word,
        chosen: suffix === undefined ? chosen : [suffix, ...chosen],
        facts: facts(),
        limit: candidatesAtMost,
        key: (label) => nameKey(label, ''),
        accepts: (label, under) => offer(label, under, day) !== undefined,
      },
      lexicon,
    )
    return found.flatMap((suggestion) => {
      const offered = offer(suggestion.label, suggestion.suffix, day)
      return offered ? [{ ...offered, suggestion }] : []
    })
  }

  /** undefined: a rule refuses the name, it needs a qualification, or it is known to be taken. */
  function offer(label: string, suffix: string, day: string) {
    const record = catalog.suffix(suffix)
    const appraisal = record && appraiseUnder(label, record, catalog, day)
    if (!record?.registry || !appraisal?.ok || appraisal.findings.some(({ field }) => field !== 'filing'))
      return undefined
    const { name, ascii, price } = appraisal
    if (price.registerFen === null || known.answer(record.ascii, label) !== 'not-known') return undefined
    const rowPrice: RowPrice = { registerFen: price.registerFen, renewFen: price.renewFen }
    return { name, ascii, registry: record.registry, price: rowPrice }
  }

  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'search/suggestions',
        summary: 'Free names near a word; text/event-stream, or JSON when that is accepted',
        tag: 'search',
        who: 'anyone',
        perMinute: 180,
        countedOver: 10,
        query: z.strictObject({ q: z.string().max(300), suffixes: z.string().max(4_000).optional() }),
        answers: { 200: z.object({ suggestions: z.array(shape) }) },
      },
      async ({ query, request, reply }) => {
        const chosen = (query.suffixes ?? '').split(',').filter((name) => name !== '' && name !== everySuffix)
        const near = await candidates(query.q, chosen)
        const free = (signal: AbortSignal) =>
          rankedSuggestions(near, asker, { limit: shownAtMost, signal, batch, limitMs: registryLimitMs })
        if ((request.headers.accept ?? '').includes('text/event-stream'))
          return eventStream(reply, async ({ send, gone }) => {
            let count = 0
            for await (const { suggestion, ...found } of free(gone)) {
              send('suggestion', present(suggestion, found))
              count++
            }
            send('done', { count })
          })
        const suggestions: Offered[] = []
        for await (const { suggestion, ...found } of free(new AbortController().signal))
          suggestions.push(present(suggestion, found))
        return { suggestions }
      },
    )
  }
}

function present(
  { suffix, kind, why }: Suggestion,
  { name, ascii, price }: { name: string; ascii: string; price: RowPrice },
): Offered {
  return { name, ascii, suffix, kind, why: { ...why }, price }
}

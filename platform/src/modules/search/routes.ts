import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock/index.ts'
import { eventStream, findingSchema, freeRoute } from '../../kernel/http/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { answerRows } from './answer-rows.ts'
import type { AnsweredRow, SearchEvent } from './events.ts'
import { otherFormSchema, ownForms } from './own-forms.ts'
import { planSearch } from './plan-search.ts'
import type { AvailabilityAsker, KnownNames } from './ports.ts'
import { answerWholeNames } from './whole-names.ts'

export interface SearchRoutesDeps {
  readonly catalog: Catalog
  readonly asker: AvailabilityAsker
  readonly known: KnownNames
  readonly clock: Clock
  readonly registryLimitMs: number
}

const planned = z.object({
  id: z.string(),
  position: z.int(),
  name: z.string(),
  ascii: z.string(),
  label: z.string(),
  suffix: z.string(),
})
const answered = z.object({
  id: z.string(),
  state: z.enum(['free', 'taken', 'reserved', 'refused', 'conditional', 'unanswered']),
  confirmed: z.literal(false).optional(),
  price: z
    .object({ registerFen: z.int(), renewFen: z.int().nullable(), premium: z.literal(true).optional() })
    .optional(),
  findings: z.array(findingSchema).readonly(),
  /** The name is one of the reader's own in another form: which one, and whether both can be had. */
  yours: otherFormSchema.optional(),
  reason: z.string().optional(),
  neighbours: z
    .array(z.object({ name: z.string(), ascii: z.string(), registerFen: z.int() }))
    .readonly()
    .optional(),
})
const wholeAnswer = z.object({
  query: z.string(),
  normalised: z.string(),
  findings: z.array(findingSchema).readonly(),
  rows: z.array(planned.extend(answered.shape)),
  answered: z.int(),
  total: z.int(),
  ms: z.int(),
})
const bulkAnswer = z.object({
  rows: z.array(
    answered.extend({
      name: z.string(),
      ascii: z.string(),
      /** The same name in other places of the question, perhaps in another form (简繁体等效). */
      also: z
        .array(z.object({ id: z.string(), name: z.string(), ascii: z.string() }))
        .readonly()
        .optional(),
    }),
  ),
  answered: z.int(),
  total: z.int(),
})

/** Longer than between two keys of somebody who types, shorter than anybody takes to read and choose. */
const restMs = 300
/** Rows between two looks at whether the reader keeps up. */
const stride = 64

/** Resolves to whether the reader was still there after a while. */
function atRest(gone: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), restMs)
    const leave = () => {
      clearTimeout(timer)
      resolve(false)
    }
    if (gone.aborted) leave()
    else gone.addEventListener('abort', leave, { once: true })
  })
}

const elapsed = () => performance.now()

/** Which suffixes are free for a word: as a stream of events, or all at once (S1-26, S1-27, S1-82, S1-83). */
export function searchRoutes({ catalog, asker, known, clock, registryLimitMs }: SearchRoutesDeps) {
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'search',
        summary:
          'Search a word over suffixes (suffixes=* for all that can be registered); text/event-stream, or JSON when that is accepted',
        tag: 'search',
        who: 'anyone',
        // Fifteen a second: nobody types faster, and an office behind one address may type at once.
        perMinute: 900,
        countedOver: 10,
        query: z.strictObject({ q: z.string().max(300), suffixes: z.string().max(4_000).optional() }),
        answers: { 200: wholeAnswer },
      },
      async ({ actor, query, request, reply }) => {
        const suffixes = (query.suffixes ?? '')
          .split(',')
          .map((name) => name.trim().replace(/^\./, ''))
          .filter((name) => name !== '')
        const plan = planSearch({ query: query.q, suffixes }, catalog, clock.today())
        const own = await ownForms(
          app.services.db,
          actor?.account,
          plan.candidates.map(({ appraisal }) => appraisal),
        )
        const options = { asker, known, limitMs: registryLimitMs, elapsed, own }
        if (!(request.headers.accept ?? '').includes('text/event-stream')) return collect(answerRows(plan, options))
        return eventStream(reply, async ({ send, drained, gone }) => {
          const stays = () => atRest(gone)
          const events = answerRows(plan, { ...options, stays })
          let rows = 0
          for await (const { event, data } of events) {
            if (gone.aborted) break
            send(event, data)
            if (event === 'plan' || ++rows % stride === 0) await drained()
          }
        })
      },
    )
    freeRoute(
      app,
      {
        method: 'POST',
        url: 'search',
        summary: 'Check up to 500 whole names at once; a name and its other forms (简繁体等效) are one row',
        tag: 'search',
        who: 'anyone',
        perMinute: 30,
        body: z.strictObject({ names: z.array(z.string().max(300)).min(1).max(500) }),
        answers: { 200: bulkAnswer },
      },
      async ({ actor, body }) => {
        const rows = await answerWholeNames(body.names, {
          catalog,
          asker,
          day: clock.today(),
          limitMs: registryLimitMs,
          own: (appraisals) => ownForms(app.services.db, actor?.account, appraisals),
        })
        return { rows, answered: rows.filter(({ state }) => state !== 'unanswered').length, total: rows.length }
      },
    )
  }
}

async function collect(events: AsyncIterable<SearchEvent>): Promise<z.input<typeof wholeAnswer>> {
  let plan: Extract<SearchEvent, { event: 'plan' }>['data'] | undefined
  const rows = new Map<string, AnsweredRow>()
  let end = { answered: 0, total: 0, ms: 0 }
  for await (const { event, data } of events) {
    if (event === 'plan') plan = data
    else if (event === 'row') rows.set(data.id, data)
    else end = data
  }
  return {
    query: plan?.query ?? '',
    normalised: plan?.normalised ?? '',
    findings: plan?.findings ?? [],
    rows: (plan?.rows ?? []).map((row) => ({
      ...row,
      ...(rows.get(row.id) ?? { state: 'unanswered' as const, findings: [] }),
    })),
    ...end,
  }
}

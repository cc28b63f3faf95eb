import type { FastifyInstance } from 'fastify'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../../../kernel/database/index.ts'
import { decodeCursor, encodeCursor, freeRoute, route } from '../../../kernel/http/index.ts'
import { provinceOf } from '../queries.ts'
import { type AnswerDeps, answerMatter } from './answer-matter.ts'
import { matterKinds, siteOutcomes } from './matter-kinds.ts'

const operators = { tag: 'filing', who: 'operator', role: 'reviewer' } as const

const matter = z.object({
  id: z.string(),
  bureau: z.string(),
  province: z.object({ code: z.string(), name: z.string() }).nullable(),
  kind: z.enum(matterKinds),
  /** The site, or the subject that is to be checked. */
  title: z.string(),
  address: z.string().nullable(),
  /** Whether it concerns an account here, who was told. */
  ofAccount: z.boolean(),
  state: z.enum(['open', 'answering', 'answered']),
  listedOn: z.string(),
  /** When the bureau listed it again meanwhile, and where it saw it then. */
  again: z.array(z.object({ on: z.string(), address: z.string().nullable() })),
  dueOn: z.string(),
  late: z.boolean(),
  /** Why the last answer could not leave. */
  failure: z.string().nullable(),
})

const words = z.string().trim().min(1).max(255)
const answer = z.union([
  z.strictObject({
    verdict: z.enum(['passed', 'refused']),
    words,
    errors: z.string().trim().min(1).max(2_000).optional(),
  }),
  z.strictObject({ outcome: z.enum(siteOutcomes), words }),
])

/** What bureaus want seen to (未备案网站、非法接入、核实任务), and the answers to it. */
export function bureauMatterRoutes(deps: AnswerDeps) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...operators,
        perMinute: 120,
        method: 'GET',
        url: 'operator/bureau-matters',
        summary: 'What bureaus want seen to and nobody has answered, the most urgent first',
        query: z.strictObject({ cursor: z.string().max(300).optional() }),
        answers: { 200: z.object({ matters: z.array(matter), next: z.string().nullable() }) },
      },
      async ({ query }, { trx, clock }) => {
        const limit = 50
        let rows = trx.selectFrom('bureau_matter').selectAll().where('state', '<>', 'answered')
        const after = decodeCursor(query.cursor, ['day', 'uuid'])
        if (after) rows = rows.where(sql<boolean>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`)
        const found = await rows.orderBy('due_on').orderBy('id').limit(limit).execute()
        const last = found.at(-1)
        return {
          matters: found.map((row) => shown(row, clock.today())),
          next: found.length === limit && last ? encodeCursor([last.due_on, last.id]) : null,
        }
      },
    )
    freeRoute(
      app,
      {
        ...operators,
        perMinute: 30,
        method: 'POST',
        url: 'operator/bureau-matters/:id/answer',
        summary: 'Answer a bureau: what was done about a site, or whether what is filed is true',
        params: z.strictObject({ id: z.uuid() }),
        body: answer,
        answers: { 204: z.null() },
      },
      async ({ params: { id }, body, actor }, withTrx) => {
        await answerMatter({ id, answer: body }, actor, withTrx, deps)
        return undefined
      },
    )
  }
}

function shown(row: Selectable<Tables['bureau_matter']>, today: string) {
  return {
    id: row.id,
    bureau: row.bureau,
    province: provinceOf(row.bureau),
    kind: row.kind,
    title: row.title,
    address: row.address,
    ofAccount: row.account !== null,
    state: row.state,
    listedOn: row.listed_on,
    again: row.again,
    dueOn: row.due_on,
    late: row.due_on < today,
    failure: row.failure,
  }
}

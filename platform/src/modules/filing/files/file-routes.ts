import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import { type OperatorActor, route, textSchema } from '../../../kernel/http/index.ts'
import { type BureauFiles, fileDirections, type KeptFile, keptFileStates } from '../ports.ts'
import { provinceOf } from '../queries.ts'
import { orderOf, showFile } from './show-file.ts'

const operators = { tag: 'filing', who: 'operator', role: 'reviewer', perMinute: 120 } as const
const atOnce = 50

const keptFile = z.object({
  direction: z.enum(fileDirections),
  id: z.string(),
  /** Code of the province, or `ministry`. */
  bureau: z.string(),
  province: z.object({ code: z.string(), name: z.string() }).nullable(),
  fileName: z.string(),
  hash: z.string(),
  profile: z.string(),
  state: z.enum(keptFileStates),
  sequence: z.int().nullable(),
  /** The order that it was sent for. */
  filing: z.string().nullable(),
  code: z.int().nullable(),
  message: z.string().nullable(),
  at: z.string(),
  changedAt: z.string().nullable(),
})

const shownFile = z.object({
  file: keptFile,
  /** Whether it can be read; `erased`: kept for its time, and no longer; `locked`: its key is not configured any more. */
  content: z.enum(['read', 'erased', 'locked', 'no-document']),
  kinds: z.array(z.string()).readonly(),
  /** Whether values that may be about a person are hidden. */
  hidden: z.boolean(),
  fields: z
    .array(
      z.object({
        at: z.string(),
        words: textSchema.nullable(),
        shown: z.enum(['plain', 'personal', 'file']),
        value: z.string(),
        bytes: z.int().nullable(),
      }),
    )
    .readonly(),
  /** Of how many values these are. */
  total: z.int(),
  setAside: z.array(z.object({ at: z.string(), because: z.string().nullable() })).readonly(),
})

const which = z.strictObject({ direction: z.enum(fileDirections), id: z.string().regex(/^\d{1,18}$/) })
const from = z.coerce.number().int().min(0).max(10_000_000).default(0)

/** Files of the bureaus' lines: every one is kept, listed, and can be looked at as its reader reads it. */
export function bureauFileRoutes(files: BureauFiles) {
  const shown = async (
    ask: z.output<typeof which> & { from: number; open: boolean },
    context: Pick<Context, 'trx' | 'clock'> & { actor: OperatorActor },
  ) => {
    const { file, content, total } = await showFile(ask, context, files)
    const read = content.is === 'read' ? content : { kinds: [], fields: [], setAside: [] }
    return {
      file: listedFile(file),
      content: content.is,
      kinds: read.kinds,
      hidden: !ask.open,
      fields: read.fields.map(({ at, words, shown, value, bytes }) => ({
        at,
        words: words ?? null,
        shown,
        value,
        bytes: bytes ?? null,
      })),
      total,
      // The reason quotes what could not be read.
      setAside: read.setAside.map(({ at, because }) => ({ at, because: ask.open ? because : null })),
    }
  }
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...operators,
        method: 'GET',
        url: 'operator/bureau-files',
        summary: 'Files that were sent to the bureaus and the ministry, or came from them, the newest first',
        query: z.strictObject({
          direction: z.enum(fileDirections).default('sent'),
          bureau: z
            .string()
            .regex(/^(\d{6}|ministry)$/)
            .optional(),
          before: which.shape.id.optional(),
        }),
        answers: { 200: z.object({ files: z.array(keptFile), next: z.string().nullable() }) },
      },
      async ({ query }, { trx }) => {
        const found = await files.list(trx, { ...query, limit: atOnce })
        return { files: found.map(listedFile), next: found.length === atOnce ? (found.at(-1)?.id ?? null) : null }
      },
    )
    route(
      app,
      {
        ...operators,
        perMinute: 60,
        method: 'GET',
        url: 'operator/bureau-files/:direction/:id',
        summary: 'One file decoded, its values one by one; what may be about a person is hidden; on record',
        params: which,
        query: z.strictObject({ from }),
        answers: { 200: shownFile },
      },
      async ({ params, query, actor }, context) => shown({ ...params, ...query, open: false }, { ...context, actor }),
    )
    route(
      app,
      {
        ...operators,
        perMinute: 30,
        method: 'POST',
        url: 'operator/bureau-files/:direction/:id/views',
        summary: 'The same file with everything that it says; who opened it is on record as such',
        params: which,
        query: z.strictObject({ from }),
        answers: { 201: shownFile },
      },
      async ({ params, query, actor }, context) => shown({ ...params, ...query, open: true }, { ...context, actor }),
    )
  }
}

function listedFile({ key, at, changedAt, ...file }: KeptFile) {
  return {
    ...file,
    province: provinceOf(file.bureau),
    filing: orderOf(key),
    at: at.toISOString(),
    changedAt: changedAt?.toISOString() ?? null,
  }
}

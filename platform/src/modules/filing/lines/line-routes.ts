import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../../kernel/audit/index.ts'
import { freeRoute, route } from '../../../kernel/http/index.ts'
import { FileNotFailing } from '../errors.ts'
import type { BureauLines } from '../ports.ts'
import { provinceOf } from '../queries.ts'
import { releaseLine } from './release-line.ts'

const operators = { tag: 'filing', who: 'operator', role: 'reviewer' } as const

const stoppedLine = z.object({
  /** Code of the province, or `ministry`. */
  bureau: z.string(),
  province: z.object({ code: z.string(), name: z.string() }).nullable(),
  key: z.string(),
  sequence: z.int(),
  fileName: z.string(),
  because: z.string(),
  code: z.int().nullable(),
  message: z.string().nullable(),
  since: z.string(),
})

const failingFile = z.object({
  bureau: z.string(),
  province: z.object({ code: z.string(), name: z.string() }).nullable(),
  file: z.string(),
  fileName: z.string(),
  receivedAt: z.string(),
  because: z.string(),
  since: z.string(),
  times: z.int(),
  behind: z.int(),
  asideAt: z.string().nullable(),
})

/** Upload lines that stand until somebody has looked, and how they go on. */
export function bureauLineRoutes(lines: BureauLines) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...operators,
        perMinute: 120,
        method: 'GET',
        url: 'operator/bureau-lines',
        summary:
          'Upload lines that stand, each with the file in front and why the bureau does not take it; and files of bureaus that cannot be carried out',
        answers: { 200: z.object({ lines: z.array(stoppedLine), files: z.array(failingFile) }) },
      },
      async (_, { trx }) => ({
        lines: (await lines.stopped(trx)).map(({ since, ...line }) => ({
          ...line,
          province: provinceOf(line.bureau),
          since: since.toISOString(),
        })),
        files: (await lines.failing(trx)).map(({ receivedAt, since, asideAt, ...file }) => ({
          ...file,
          province: provinceOf(file.bureau),
          receivedAt: receivedAt.toISOString(),
          since: since.toISOString(),
          asideAt: asideAt?.toISOString() ?? null,
        })),
      }),
    )
    route(
      app,
      {
        ...operators,
        role: 'admin',
        perMinute: 20,
        method: 'POST',
        url: 'operator/bureau-files/:file/aside',
        summary: 'Let what is behind a failing file go on without it, or have it carried out again; it stays kept',
        params: z.strictObject({ file: z.string().regex(/^\d{1,18}$/) }),
        body: z.strictObject({ aside: z.boolean() }),
        answers: { 204: z.null() },
      },
      async ({ params: { file }, body: { aside } }, { trx, clock, actor }) => {
        if (!(await lines.setAside(trx, { file, aside, at: clock.now() }))) throw FileNotFailing()
        await record({ action: 'filing.bureau-file-aside', subject: file, detail: { aside } }, { trx, clock, actor })
        return undefined
      },
    )
    freeRoute(
      app,
      {
        ...operators,
        role: 'admin',
        perMinute: 20,
        method: 'POST',
        url: 'operator/bureau-lines/:bureau/release',
        summary: 'Let a line go on after the cause is mended: the bureau is asked what it has before anything is sent',
        params: z.strictObject({ bureau: z.string().regex(/^(\d{6}|ministry)$/) }),
        body: z.strictObject({ key: z.string().min(1).max(200) }),
        answers: { 200: z.object({ outcome: z.enum(['accepted', 'waiting', 'withdrawn', 'stopped']) }) },
      },
      async ({ params: { bureau }, body: { key }, actor }, withTrx) => ({
        outcome: await releaseLine({ bureau, key }, actor, withTrx, lines),
      }),
    )
  }
}

import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem, toProblemJson } from '../../../kernel/errors/index.ts'
import { freeRoute, lineStream } from '../../../kernel/http/index.ts'
import type { SearchRoutesDeps } from '../routes.ts'
import { type BulkEvent, checkBulk } from './check-bulk.ts'
import type { TextEncoding } from './decoded-text.ts'
import { bulkRunning, bulkTypeRefused } from './errors.ts'
import { bulkTypes, namesOfBody } from './names-of-body.ts'

/** Many names in one streamed question and answer; both ways the slower side sets the pace. */
export function bulkRoutes({ catalog, asker, known, clock, registryLimitMs }: SearchRoutesDeps) {
  return (app: FastifyInstance): void => {
    const running = new Set<string>()
    // The body is read as it comes; its size is limited where it is read.
    for (const type of bulkTypes)
      app.addContentTypeParser(type, (_request, payload, done) => {
        done(null, payload)
      })
    freeRoute(
      app,
      {
        method: 'POST',
        url: 'search/bulk',
        summary:
          'Check up to 100,000 names: JSON lines, text, CSV or XLSX in; JSON lines out (encoding, row, progress, done, problem)',
        tag: 'search',
        who: 'customer',
        perMinute: 10,
        answers: { 200: z.unknown() },
      },
      async ({ actor, request, reply, locale }) => {
        const { account } = actor
        if (running.has(account)) throw bulkRunning()
        const body: unknown = request.body
        if (!(body instanceof Readable)) throw bulkTypeRefused()
        running.add(account)
        let tell: (encoding: TextEncoding) => void = () => {}
        const names = namesOfBody(body, request.headers['content-type'] ?? '', (encoding) => tell(encoding))
        // An answer that ends early leaves a body that nobody reads.
        reply.raw.once('finish', () => body.destroy())
        return lineStream(reply, async ({ send, drained, gone }) => {
          tell = (encoding) => {
            if (encoding !== 'utf-8') send({ type: 'encoding', encoding } satisfies BulkEvent)
          }
          try {
            const events = checkBulk(names, {
              catalog,
              asker,
              known,
              day: clock.today(),
              limitMs: registryLimitMs,
              gone,
            })
            for await (const event of events) {
              if (gone.aborted) break
              send(event)
              await drained()
            }
          } catch (error) {
            if (!(error instanceof Problem)) throw error
            send({ ...toProblemJson(error, locale), type: 'problem' })
          }
        }).finally(() => running.delete(account))
      },
    )
  }
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { behaviourSchema } from './bureau-controls.ts'
import type { Bureaus } from './bureaus.ts'
import { bureausPage, codePage } from './pages.ts'
import { newPlantedFiling } from './planted-filing.ts'
import { newReviewScript } from './review-scripts.ts'
import { newSupervision } from './supervision.ts'

const typedCode = z.object({ phone: z.string().regex(/^1\d{10}$/), code: z.string().regex(/^\d{6}$/) })
const decision = z.object({ verdict: z.enum(['approved', 'refused']), opinion: z.string().min(1).max(500) })
const idOf = (params: unknown) => z.object({ id: z.coerce.number().int().positive() }).parse(params).id
const bureauOf = (params: unknown) => z.object({ bureau: z.string().max(20) }).parse(params).bureau

/** Bureaus for people (pages) and programs (/control): reviewers, their scripts, behaviour, and the ministry's SMS check. */
export function bureauRoutes(bureaus: Bureaus, instant: (iso: string | null) => string) {
  const { office } = bureaus
  const provinceIn = (params: unknown) => {
    const bureau = bureauOf(params)
    if (!bureaus.all.get(bureau)?.province) throw Object.assign(new Error('no such bureau'), { statusCode: 404 })
    return bureau
  }
  const back = (
    request: { headers: { accept?: string | undefined } },
    reply: { redirect(to: string, code: number): unknown },
    body: unknown,
  ) => (request.headers.accept?.includes('text/html') ? reply.redirect('/bureaus', 303) : body)

  return (app: FastifyInstance): void => {
    app.get('/bureaus', (_request, reply) => reply.type('text/html').send(bureausPage(bureaus, instant)))
    app.get('/bureaus/sms', (_request, reply) => reply.type('text/html').send(codePage()))
    app.post('/bureaus/sms', async (request, reply) => {
      const { phone, code } = typedCode.parse(request.body)
      const outcome = await office.confirmCode(phone, code)
      if (request.headers.accept?.includes('text/html')) return reply.type('text/html').send(codePage(outcome))
      return { outcome }
    })
    app.get('/control/bureaus', () => ({
      bureaus: [...bureaus.all.values()].map(({ id, name, port, behaviour }) => ({
        id,
        name,
        port,
        behaviour,
        lastUpload: office.inbox.last(id)?.sequence ?? 0,
        waiting: office.outbox.waiting(id),
      })),
      scripts: office.scripts.list(),
      requests: office.requests.list().map(({ record: _record, ...request }) => ({
        ...request,
        phones: office.sms.phones(request.id),
      })),
      filed: office.register.list(),
      domains: office.domains.list(),
      answers: office.supervision.answers(),
    }))
    app.get('/control/bureaus/uploads', () => ({ uploads: office.inbox.list() }))
    app.put('/control/bureaus/:bureau/behaviour', (request) => {
      bureaus.behave(bureauOf(request.params), behaviourSchema.parse(request.body))
      return { done: true }
    })
    // The bureau loses its newest files, and asks for them again.
    app.post('/control/bureaus/:bureau/forget', (request) =>
      office.run(() => ({
        forgotten: office.inbox.forgetNewest(
          bureauOf(request.params),
          z.object({ count: z.number().int().min(1).max(1000) }).parse(request.body).count,
        ),
      })),
    )
    app.post('/control/bureaus/scripts', (request, reply) => {
      const script = newReviewScript.parse(request.body)
      return office.run(() => office.scripts.add(script)).then((added) => back(request, reply, added))
    })
    for (const [method, url] of [
      ['DELETE', '/control/bureaus/scripts'],
      ['POST', '/control/bureaus/scripts/clear'],
    ] as const)
      app.route({
        method,
        url,
        handler: async (request, reply) => {
          await office.run(() => office.scripts.clear())
          return back(request, reply, { cleared: true })
        },
      })
    app.post('/control/bureaus/requests/:id/decision', async (request, reply) => {
      const { verdict, opinion } = decision.parse(request.body)
      const { record: _record, ...ended } = await office.decide(idOf(request.params), verdict, opinion)
      return back(request, reply, ended)
    })
    app.post('/control/bureaus/:bureau/supervision', async (request) => {
      await office.supervise(provinceIn(request.params), newSupervision.parse(request.body))
      return { done: true }
    })
    app.post('/control/bureaus/:bureau/filings', async (request) => {
      const { subject, services } = await office.plant(provinceIn(request.params), newPlantedFiling.parse(request.body))
      return { number: subject.filingNumber, services: services.map(({ filingNumber }) => filingNumber) }
    })
    // A name that another registrar reported to the ministry.
    app.post('/control/bureaus/domains', async (request, reply) => {
      const { name } = z.object({ name: z.string().min(4).max(128) }).parse(request.body)
      return back(request, reply, { id: await office.run(() => office.domains.add(name)) })
    })
  }
}

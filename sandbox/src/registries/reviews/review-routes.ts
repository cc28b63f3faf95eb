import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readName } from '../names.ts'
import type { Office } from '../office.ts'
import type { Registry } from '../registry.ts'
import { reviewAllHolders } from './identity-review.ts'
import { decide } from './review-decision.ts'
import { reviewModes } from './review-modes.ts'
import { reviewPage } from './review-page.ts'
import { type Review, reviewKinds } from './review-record.ts'

const empty = (text: string) => text || undefined
const reason = z.string().max(200).transform(empty).optional()
const filter = z.object({
  state: z.enum(['pending', 'passed', 'failed', 'withdrawn']).optional(),
  kind: z.enum(reviewKinds).optional(),
})
const newMode = z.strictObject({
  mode: z.enum(reviewModes),
  suffix: z.string().max(63).transform(empty).optional(),
})
const newScript = z.strictObject({
  kind: z.enum([...reviewKinds, '*']).default('*'),
  pattern: z.string().min(1).max(64).default('*'),
  decision: z.enum(['pass', 'fail', 'by-hand']),
  seconds: z.coerce.number().int().min(0).max(100_000_000).default(0),
  reason,
})
const decision = z.strictObject({ decision: z.enum(['pass', 'fail']), reason })
const numbered = z.object({ review: z.coerce.number().int().positive() })
const refuse = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode })

/** Whoever registers a deleted name again has nothing to do with its old reviews. */
function isAboutTheNameOfNow({ objects, profile }: Office, { subject, createdAt }: Review): boolean {
  const domain = objects.domain(readName(profile, subject))
  return domain !== undefined && domain.crDate <= createdAt
}

/** Reviews at a registry: as a person would make them, and the scripts that make them alone. */
export function reviewRoutes(
  app: FastifyInstance,
  find: (params: unknown) => Registry,
  instant: (iso: string | null) => string,
): void {
  const back = (
    request: { headers: { accept?: string | undefined } },
    reply: { redirect(to: string, code: number): unknown },
    registry: Registry,
    body: unknown,
  ) =>
    request.headers.accept?.includes('text/html')
      ? reply.redirect(`/registries/${registry.profile.id}/reviews`, 303)
      : body

  app.get('/registries/:id/reviews', (request, reply) =>
    reply.type('text/html').send(reviewPage(find(request.params), instant)),
  )
  app.get('/control/registries/:id/reviews', (request) => {
    const { reviews } = find(request.params).office
    return {
      ...reviews.modes.setting,
      scripts: reviews.scripts.list(),
      reviews: reviews.list(filter.parse(request.query)),
    }
  })
  app.post('/control/registries/:id/reviews/mode', async (request, reply) => {
    const registry = find(request.params)
    const { mode, suffix } = newMode.parse(request.body)
    if (mode === 'at-create' && registry.profile.contacts === 'rejected')
      throw refuse(409, 'without contacts nothing but verification codes can be demanded at the create')
    const served = registry.profile.suffixes.find((one) => one.suffix === suffix || one.ascii === suffix)
    if (suffix && !served) throw refuse(404, 'the suffix is not served by this registry')
    const opened = await registry.run(() => {
      const { office } = registry
      office.reviews.modes.set(mode, served?.ascii)
      return office.reviews.modes.isAnyOn ? reviewAllHolders(office) : 0
    })
    return back(request, reply, registry, { ...registry.office.reviews.modes.setting, opened })
  })
  app.post('/control/registries/:id/reviews/holder-changes', async (request, reply) => {
    const registry = find(request.params)
    const { reviewed } = z.strictObject({ reviewed: z.boolean() }).parse(request.body)
    await registry.run(() => {
      registry.office.reviews.holderChanges.reviewed = reviewed
    })
    return back(request, reply, registry, { reviewed })
  })
  app.post('/control/registries/:id/reviews/scripts', async (request, reply) => {
    const registry = find(request.params)
    const asked = newScript.parse(request.body)
    return back(request, reply, registry, await registry.run(() => registry.office.reviews.scripts.add(asked)))
  })
  for (const [method, url] of [
    ['DELETE', '/control/registries/:id/reviews/scripts'],
    ['POST', '/control/registries/:id/reviews/scripts/clear'],
  ] as const)
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const registry = find(request.params)
        await registry.run(() => registry.office.reviews.scripts.clear())
        return back(request, reply, registry, { cleared: true })
      },
    })
  app.post('/control/registries/:id/reviews/:review', async (request, reply) => {
    const registry = find(request.params)
    const asked = decision.parse(request.body)
    const { office } = registry
    const decided = await registry.run(() => {
      const review = office.reviews.find(numbered.parse(request.params).review)
      if (!review) throw refuse(404, 'no such review')
      const isOver = review.kind !== 'identity' && !isAboutTheNameOfNow(office, review)
      // A failed one may pass after all; what was withdrawn or is gone cannot.
      if (review.state === 'withdrawn' || review.state === 'passed' || isOver) throw refuse(409, 'the review is over')
      return decide(office, review, { pass: asked.decision === 'pass', reason: asked.reason })
    })
    return back(request, reply, registry, decided)
  })
}

import { namespaces } from '@yuming/epp'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { rgpStatuses, shownStatuses } from './domain-record.ts'
import { newFault } from './fault-request.ts'
import { readName } from './names.ts'
import { registriesPage, registryPage } from './pages.ts'
import type { Registry } from './registry.ts'
import { reviewsOf } from './reviews/name-review.ts'
import { reviewRoutes } from './reviews/review-routes.ts'

const key = z.object({ id: z.string().max(20) })
const named = key.extend({ name: z.string().max(253) })
const balance = z.strictObject({
  fen: z.coerce.number().int().min(-1e13).max(1e13),
  client: z.enum(['ours', 'rival']).default('ours'),
})
const premiumPrice = z.strictObject({
  name: z.string().min(1).max(253),
  createFen: z.coerce.number().int().min(1).max(1e11),
  renewFen: z.coerce.number().int().min(1).max(1e11).optional(),
})
const status = z.strictObject({
  add: z.array(z.string()).default([]),
  rem: z.array(z.string()).default([]),
  reason: z.string().min(1).max(32).default('Registry action'),
})

/** @param registries by id */
export function registryRoutes(registries: ReadonlyMap<string, Registry>, instant: (iso: string | null) => string) {
  const find = (params: unknown): Registry => {
    const registry = registries.get(key.parse(params).id)
    if (!registry) throw Object.assign(new Error('unknown registry'), { statusCode: 404 })
    return registry
  }
  return (app: FastifyInstance): void => {
    app.get('/registries', (_request, reply) => reply.type('text/html').send(registriesPage([...registries.values()])))
    app.get('/registries/:id', (request, reply) =>
      reply.type('text/html').send(registryPage(find(request.params), instant)),
    )
    const answer = (
      request: { headers: { accept?: string | undefined } },
      reply: { redirect(to: string, code: number): unknown },
      registry: Registry,
      body: unknown,
    ) =>
      request.headers.accept?.includes('text/html') ? reply.redirect(`/registries/${registry.profile.id}`, 303) : body

    reviewRoutes(app, find, instant)
    app.get('/control/registries', () => [...registries.values()].map(summary))
    app.get('/control/registries/:id', (request) => summary(find(request.params)))
    app.post('/control/registries/:id/faults', (request, reply) => {
      const registry = find(request.params)
      return answer(request, reply, registry, registry.faults.add(newFault.parse(request.body)))
    })
    for (const [method, url] of [
      ['DELETE', '/control/registries/:id/faults'],
      ['POST', '/control/registries/:id/faults/clear'],
    ] as const)
      app.route({
        method,
        url,
        handler: (request, reply) => {
          const registry = find(request.params)
          registry.faults.clear()
          return answer(request, reply, registry, { cleared: true })
        },
      })
    app.post('/control/registries/:id/sign-out', (request, reply) => {
      const registry = find(request.params)
      return answer(request, reply, registry, { sessions: registry.signOutAll() })
    })
    app.post('/control/registries/:id/login-warning', (request, reply) => {
      const registry = find(request.params)
      const asked = z.strictObject({ passwordEnds: z.iso.datetime().optional() }).parse(request.body)
      registry.login.passwordEnds = asked.passwordEnds
      return answer(request, reply, registry, asked)
    })
    app.post('/control/registries/:id/balance', async (request, reply) => {
      const registry = find(request.params)
      const asked = balance.parse(request.body)
      const { clientId } = asked.client === 'ours' ? registry.ours : registry.rival
      await registry.run(() => registry.office.accounts.setBalance(clientId, asked.fen))
      return answer(request, reply, registry, { client: clientId, balanceFen: asked.fen })
    })
    app.post('/control/registries/:id/codes', async (request, reply) => {
      const registry = find(request.params)
      const { demand } = z.strictObject({ demand: z.enum(['none', 'refuse', 'hold']) }).parse(request.body)
      // Without the extension no registrar could send what is demanded.
      if (demand !== 'none' && !registry.profile.extensions.includes(namespaces.verificationCode))
        throw Object.assign(new Error('this registry takes no verification codes'), { statusCode: 409 })
      await registry.run(() => {
        registry.office.codes.demand = demand
      })
      return answer(request, reply, registry, { demand })
    })
    app.post('/control/registries/:id/premium', async (request, reply) => {
      const registry = find(request.params)
      const { name, ...price } = premiumPrice.parse(request.body)
      // Without the extension no registrar could learn the price.
      if (!registry.profile.extensions.includes(namespaces.fee))
        throw Object.assign(new Error('this registry tells no fees'), { statusCode: 409 })
      await registry.run(() => registry.office.premium.set(readName(registry.profile, name), price))
      return answer(request, reply, registry, { name, ...price })
    })
    app.post('/control/registries/:id/grab', async (request, reply) => {
      const registry = find(request.params)
      const asked = z.strictObject({ name: z.string().min(1).max(253) }).parse(request.body)
      const domain = await registry.grab(asked.name)
      return answer(request, reply, registry, { name: domain.name, clID: domain.sponsor, crDate: domain.crDate })
    })
    app.get('/control/registries/:id/domains/:name', async (request) => {
      const registry = find(request.params)
      const domain = await registry.look(named.parse(request.params).name)
      if (!domain) throw Object.assign(new Error('not registered'), { statusCode: 404 })
      const { authSha256, ...shown } = domain
      const now = registry.office.clock.now()
      return {
        ...shown,
        hasAuthInfo: authSha256 !== undefined,
        statuses: shownStatuses(domain),
        rgpStatuses: rgpStatuses(domain, now, registry.profile.days.pendingDelete),
        reviews: reviewsOf(registry.office, domain),
      }
    })
    app.get('/control/registries/:id/contacts/:handle', (request) => {
      const { handle } = z.object({ handle: z.string().min(3).max(16) }).parse(request.params)
      const { office } = find(request.params)
      const contact = office.objects.contact(handle)
      if (!contact) throw Object.assign(new Error('no such contact'), { statusCode: 404 })
      const { authSha256, ...shown } = contact
      return { ...shown, hasAuthInfo: authSha256 !== undefined, review: office.reviews.of('identity', handle) ?? null }
    })
    app.post('/control/registries/:id/domains/:name/statuses', async (request) => {
      const asked = status.parse(request.body)
      const domain = await find(request.params).setServerStatuses(named.parse(request.params).name, asked)
      return { name: domain.name, statuses: shownStatuses(domain) }
    })
    app.post('/control/registries/:id/domains/:name/delete', async (request) => {
      const name = named.parse(request.params).name
      const asked = z.strictObject({ reason: z.string().min(1).max(32).default('Naming review failed') })
      await find(request.params).removeByRegistry(name, asked.parse(request.body ?? {}).reason)
      return { name, deleted: true }
    })
  }
}

function summary(registry: Registry) {
  const { profile, office, ours, rival } = registry
  return {
    id: profile.id,
    name: profile.name,
    port: registry.port,
    suffixes: profile.suffixes.map((one) => one.suffix),
    clientId: ours.clientId,
    balanceFen: office.accounts.balance(ours.clientId),
    rivalId: rival.clientId,
    rivalBalanceFen: office.accounts.balance(rival.clientId),
    domains: office.objects.countDomains(ours.clientId),
    waitingMessages: office.messages.count(ours.clientId),
    sessions: registry.sessionCount(),
    maxSessions: profile.maxSessions,
    codes: office.codes.demand,
    reviews: office.reviews.modes.setting,
    faults: registry.faults.list(),
  }
}

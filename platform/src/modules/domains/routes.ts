import type { Finding } from '@yuming/rules'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Clock, chinaDay } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { type CustomerActor, findingSchema, freeRoute, route, textSchema } from '../../kernel/http/index.ts'
import { mustBeConfirmed, takeConfirmation } from '../accounts/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { holderOfName } from '../registrants/index.ts'
import { axesOf } from './axes.ts'
import { closedOperations } from './closed-operations.ts'
import { beginHolderChange } from './commands/begin-holder-change.ts'
import { setAutoRenew } from './commands/set-auto-renew.ts'
import { decisionRoutes } from './decision-routes.ts'
import { holderCandidates } from './holder-candidates.ts'
import { lifeOf } from './life.ts'
import { filterShape, presentListed, rowSchema, stateSchema, tabs } from './listed-domain.ts'
import { matchingRoutes } from './matching-routes.ts'
import { suffixesToVerify } from './must-verify.ts'
import { pendingVerification } from './pending-verification.ts'
import type { FilingOfName } from './ports.ts'
import { countDomains, type DomainRow, listDomains, ownDomain } from './queries.ts'
import { reviewAxes } from './review-axes.ts'
import { type ReviewDeps, reviewFacts } from './review-facts.ts'
import { serviceState } from './service-state.ts'
import { typedAscii } from './typed-ascii.ts'

export interface DomainsRoutesDeps extends ReviewDeps {
  /** What the rules of names say about filing a site under a name of ours (S1-175). */
  filingFindings(registered: Pick<DomainRow, 'name' | 'front'>): readonly Finding[]
  filingOfName(trx: Trx, key: { readonly account: string; readonly ascii: string }): Promise<FilingOfName | undefined>
  readonly clock: Clock
}

const counts = z.object(
  Object.fromEntries(tabs.map((tab) => [tab, z.int()])) as Record<(typeof tabs)[number], z.ZodInt>,
)
const name = z.strictObject({ name: z.string().min(3).max(260) })
const detail = z.object({
  name: z.string(),
  ascii: z.string(),
  suffix: z.string(),
  sentence: textSchema,
  serviceState: stateSchema,
  axes: z.array(
    z.object({
      key: z.string(),
      title: textSchema,
      state: textSchema,
      shape: z.string(),
      tone: z.string(),
      detail: textSchema,
    }),
  ),
  /** The order for a filing (备案) that runs for this name. */
  filingOrder: z.string().nullable(),
  closed: z.array(
    z.object({
      operations: z.array(z.string()).readonly(),
      operation: textSchema,
      why: textSchema,
      until: textSchema.nullable(),
      finding: findingSchema,
    }),
  ),
  life: z.object({
    from: z.string(),
    /** The day that was paid for. */
    expires: z.string(),
    /** The registry's own day, where it is another one; null where it is the same. */
    registryExpires: z.iso.date().nullable(),
    today: z.string(),
    phases: z.array(
      z.object({
        key: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        days: z.int().nullable(),
      }),
    ),
  }),
  autoRenew: z.boolean(),
  registration: z.object({
    template: z.string(),
    /** An agent's template holds it: the contacts here are theirs. */
    agentHeld: z.boolean(),
    identity: z.enum(['unverified', 'reviewing', 'verified', 'failed']),
    holder: textSchema,
    email: z.string(),
    emailVerified: z.boolean(),
    roid: z.string(),
    registry: z.string(),
    /** The shop front where it was registered; null: not kept. */
    front: z.enum(['china', 'international']).nullable(),
    dnssec: z.boolean(),
    nameservers: z.array(z.string()),
    statuses: z.array(z.string()),
    /** Until when WHOIS calls it pendingVerification (EPP has no such status); null: it does not. */
    pendingVerification: z.iso.date().nullable(),
  }),
  raw: z.unknown(),
})

/** My domains, and one domain's page. */
export function domainsRoutes({ clock, ...deps }: DomainsRoutesDeps) {
  const { catalog } = deps
  return (app: FastifyInstance): void => {
    matchingRoutes(app, { clock, catalog })
    decisionRoutes(app)
    const common = { tag: 'domains', who: 'customer', perMinute: 240 } as const
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'domains',
        summary: 'The account’s names, one page at a time',
        query: z.strictObject({
          ...filterShape,
          cursor: z.string().max(500).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        answers: {
          200: z.object({
            items: z.array(rowSchema),
            counts,
            expiries: z.array(z.object({ month: z.string(), count: z.int() })),
            /** What it costs to renew for a year all that end within thirty days. */
            expiringFen: z.int(),
            /** The nearest last day of what waits for the owner. */
            nextDue: z.iso.date().nullable(),
            next: z.string().nullable(),
          }),
        },
      },
      async ({ actor, query }, { trx }) => {
        const today = clock.today()
        const { account } = actor
        const { items, next } = await listDomains(trx, {
          ...query,
          account,
          today,
          verified: suffixesToVerify(catalog),
          q: query.q,
          suffix: query.suffix,
          cursor: query.cursor,
        })
        return {
          items: items.map((row) => presentListed(row, { catalog, today })),
          ...(await shownCounts(trx, { account, today }, catalog)),
          next,
        }
      },
    )
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'domains/:name',
        summary: 'One name with all its states',
        params: name,
        answers: { 200: detail },
      },
      async ({ actor, params }, { trx }) =>
        presentDomain(trx, actor, await ownDomain(trx, actor.account, typedAscii(params.name)), {
          ...deps,
          today: clock.today(),
        }),
    )
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'domains/:name/holder-candidates',
        summary: 'The verified templates to which the name may go, and those to which the rules do not let it',
        params: name,
        answers: {
          200: z.object({
            fit: z.array(z.string()),
            unfit: z.array(z.object({ id: z.string(), name: textSchema, findings: z.array(findingSchema).readonly() })),
          }),
        },
      },
      async ({ actor, params }, { trx }) => {
        const row = await ownDomain(trx, actor.account, typedAscii(params.name))
        const { fit, unfit } = await holderCandidates(trx, row, deps)
        return {
          fit: fit.map(({ id }) => id),
          unfit: unfit.map(({ template, findings }) => ({ id: template.id, name: template.name, findings })),
        }
      },
    )
    freeRoute(
      app,
      {
        ...common,
        who: 'buyer',
        perMinute: 30,
        method: 'POST',
        url: 'domains/:name/holder-change',
        summary:
          'Move the name to a verified template (过户), confirmed by a code to the phone; it cannot be taken back',
        params: name,
        body: z.strictObject({ templateId: z.uuid(), code: z.string().regex(/^[0-9]{6}$/) }),
        answers: { 201: z.object({ task: z.string() }) },
      },
      async ({ actor, params, body }, withTrx) => {
        // A wrong guess is counted, so its transaction commits before the refusal is thrown.
        mustBeConfirmed(
          await withTrx((context) =>
            takeConfirmation({ user: actor.user, purpose: 'holder-change', code: body.code }, context),
          ),
        )
        const { number } = await withTrx((context) =>
          beginHolderChange(
            { ascii: typedAscii(params.name), template: body.templateId },
            { ...context, ...deps, actor },
          ),
        )
        return { task: number }
      },
    )
    route(
      app,
      {
        ...common,
        method: 'PUT',
        url: 'domains/:name/auto-renew',
        summary: 'Switch automatic renewal',
        params: name,
        body: z.strictObject({ on: z.boolean() }),
        answers: { 204: z.null() },
      },
      async ({ actor, params, body }, context) => {
        await setAutoRenew({ account: actor.account, ascii: typedAscii(params.name), on: body.on }, context)
        return null
      },
    )
  }
}

async function shownCounts(trx: Trx, key: { account: string; today: string }, catalog: Catalog) {
  const { ending, ...counted } = await countDomains(trx, { ...key, verified: suffixesToVerify(catalog) })
  const yearOf = (suffix: string) => catalog.suffix(suffix)?.priceFen.renew ?? 0
  const expiringFen = Object.entries(ending).reduce((sum, [suffix, count]) => sum + count * yearOf(suffix), 0)
  return { ...counted, expiringFen }
}

async function presentDomain(
  trx: Trx,
  actor: CustomerActor,
  row: DomainRow,
  deps: Omit<DomainsRoutesDeps, 'clock'> & { readonly today: string },
): Promise<z.input<typeof detail>> {
  const template = await holderOfName(trx, { account: actor.account, template: row.template })
  const expiresOn = chinaDay(row.expires_at)
  const registryDay = chinaDay(row.registry_expires_at ?? row.expires_at)
  const facts = await reviewFacts(trx, row, deps)
  const state = serviceState(facts)
  const filing = await deps.filingOfName(trx, { account: actor.account, ascii: row.ascii })
  const locked = row.statuses.some((status) => /Prohibited$/.test(status))
  return {
    name: row.name,
    ascii: row.ascii,
    suffix: row.suffix,
    serviceState: state,
    sentence: {
      zh: `${state.title.zh}。${state.next.zh}，${expiresOn} 到期。`,
      en: `${state.title.en}. ${state.next.en}. Expires on ${expiresOn}.`,
    },
    axes: axesOf({ ...facts, locked }, reviewAxes(facts), deps.filingFindings(row), filing),
    filingOrder: filing?.state === 'under-way' ? filing.order : null,
    closed: closedOperations(facts).map(({ operations, title, until, finding }) => ({
      operations,
      operation: title,
      why: finding.message,
      until,
      finding,
    })),
    life: {
      ...lifeOf(facts, deps.catalog.on(facts.today).find(row.suffix)?.lifecycle),
      registryExpires: registryDay === expiresOn ? null : registryDay,
    },
    autoRenew: row.auto_renew,
    registration: {
      template: template.id,
      agentHeld: facts.agentHeld ?? false,
      identity: facts.identity,
      holder: template.name,
      email: template.email,
      emailVerified: template.emailVerified,
      roid: row.roid ?? '',
      registry: row.registry,
      front: row.front,
      dnssec: false,
      nameservers: row.nameservers,
      statuses: row.statuses,
      pendingVerification: pendingVerification(facts),
    },
    raw: row.raw,
  }
}

import { checkFiling, decideType, orderTypeNames } from '@yuming/filing'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import type { CustomerActor } from '../../kernel/http/index.ts'
import { freeRoute, route, type WithTrx } from '../../kernel/http/index.ts'
import { type HumanCheckDeps, proofBody } from '../../kernel/human/index.ts'
import { byHandOf } from './by-hand/by-hand.ts'
import { checkOrder } from './check-order.ts'
import { beginOrder } from './commands/begin-order.ts'
import { dropDraft } from './commands/drop-draft.ts'
import { type SavedStep, saveStep } from './commands/save-step.ts'
import { sendAgain } from './commands/send-again.ts'
import { refusals, submitOrder } from './commands/submit-order.ts'
import { withdrawOrder } from './commands/withdraw-order.ts'
import { openDraft } from './draft/draft-box.ts'
import { accessBody, draftBody, serviceBody, subjectBody } from './draft/draft-schemas.ts'
import { beginDraft, stepOneBody } from './draft/step-one.ts'
import { digestsOf } from './facts/digests.ts'
import { type FactsDeps, filingFacts } from './facts/filing-facts.ts'
import { filingSteps, findingsOfStep } from './findings-of-step.ts'
import { challengeRoute } from './human/challenge-route.ts'
import { stepOneCheck } from './human/step-one-check.ts'
import { type LookUpDeps, lookUp } from './look-up.ts'
import { type OrderRow, ownOrder } from './orders.ts'
import { handInPhoto } from './photo/photo-commands.ts'
import type { Bureaus } from './ports.ts'
import { previewRoute } from './preview/preview-route.ts'
import { listOrders, provinceOf } from './queries.ts'
import { runningOf } from './running-of.ts'
import { byNumber, checked, listed, owned, preflight, typeAnswer } from './schemas.ts'
import { tellSmsOutcome } from './sms/tell-sms-outcome.ts'
import { outgoingOf } from './submission/outgoing.ts'
import { type WatchDeps, watchRoute } from './watching/watch-route.ts'

export interface FilingRoutesDeps extends FactsDeps, LookUpDeps, WatchDeps {
  readonly human: HumanCheckDeps
  readonly bureaus: Bureaus
}

const tag = 'filing'
const common = { tag, who: 'customer', perMinute: 120 } as const
const bodyBytes = 262_144
const revision = z.int().min(0).optional().describe('That of the draft that was changed; another one is refused')

/** What a customer does about ICP filings, from the type to the submission. */
export function filingRoutes(deps: FilingRoutesDeps) {
  return (app: FastifyInstance): void => {
    typeRoutes(app, deps)
    orderRoutes(app, deps)
    stepRoutes(app, deps)
    checkRoutes(app, deps)
    previewRoute(app, deps)
    submissionRoutes(app, deps)
  }
}

function typeRoutes(app: FastifyInstance, deps: FilingRoutesDeps): void {
  const checks = stepOneCheck(deps.human)
  challengeRoute(app, checks)
  freeRoute(
    app,
    {
      ...common,
      perMinute: 30,
      method: 'POST',
      url: 'filing-types',
      summary: 'Which kind of order it is, why, and what stands against it; nothing is kept',
      body: stepOneBody.extend({ human: proofBody }),
      bodyBytes,
      answers: { 200: typeAnswer },
    },
    async ({ actor, body: { human, ...body } }, withTrx) => {
      await withTrx((context) => checks.check(human, actor, context))
      const { draft } = await withTrx(({ trx }) => beginDraft(body, { trx, actor, vault: deps.vault }))
      const looked = await lookUp(draft, deps)
      return withTrx(async (context) => {
        const { trx, random, clock } = context
        const { facts } = await filingFacts({ account: actor.account, wish: body.wish, draft }, looked, context, deps)
        const { type, because, wanted, row } = decideType(facts)
        const { number_digest } = await digestsOf(draft.subject, { trx, random, vault: deps.vault })
        return {
          type: type ?? null,
          name: type === undefined ? null : orderTypeNames[type],
          because,
          guide: row,
          wanted,
          findings: checkFiling(facts).findings,
          province: provinceOf(facts.province ?? null),
          byHand:
            type === 'claim'
              ? null
              : byHandOf(draft.services, deps.bureaus.carriage(facts.province ?? null), clock.today()),
          running: await runningOf(trx, { account: actor.account, number_digest, services: draft.services }),
        }
      })
    },
  )
}

function orderRoutes(app: FastifyInstance, deps: FilingRoutesDeps): void {
  const { vault } = deps
  freeRoute(
    app,
    {
      ...common,
      perMinute: 30,
      keyed: true,
      method: 'POST',
      url: 'filings',
      summary: 'Begin an order; its type is computed, its draft is pre-filled from the verified identity',
      body: stepOneBody,
      bodyBytes,
      answers: { 201: z.object({ number: z.string(), type: listed.shape.type }) },
    },
    async ({ actor, body, once }, withTrx) => {
      const { draft } = await withTrx(({ trx }) => beginDraft(body, { trx, actor, vault }))
      const looked = await lookUp(draft, deps)
      return once(async (context) => {
        const { number, type } = await beginOrder(body, looked, { ...context, actor }, deps)
        return { number, type }
      })
    },
  )
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'filings',
      summary: 'Orders of the account, the newest first',
      query: z.strictObject({
        limit: z.coerce.number().int().min(1).max(100).default(20),
        cursor: z.string().max(300).optional(),
      }),
      answers: { 200: z.object({ filings: z.array(owned), next: z.string().nullable() }) },
    },
    async ({ actor, query }, { trx }) =>
      listOrders(trx, { account: actor.account, limit: query.limit, cursor: query.cursor }),
  )
  watchRoute(app, deps)
  route(
    app,
    {
      ...common,
      perMinute: 30,
      method: 'DELETE',
      url: 'filings/:number',
      summary: 'Give an order up; the certificate and the domain are free for another one',
      params: byNumber,
      answers: { 204: z.null() },
    },
    async ({ actor, params }, context) => {
      await dropDraft(params.number, { ...context, actor, vault })
      return undefined
    },
  )
}

function stepRoutes(app: FastifyInstance, deps: FilingRoutesDeps): void {
  const save = <B extends z.ZodType>(
    name: SavedStep['step'],
    summary: string,
    body: B,
    read: (body: z.output<B>) => { saved: SavedStep; revision?: number | undefined },
    about: (typeof filingSteps)[number],
  ) =>
    route(
      app,
      {
        ...common,
        method: 'PUT',
        url: `filings/:number/draft/${name}`,
        summary,
        params: byNumber,
        body,
        bodyBytes,
        answers: { 200: checked },
      },
      async ({ actor, params, body: sent }, context) => {
        const { saved, revision: seen } = read(sent as z.output<B>)
        const order = await saveStep({ number: params.number, revision: seen, saved }, { ...context, actor }, deps)
        const { verdict } = await checkOrder(order, { complete: false }, context, deps)
        return { revision: order.revision, findings: findingsOfStep(verdict.findings, about) }
      },
    )
  save(
    'subject',
    'Save who files; name and paper of a verified identity stay as they are',
    z.strictObject({ subject: subjectBody, revision }),
    ({ subject, revision }) => ({ saved: { step: 'subject', subject }, revision }),
    'subject',
  )
  save(
    'services',
    'Save the sites, Apps and mini-programs of the order',
    z.strictObject({ services: z.array(serviceBody).max(50), revision }),
    ({ services, revision }) => ({ saved: { step: 'services', services }, revision }),
    'services',
  )
  save(
    'access',
    'Save where each service runs',
    z.strictObject({
      access: z.array(z.strictObject({ service: z.string().max(20), access: z.array(accessBody).max(20) })).max(50),
      revision,
    }),
    ({ access, revision }) => ({ saved: { step: 'access', access }, revision }),
    'access',
  )
  save(
    'consent',
    'Agree that the data of subject, principals and papers go to provider and bureau, or take that back',
    z.strictObject({ consent: z.boolean(), revision }),
    ({ consent, revision }) => ({ saved: { step: 'consent', consent }, revision }),
    'order',
  )
  save(
    'cancel-reason',
    'Say why it is cancelled',
    z.strictObject({ reason: draftBody.shape.cancelReason.unwrap(), revision }),
    ({ reason, revision }) => ({ saved: { step: 'cancel-reason', reason }, revision }),
    'order',
  )
}

function checkRoutes(app: FastifyInstance, deps: FilingRoutesDeps): void {
  freeRoute(
    app,
    {
      ...common,
      perMinute: 60,
      method: 'GET',
      url: 'filings/:number/preflight',
      summary: 'The full check before submission, by steps',
      params: byNumber,
      answers: { 200: preflight },
    },
    async ({ actor, params }, withTrx) => {
      const order = await withTrx(({ trx }) => ownOrder(trx, actor.account, params.number))
      const looked = await lookUp(await openDraft(deps.vault, order.draft), deps)
      const { verdict } = await withTrx((context) => checkOrder(order, { complete: true, looked }, context, deps))
      const consent = order.consented_at !== null
      const wire = await wireProblems(order, deps, withTrx)
      return {
        ready: consent && refusals(verdict.findings).length === 0 && wire.length === 0,
        verdict: verdict.verdict,
        consent,
        steps: filingSteps.map((step) => ({ step, findings: findingsOfStep(verdict.findings, step) })),
        wire,
      }
    },
  )
}

function submissionRoutes(app: FastifyInstance, deps: FilingRoutesDeps): void {
  freeRoute(
    app,
    {
      ...common,
      perMinute: 20,
      method: 'POST',
      url: 'filings/:number/submission',
      summary: 'Hand the order in, after the full check; it cannot be changed meanwhile',
      params: byNumber,
      answers: { 201: z.object({ number: z.string(), dueAt: z.string() }) },
    },
    async ({ actor, params }, withTrx) => {
      const order = await withTrx(({ trx }) => ownOrder(trx, actor.account, params.number))
      const looked = await lookUp(await openDraft(deps.vault, order.draft), deps)
      const { number, dueAt } = await withTrx((context) =>
        submitOrder(params.number, looked, { ...context, actor }, deps),
      )
      return { number, dueAt: dueAt.toISOString() }
    },
  )
  route(
    app,
    {
      ...common,
      perMinute: 20,
      method: 'POST',
      url: 'filings/:number/withdrawal',
      summary: 'Take the order back while it has not left for the bureau',
      params: byNumber,
      answers: { 200: z.object({ number: z.string() }) },
    },
    async ({ actor, params }, context) => {
      await withdrawOrder(params.number, { ...context, actor })
      return { number: params.number }
    },
  )
  const acts = (
    url: string,
    summary: string,
    act: (number: string, context: Context & { actor: CustomerActor }) => Promise<unknown>,
  ) =>
    route(
      app,
      {
        ...common,
        perMinute: 20,
        method: 'POST',
        url: `filings/:number/${url}`,
        summary,
        params: byNumber,
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ actor, params }, context) => {
        await act(params.number, { ...context, actor })
        return { number: params.number }
      },
    )
  acts('resubmission', 'Send an order whose check by SMS was missed once more, unchanged', sendAgain)
  acts(
    'photo',
    'Hand in the photograph of the principal, or say that the check in the bureau’s App is done',
    (number, context) => handInPhoto(number, { ...context, account: context.actor.account }),
  )
  route(
    app,
    {
      ...common,
      perMinute: 20,
      method: 'POST',
      url: 'filings/:number/sms-check',
      summary: 'Tell what came of the ministry’s code: its page tells us nothing itself',
      params: byNumber,
      body: z.strictObject({ outcome: z.enum(['confirmed', 'wrong-code']) }),
      answers: { 200: z.object({ wrongCodes: z.int() }) },
    },
    async ({ actor, params, body }, context) => tellSmsOutcome(params.number, body.outcome, { ...context, actor }),
  )
}

/** What the bureau's interface would not take, where its bureau is connected and has sent its tables. */
async function wireProblems(order: OrderRow, { bureaus, vault }: FilingRoutesDeps, withTrx: WithTrx) {
  const bureau = order.province ?? ''
  if (order.type === 'claim' || !bureaus.has(bureau)) return []
  const made = await bureaus.make(bureau, await withTrx(({ trx }) => outgoingOf(trx, order, { vault })))
  return made.ok ? [] : made.problems.filter(({ ours }) => !ours).map(({ field, message }) => ({ field, message }))
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, route, type ShopFronts } from '../../../kernel/http/index.ts'
import { type Catalog, pointedTo } from '../../catalog/index.ts'
import { findOrder } from '../queries.ts'
import { nextSteps } from './next-steps.ts'
import { registeredLines } from './registered-lines.ts'

const day = z.iso.date().nullable()
const step = z.object({
  key: z.enum(['identity', 'filing', 'auto-renew']),
  names: z.array(z.string()).readonly(),
  state: z.enum(['now', 'reviewing', 'waits', 'open', 'closed', 'unknown', 'done']),
  turn: z.enum(['you', 'we', 'bureau']).nullable(),
  by: day,
  earliest: day,
  latest: day,
  sure: z.boolean(),
  findings: z.array(findingSchema).readonly(),
})

/** What to do after a registration: verification, ICP filing with its earliest day, automatic renewal (S1-92, S1-93). */
export function nextStepsRoute({ catalog, fronts }: { catalog: Catalog; fronts: ShopFronts }) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        method: 'GET',
        url: 'orders/:number/next',
        summary: 'What to do next with the names that an order has registered, each with its days',
        tag: 'orders',
        who: 'customer',
        perMinute: 240,
        params: z.strictObject({ number: z.string().regex(/^\d{8,24}$/) }),
        answers: { 200: z.object({ steps: z.array(step) }) },
      },
      async ({ actor, params, request }, { trx, clock }) => {
        const whole = await findOrder(trx, { account: actor.account, number: params.number })
        if (whole.order.kind !== 'register') return { steps: [] }
        const day = clock.today()
        const other = fronts.other(fronts.of(request.host))
        const steps = nextSteps(await registeredLines(trx, whole, { catalog, fronts, day }), day)
        return { steps: steps.map((step) => ({ ...step, findings: pointedTo(step.findings, other) })) }
      },
    )
  }
}

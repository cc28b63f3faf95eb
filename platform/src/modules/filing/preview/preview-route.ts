import { paperKinds } from '@yuming/filing'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Trx } from '../../../kernel/database/index.ts'
import { freeRoute, textSchema } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { hiddenNumber } from '../draft/hidden-numbers.ts'
import { stepOf } from '../findings-of-step.ts'
import { type OrderRow, ownOrder } from '../orders.ts'
import type { Bureaus, ShownRecord } from '../ports.ts'
import { byNumber } from '../schemas.ts'
import { outgoingOf } from '../submission/outgoing.ts'

/** A record as its bureau reads it. */
export const sentShape = z.object({
  operation: z.string(),
  parts: z.array(
    z.object({
      part: z.enum(['subject', 'service', 'order']),
      at: z.int(),
      fields: z.array(
        z.object({
          field: z.string(),
          /** Step of the wizard where it is changed. */
          step: z.string(),
          label: textSchema,
          value: z.string(),
          /** What the bureau's tables have for it. */
          codes: z.array(z.int()).readonly(),
        }),
      ),
    }),
  ),
  papers: z
    .array(
      z.object({
        kind: z.enum(paperKinds),
        service: z.string().nullable(),
        /** What the bureau calls it; null: it has no use for it, and it stays with us. */
        purpose: z.string().nullable(),
      }),
    )
    .readonly(),
  /** Words for which the bureau's tables have no code. */
  problems: z.array(z.object({ field: z.string(), message: textSchema })),
})

const preview = z.object({
  /** By which number the draft was looked at; another one has another preview. */
  revision: z.int(),
  /** Null where the bureau is not connected, or nothing is sent to it: then only the draft can be shown. */
  sent: sentShape.nullable(),
})

export interface PreviewDeps {
  readonly bureaus: Bureaus
  readonly vault: Vault
}

/** What the bureau will see of an order, field by field, before it leaves. */
export function previewRoute(app: FastifyInstance, deps: PreviewDeps): void {
  freeRoute(
    app,
    {
      tag: 'filing',
      who: 'customer',
      perMinute: 60,
      method: 'GET',
      url: 'filings/:number/preview',
      summary:
        'What the bureau will see: every field as it is sent, with the bureau’s own word for each code, and the papers',
      params: byNumber,
      answers: { 200: preview },
    },
    async ({ actor, params }, withTrx) => {
      const order = await withTrx(({ trx }) => ownOrder(trx, actor.account, params.number))
      return { revision: order.revision, sent: await shownAs(order, deps, withTrx) }
    },
  )
}

async function shownAs(
  order: OrderRow,
  { bureaus, vault }: PreviewDeps,
  withTrx: <T>(work: (context: { trx: Trx }) => Promise<T>) => Promise<T>,
) {
  const bureau = order.province ?? ''
  if (order.type === 'claim' || !bureaus.has(bureau)) return null
  const { parts, ...shown } = shownWhole(
    await bureaus.show(bureau, await withTrx(({ trx }) => outgoingOf(trx, order, { vault }))),
  )
  return {
    ...shown,
    parts: parts.map(({ fields, ...part }) => ({
      ...part,
      fields: fields.map((one) => ({
        ...one,
        // The bureau reads the whole number; a screen shows no more than its end.
        value: one.field.endsWith('certificate.number') ? hiddenNumber(one.value) : one.value,
      })),
    })),
  }
}

/** The same with whole numbers, for whoever enters it. */
export function shownWhole({ parts, problems, ...shown }: ShownRecord) {
  return {
    ...shown,
    parts: parts.map(({ fields, ...part }) => ({
      ...part,
      fields: fields.map((one) => ({ ...one, step: stepOf(one.field) })),
    })),
    problems: problems.map(({ field, message }) => ({ field, message })),
  }
}

import { z } from 'zod'
import { findingSchema, textSchema } from '../../kernel/http/index.ts'
import { channelMethods } from './states.ts'

const fen = z.int().nonnegative()
const lineAnswer = z.object({
  id: z.string(),
  name: z.string(),
  ascii: z.string(),
  suffix: z.string(),
  years: z.int(),
  unitText: z.string(),
  discountFen: fen,
  subtotalFen: fen,
  premium: z.boolean(),
  state: z.enum(['waiting', 'executing', 'unknown', 'succeeded', 'failed', 'refunded']),
  task: z.string().nullable(),
  expiresOn: z.string().nullable(),
  findings: z.array(findingSchema),
  detail: textSchema,
  /** Where its money is, of a line that came to nothing; `operator`: finance staff see to it. */
  refundTo: z.enum(['balance', 'channel', 'operator']).nullable(),
  registry: z.object({ code: z.int(), message: z.string(), clTRID: z.string(), svTRID: z.string() }).optional(),
})
/** An order as the API answers it. */
export const orderAnswer = z.object({
  number: z.string(),
  kind: z.enum(['register', 'renew']),
  state: z.enum(['awaiting-payment', 'processing', 'succeeded', 'partly-succeeded', 'failed', 'closed']),
  createdAt: z.string(),
  paidAt: z.string().nullable(),
  payBy: z.string(),
  /** The shop front where it was made; null: not kept, or made by the platform itself. */
  front: z.enum(['china', 'international']).nullable(),
  method: z.enum(['balance', ...channelMethods]).nullable(),
  totalFen: fen,
  refundedFen: fen,
  lines: z.array(lineAnswer),
  timeline: z.array(
    z.object({
      key: z.string(),
      title: textSchema,
      detail: textSchema,
      at: z.string().nullable(),
      state: z.enum(['done', 'now', 'coming', 'failed']),
      turn: z.enum(['you', 'we', 'registry']).optional(),
    }),
  ),
})

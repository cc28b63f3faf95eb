import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route, textSchema } from '../../kernel/http/index.ts'
import { inboxOf, unreadOf } from './queries.ts'

const pageSize = 30
export const deliverySchema = z.object({
  channel: z.enum(['mail', 'sms']),
  to: z.string(),
  state: z.enum(['queued', 'sent', 'failed']),
  sentAt: z.string().nullable(),
  digest: z.string().nullable(),
  answer: z.string().nullable(),
})
const message = z.object({
  id: z.string(),
  kind: z.string(),
  subject: textSchema,
  text: textSchema,
  link: z.string().nullable(),
  about: z.string().nullable(),
  at: z.string(),
  readAt: z.string().nullable(),
  sent: z.array(deliverySchema).readonly(),
})

/** The inbox of an account (消息): what it was told, whether it is read, and proof of how it left. */
export function noticesRoutes(app: FastifyInstance): void {
  const common = { tag: 'messages', who: 'customer', perMinute: 120 } as const
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'messages',
      summary: 'What the account was told, the newest first, with proof of sending',
      query: z.strictObject({ after: z.uuid().optional(), unread: z.enum(['true', 'false']).optional() }),
      answers: { 200: z.object({ messages: z.array(message), unread: z.int(), next: z.string().nullable() }) },
    },
    async ({ actor, query }, { trx }) => {
      const { account } = actor
      const messages = await inboxOf(trx, {
        account,
        unread: query.unread === 'true',
        after: query.after,
        limit: pageSize,
      })
      const last = messages.length === pageSize ? messages.at(-1)?.id : undefined
      return { messages, unread: await unreadOf(trx, account), next: last ?? null }
    },
  )
  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'messages/unread',
      summary: 'How many messages are not read',
      answers: { 200: z.object({ unread: z.int() }) },
    },
    async ({ actor }, { trx }) => ({ unread: await unreadOf(trx, actor.account) }),
  )
  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'messages/read',
      summary: 'Mark messages as read: those named, or all',
      body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(100).optional() }),
      answers: { 200: z.object({ unread: z.int() }) },
    },
    async ({ actor, body }, { trx, clock }) => {
      let rows = trx
        .updateTable('message')
        .set({ read_at: clock.now() })
        .where('account', '=', actor.account)
        .where('read_at', 'is', null)
      if (body.ids) rows = rows.where('id', 'in', body.ids)
      await rows.execute()
      return { unread: await unreadOf(trx, actor.account) }
    },
  )
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { route } from '../../kernel/http/index.ts'
import { deletionsOf } from '../../kernel/vault/index.ts'
import { contactsLetGo } from '../domains/index.ts'

const pageSize = 50
const certificate = z.object({
  item: z.string(),
  purpose: z.string(),
  kind: z.string().nullable(),
  sealedAt: z.string(),
  keptUntil: z.string(),
  because: z.enum(['kept-long-enough', 'taken-back', 'consent-withdrawn', 'template-deleted']),
  deletedAt: z.string(),
  entry: z.object({ seq: z.int(), hash: z.string() }),
})
/** A holder's contact that a registry keeps; null: not deleted there yet, with the registry's words where it said why. */
const contact = z.object({
  registry: z.string(),
  handle: z.string(),
  removedAt: z.string().nullable(),
  keptBecause: z.string().nullable(),
})

/** What was kept sealed of an account and is destroyed: its owner may always ask (PIPL art. 44, 47). */
export function deletionRoutes() {
  return (app: FastifyInstance): void =>
    route(
      app,
      {
        tag: 'verification',
        who: 'customer',
        perMinute: 60,
        method: 'GET',
        url: 'deletions',
        summary:
          'Certificates of deletion: what was kept sealed, why keeping it ended, when it was destroyed; with the first page, contacts at registries',
        query: z.strictObject({ after: z.uuid().optional() }),
        answers: {
          200: z.object({
            certificates: z.array(certificate),
            contacts: z.array(contact),
            next: z.string().nullable(),
          }),
        },
      },
      async ({ actor, query }, { trx }) => {
        const certificates = await deletionsOf(trx, { account: actor.account, after: query.after, limit: pageSize })
        const contacts = query.after === undefined ? await contactsLetGo(trx, actor.account) : []
        return {
          certificates,
          contacts,
          next: certificates.length === pageSize ? (certificates.at(-1)?.item ?? null) : null,
        }
      },
    )
}

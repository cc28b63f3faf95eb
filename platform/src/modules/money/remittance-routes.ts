import type { FastifyInstance } from 'fastify'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { route } from '../../kernel/http/index.ts'
import { announceRemittance } from './commands/announce-remittance.ts'
import { receiveRemittance } from './commands/receive-remittance.ts'
import { RemittanceEnded, RemittanceNotFound, RemittanceNotOffered } from './errors.ts'
import type { RemittanceTable } from './tables.ts'

/** Where customers send money to; shown to those who are signed in. */
export interface BankAccount {
  readonly payee: string
  readonly bank: string
  readonly account: string
}

const fen = z.int().min(1).max(1_000_000_000)
const answer = z.object({
  id: z.string(),
  reference: z.string(),
  fen: z.int(),
  state: z.enum(['announced', 'received', 'withdrawn']),
  announcedAt: z.string(),
  receivedFen: z.int().nullable(),
  receivedOn: z.string().nullable(),
})
const bank = z.object({ payee: z.string(), bank: z.string(), account: z.string() })
const byId = z.strictObject({ id: z.uuid() })
const tag = 'balance'

/** Remittance and company transfer (线下汇款、对公转账, S0-28): announced by the owner, credited by finance staff. */
export function remittanceRoutes({ to }: { to: BankAccount | undefined }) {
  return (app: FastifyInstance): void => {
    const owner = { tag, who: 'owner', perMinute: 60 } as const
    route(
      app,
      {
        ...owner,
        method: 'GET',
        url: 'balance/remittances',
        summary: 'Where to send money by bank, and what was announced; `to` is null where it is not offered',
        answers: { 200: z.object({ to: bank.nullable(), remittances: z.array(answer) }) },
      },
      async ({ actor }, { trx }) => ({
        to: to ?? null,
        remittances: (
          await trx
            .selectFrom('remittance')
            .selectAll()
            .where('account', '=', actor.account)
            .orderBy('announced_at', 'desc')
            .limit(100)
            .execute()
        ).map(present),
      }),
    )
    route(
      app,
      {
        ...owner,
        method: 'POST',
        url: 'balance/remittances',
        summary: 'Announce a transfer; the answer has the reference for its remark',
        body: z.strictObject({ amountFen: fen }),
        answers: { 201: z.object({ id: z.string(), reference: z.string(), to: bank }) },
      },
      async ({ actor, body }, context) => {
        if (!to) throw RemittanceNotOffered()
        return { ...(await announceRemittance({ account: actor.account, fen: body.amountFen }, context)), to }
      },
    )
    route(
      app,
      {
        ...owner,
        method: 'DELETE',
        url: 'balance/remittances/:id',
        summary: 'Withdraw an announced transfer that was not sent',
        params: byId,
        answers: { 204: z.null() },
      },
      async ({ actor, params }, { trx }) => {
        const known = await trx
          .selectFrom('remittance')
          .select('state')
          .where('id', '=', params.id)
          .where('account', '=', actor.account)
          .forUpdate()
          .executeTakeFirst()
        if (!known) throw RemittanceNotFound()
        if (known.state !== 'announced') throw RemittanceEnded()
        await trx.updateTable('remittance').set({ state: 'withdrawn' }).where('id', '=', params.id).execute()
        return undefined
      },
    )
    const finance = { tag, who: 'operator', role: 'finance', perMinute: 120 } as const
    route(
      app,
      {
        ...finance,
        method: 'GET',
        url: 'operator/remittances',
        summary:
          'Transfers that were announced and have not arrived, oldest first; with `reference`, that one in any state',
        query: z.strictObject({ reference: z.string().max(20).optional() }),
        answers: { 200: z.object({ remittances: z.array(answer) }) },
      },
      async ({ query }, { trx }) => {
        const all = trx.selectFrom('remittance').selectAll().orderBy('announced_at').limit(500)
        const chosen =
          query.reference === undefined
            ? all.where('state', '=', 'announced')
            : all.where('reference', '=', query.reference.trim().toUpperCase())
        return { remittances: (await chosen.execute()).map(present) }
      },
    )
    route(
      app,
      {
        ...finance,
        method: 'POST',
        url: 'operator/remittances/:id/receive',
        summary: 'The transfer is on the bank statement: credit it, once for each entry of the bank',
        params: byId,
        body: z.strictObject({
          amountFen: fen,
          bankReference: z.string().trim().min(4).max(64),
          receivedOn: z.iso.date(),
        }),
        answers: { 204: z.null() },
      },
      async ({ actor, params, body }, context) => {
        const { amountFen, ...entry } = body
        await receiveRemittance({ ...params, ...entry, fen: amountFen }, { ...context, actor })
        return undefined
      },
    )
  }
}

function present(row: Selectable<RemittanceTable>): z.input<typeof answer> {
  return {
    id: row.id,
    reference: row.reference,
    fen: row.fen,
    state: row.state,
    announcedAt: row.announced_at.toISOString(),
    receivedFen: row.received_fen,
    receivedOn: row.received_on,
  }
}

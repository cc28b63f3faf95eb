import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { ledgerAccounts } from '../accounts.ts'
import { BankEntryUsed, RemittanceEnded, RemittanceNotFound } from '../errors.ts'
import { post } from '../post.ts'

export interface BankEntry {
  readonly id: string
  /** What arrived, which may differ from what was announced. */
  readonly fen: number
  /** The bank's number of the entry on the statement. */
  readonly bankReference: string
  /** YYYY-MM-DD. */
  readonly receivedOn: string
}

/**
 * Finance staff have found the transfer on the bank statement: the customer's balance has it, once.
 * @throws RemittanceNotFound, RemittanceEnded, BankEntryUsed
 */
export async function receiveRemittance(
  { id, fen, bankReference, receivedOn }: BankEntry,
  { trx, clock, actor }: Context & { actor: OperatorActor },
): Promise<void> {
  const known = await trx.selectFrom('remittance').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!known) throw RemittanceNotFound()
  if (known.state !== 'announced') throw RemittanceEnded()
  const posted = await post(
    trx,
    {
      key: `remittance/${bankReference}`,
      kind: 'balance.remittance',
      subject: known.reference,
      lines: [
        { account: ledgerAccounts.channel('bank'), fen: -fen },
        { account: ledgerAccounts.balance(known.account), fen },
      ],
    },
    clock,
  )
  if (!posted) throw BankEntryUsed()
  await trx
    .updateTable('remittance')
    .set({
      state: 'received',
      received_fen: fen,
      bank_reference: bankReference,
      received_on: receivedOn,
      received_by: actor.user,
      received_at: clock.now(),
    })
    .where('id', '=', id)
    .execute()
  await record(
    {
      action: 'remittance.received',
      subject: known.reference,
      detail: { announcedFen: known.fen, receivedFen: fen, bankReference, receivedOn },
    },
    { trx, clock, actor },
  )
}

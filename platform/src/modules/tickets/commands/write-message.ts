import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { contactOf } from '../../accounts/index.ts'
import { tell } from '../../notices/index.ts'
import { answerDue } from '../answer-due.ts'
import { ticketClosed, ticketNotFound } from '../errors.ts'
import { nextTicketState } from '../states.ts'

/**
 * Adds what somebody wrote; then it is the other's turn. An answer of ours is told to the account.
 * @throws ticketNotFound (also for another account's), ticketClosed
 */
export async function writeMessage(
  { number, by, text }: { number: string; by: 'customer' | 'staff'; text: string },
  { trx, clock, random, actor }: Context,
): Promise<void> {
  const known = await lockTicket({ number, actor }, trx)
  const state = nextTicketState(known.state, by === 'customer' ? 'ask' : 'answer')
  if (state === undefined) throw ticketClosed()
  await trx
    .insertInto('ticket_message')
    .values({
      ticket: known.id,
      at: clock.now(),
      by,
      author: actor.kind === 'system' ? actor.name : actor.user,
      text,
    })
    .execute()
  // A question added to an open one does not put the answer off.
  const due = state === 'waiting' ? (known.due_at ?? answerDue(clock)) : null
  await trx.updateTable('ticket').set({ state, due_at: due }).where('id', '=', known.id).execute()
  await record(
    { action: by === 'customer' ? 'ticket.asked' : 'ticket.answered', subject: number },
    { trx, clock, actor },
  )
  if (by === 'customer') return
  const { locale, email } = await contactOf(trx, known.account)
  await tell(
    {
      kind: 'ticket.answered',
      account: known.account,
      subject: number,
      locale,
      to: [{ email }],
      parameters: { number, name: known.name, link: `/tickets/${number}` },
    },
    { trx, clock, random },
  )
}

/** Ends a ticket, by either side. @throws ticketNotFound, ticketClosed */
export async function closeTicket(number: string, { trx, clock, actor }: Context): Promise<void> {
  const known = await lockTicket({ number, actor }, trx)
  if (nextTicketState(known.state, 'close') === undefined) throw ticketClosed()
  await trx
    .updateTable('ticket')
    .set({ state: 'closed', closed_at: clock.now(), due_at: null })
    .where('id', '=', known.id)
    .execute()
  await record({ action: 'ticket.closed', subject: number }, { trx, clock, actor })
}

async function lockTicket({ number, actor }: { number: string } & Pick<Context, 'actor'>, trx: Context['trx']) {
  let rows = trx.selectFrom('ticket').selectAll().where('number', '=', number)
  if (actor.kind !== 'operator') rows = rows.where('account', '=', actor.kind === 'customer' ? actor.account : '')
  const known = await rows.forUpdate().executeTakeFirst()
  if (!known) throw ticketNotFound()
  return known
}

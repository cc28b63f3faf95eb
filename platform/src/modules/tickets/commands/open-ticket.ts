import { askForHelpAfter } from '@yuming/identity'
import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { ownDomain, type ReviewDeps } from '../../domains/index.ts'
import { answerDue } from '../answer-due.ts'
import { attachedOf } from '../attached.ts'
import { ticketTooSoon } from '../errors.ts'
import { writeMessage } from './write-message.ts'

/**
 * Hands a name whose holder failed repeatedly to a person, with everything attached. Asked again while one is open, the
 * words are added to that one.
 * @throws DomainNotFound, ticketTooSoon
 */
export async function openTicket(
  { ascii, text }: { ascii: string; text: string },
  deps: ReviewDeps,
  context: Context & { actor: CustomerActor },
): Promise<{ number: string }> {
  const { trx, actor, clock, random } = context
  const domain = await ownDomain(trx, actor.account, ascii, { lock: true })
  const open = await trx
    .selectFrom('ticket')
    .select('number')
    .where('account', '=', actor.account)
    .where('ascii', '=', ascii)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  if (open) {
    await writeMessage({ number: open.number, by: 'customer', text }, context)
    return open
  }
  const attached = await attachedOf(trx, actor, domain, { ...deps, today: clock.today() })
  if (attached.failures < askForHelpAfter) throw ticketTooSoon()
  const { rows } = await sql<{ number: string }>`select nextval('ticket_number')::text as number`.execute(trx)
  const number = `GD-${(rows[0]?.number ?? '').padStart(5, '0')}`
  const id = random.uuid()
  const now = clock.now()
  await trx
    .insertInto('ticket')
    .values({
      id,
      number,
      account: actor.account,
      ascii,
      name: domain.name,
      state: 'waiting',
      attached: JSON.stringify(attached),
      opened_at: now,
      due_at: answerDue(clock),
      closed_at: null,
    })
    .execute()
  await trx
    .insertInto('ticket_message')
    .values({ ticket: id, at: now, by: 'customer', author: actor.user, text })
    .execute()
  await record({ action: 'ticket.opened', subject: number, detail: { ascii } }, { trx, clock, actor })
  return { number }
}

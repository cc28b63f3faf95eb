import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { emailVerified } from '../accounts/index.ts'
import { changeHold } from './change-hold.ts'

/** Puts the names of a template whose address was not proved on `clientHold`. */
export const holdUnproved: DeadlineHandler = async ({ subject: template }, { trx, clock, random }) => {
  const holder = await trx
    .selectFrom('registrant_template')
    .select(['account', 'email'])
    .where('id', '=', template)
    .executeTakeFirst()
  if (!holder || (await emailVerified(trx, holder.account, holder.email))) return
  const held = await trx
    .updateTable('domain')
    .set({ email_held_at: clock.now() })
    .where('template', '=', template)
    .where('email_held_at', 'is', null)
    .where('released_at', 'is', null)
    .returning(['ascii', 'account'])
    .execute()
  for (const { ascii, account } of held)
    await changeHold(trx, { ascii, account, add: ['clientHold'], remove: [], reason: 'email-duty' }, { clock, random })
}

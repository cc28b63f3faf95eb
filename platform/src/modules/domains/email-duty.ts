import { chinaDay } from '../../kernel/clock/index.ts'
import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { emailVerified } from '../accounts/index.ts'
import { type EmailDuty, nextOfEmailDuty, tellHolder } from '../registrants/index.ts'
import { changeHold } from './change-hold.ts'

/**
 * Reminds a holder whose new address is not proved, by mail to it and by SMS, and puts the names of the template on
 * `clientHold` when the fifteen days are over (ICANN 2013 RAA, WHOIS Accuracy Program §1).
 */
export const keepEmailDuty: DeadlineHandler = async ({ subject: template, payload }, context) => {
  const { trx, clock, random } = context
  const holder = await trx
    .selectFrom('registrant_template')
    .select(['account', 'email'])
    .where('id', '=', template)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!holder || (await emailVerified(trx, holder.account, holder.email))) return
  const { due } = payload as Partial<EmailDuty>
  if (due !== undefined && clock.now().getTime() < Date.parse(due)) {
    const parameters = { by: chinaDay(new Date(due)), link: '/templates' }
    await tellHolder({ template, kind: 'email.verify-soon', subject: template, parameters }, context)
    return nextOfEmailDuty(template, { due }, context)
  }
  const held = await trx
    .updateTable('domain')
    .set({ email_held_at: clock.now() })
    .where('template', '=', template)
    .where('email_held_at', 'is', null)
    .where('released_at', 'is', null)
    .returning(['name', 'ascii', 'account'])
    .execute()
  for (const { ascii, account } of held)
    await changeHold(trx, { ascii, account, add: ['clientHold'], remove: [], reason: 'email-duty' }, { clock, random })
  if (held.length > 0)
    await tellHolder(
      {
        template,
        kind: 'domain.email-held',
        subject: template,
        parameters: {
          names: held.map(({ name }) => name).join(', '),
          by: chinaDay(due === undefined ? clock.now() : new Date(due)),
          link: '/templates',
        },
      },
      context,
    )
}

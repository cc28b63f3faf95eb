import { chinaDay } from '../../kernel/clock/index.ts'
import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import { emailVerified, localeOf } from '../accounts/index.ts'
import { notify } from '../notices/index.ts'
import { type EmailDuty, nextOfEmailDuty } from '../registrants/index.ts'
import { changeHold } from './change-hold.ts'

/**
 * Reminds a holder whose new address is not proved, by mail to it and by SMS, and puts the names of the template on
 * `clientHold` when the fifteen days are over (ICANN 2013 RAA, WHOIS Accuracy Program §1).
 */
export function keepEmailDuty({ origin }: { origin: string }): DeadlineHandler {
  return async ({ subject: template, payload }, context) => {
    const { trx, clock, random } = context
    const holder = await trx
      .selectFrom('registrant_template')
      .select(['account', 'email', 'phone'])
      .where('id', '=', template)
      .executeTakeFirst()
    if (!holder || (await emailVerified(trx, holder.account, holder.email))) return
    const { due } = payload as Partial<EmailDuty>
    if (due !== undefined && clock.now().getTime() < Date.parse(due)) {
      const locale = await localeOf(trx, holder.account)
      const common = {
        kind: 'email.verify-soon',
        account: holder.account,
        locale,
        parameters: { by: chinaDay(new Date(due)), link: `${origin}/templates` },
      } as const
      await notify({ ...common, to: { email: holder.email } }, { trx, clock, random })
      // Short messages reach mainland numbers; elsewhere the mail is what there is.
      if (holder.phone.startsWith('+86.1'))
        await notify({ ...common, to: { phone: holder.phone.replace('.', '') } }, { trx, clock, random })
      return nextOfEmailDuty(template, { due }, context)
    }
    const held = await trx
      .updateTable('domain')
      .set({ email_held_at: clock.now() })
      .where('template', '=', template)
      .where('email_held_at', 'is', null)
      .where('released_at', 'is', null)
      .returning(['ascii', 'account'])
      .execute()
    for (const { ascii, account } of held)
      await changeHold(
        trx,
        { ascii, account, add: ['clientHold'], remove: [], reason: 'email-duty' },
        { clock, random },
      )
  }
}

import type { Context } from '../../../kernel/context.ts'
import { contactOf } from '../../accounts/index.ts'
import { type NoticeKind, type NoticeParameters, tell } from '../../notices/index.ts'

/**
 * Tells a holder by mail and SMS at the template's addresses, and the account that manages it by mail and in its inbox.
 * Nothing when there is no such template.
 */
export async function tellHolder<K extends NoticeKind>(
  {
    template,
    also,
    manager,
    phone,
    ...message
  }: {
    readonly template: string
    /** Whose name it is: where an agent's template holds it, they are told, and not the agent (S1-165). */
    readonly manager?: string
    /** Theirs, where it is known. */
    readonly phone?: string | null
    /** Another template of the account whose holder is told as well. */
    readonly also?: string
    readonly kind: K
    readonly subject?: string
    readonly parameters: NoticeParameters<K>
  },
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const { trx } = context
  const holder = await trx
    .selectFrom('registrant_template')
    .select(['account', 'email', 'phone'])
    .where('id', '=', template)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!holder) return
  if (manager !== undefined && manager !== holder.account) {
    const { locale, ...contact } = await contactOf(trx, manager)
    return tell({ ...message, account: manager, locale, to: [{ ...contact, ...(phone ? { phone } : {}) }] }, context)
  }
  const { locale, email } = await contactOf(trx, holder.account)
  const other = also
    ? await trx
        .selectFrom('registrant_template')
        .select(['email', 'phone'])
        .where('id', '=', also)
        .where('account', '=', holder.account)
        .where('erased_at', 'is', null)
        .execute()
    : []
  await tell({ ...message, account: holder.account, locale, to: [holder, ...other, { email }] }, context)
}

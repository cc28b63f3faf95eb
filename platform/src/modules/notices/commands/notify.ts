import type { Context } from '../../../kernel/context.ts'
import type { NoticeKind, NoticeParameters } from '../texts.ts'

export interface Notice<K extends NoticeKind> {
  readonly kind: K
  readonly account?: string
  /** The message of the inbox that this brings to somebody. */
  readonly message?: string
  readonly to: { readonly email: string } | { readonly phone: string }
  readonly locale: 'zh' | 'en'
  readonly parameters: NoticeParameters<K>
}

/** Puts a message into the outbox, in the caller's transaction: it leaves if and only if that commits. */
export async function notify<K extends NoticeKind>(
  { kind, account, message, to, locale, parameters }: Notice<K>,
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const now = clock.now()
  await trx
    .insertInto('notice')
    .values({
      id: random.uuid(),
      account: account ?? null,
      message: message ?? null,
      channel: 'email' in to ? 'mail' : 'sms',
      recipient: 'email' in to ? to.email : to.phone,
      kind,
      locale,
      parameters: JSON.stringify(parameters),
      state: 'queued',
      next_at: now,
      created_at: now,
      sent_at: null,
      proof: null,
    })
    .execute()
}

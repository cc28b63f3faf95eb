import type { Context } from '../../../kernel/context.ts'
import type { NoticeKind, NoticeParameters } from '../texts.ts'
import { notify } from './notify.ts'

/** A person to be told, as a template or an account knows them; `phone` in E.164 with a dot after the country code. */
export interface Addressee {
  readonly email?: string | null
  readonly phone?: string | null
}

export interface Message<K extends NoticeKind> {
  readonly kind: K
  readonly account: string
  /** A name, the number of an order or of a case. */
  readonly subject?: string
  readonly to: readonly Addressee[]
  readonly locale: 'zh' | 'en'
  readonly parameters: NoticeParameters<K>
}

/** Short messages reach mainland numbers; elsewhere the mail is what there is. */
const reachable = (phone: string) => phone.startsWith('+86.1')

/** Tells an account in its inbox, and people by mail and SMS, each address once, in the caller's transaction. */
export async function tell<K extends NoticeKind>(
  { kind, account, subject, to, locale, parameters }: Message<K>,
  { trx, clock, random }: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const message = random.uuid()
  await trx
    .insertInto('message')
    .values({
      id: message,
      account,
      kind,
      subject: subject ?? null,
      parameters: JSON.stringify(parameters),
      created_at: clock.now(),
      read_at: null,
    })
    .execute()
  const emails = new Set(to.flatMap(({ email }) => email?.toLowerCase() ?? []))
  const phones = new Set(to.flatMap(({ phone }) => (phone && reachable(phone) ? [phone.replace('.', '')] : [])))
  for (const target of [...[...emails].map((email) => ({ email })), ...[...phones].map((phone) => ({ phone }))])
    await notify({ kind, account, message, to: target, locale, parameters }, { trx, clock, random })
}

import type { Text } from '@yuming/rules'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/database/index.ts'
import { renderNotice } from './texts.ts'

/** One way by which a message left, with the proof of it (发送凭证). */
export interface Delivery {
  readonly channel: 'mail' | 'sms'
  /** The address, all but its ends left out. */
  readonly to: string
  readonly state: 'queued' | 'sent' | 'failed'
  readonly sentAt: string | null
  /** SHA-256 of subject and text, hex. */
  readonly digest: string | null
  /** What the other side answered. */
  readonly answer: string | null
}

export interface InboxMessage {
  readonly id: string
  readonly kind: string
  readonly subject: Text
  readonly text: Text
  /** Path below the console where something can be done about it. */
  readonly link: string | null
  readonly about: string | null
  readonly at: string
  readonly readAt: string | null
  readonly sent: readonly Delivery[]
}

interface Wanted {
  readonly account: string
  readonly unread: boolean
  /** Goes on behind this message of an earlier page. */
  readonly after: string | undefined
  readonly limit: number
}

export async function inboxOf(trx: Trx, { account, unread, after, limit }: Wanted): Promise<InboxMessage[]> {
  let rows = trx.selectFrom('message').selectAll().where('account', '=', account)
  if (unread) rows = rows.where('read_at', 'is', null)
  if (after !== undefined)
    rows = rows.where(
      sql<boolean>`(created_at, id) < (select created_at, id from message where id = ${after} and account = ${account})`,
    )
  return withDeliveries(trx, await rows.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute())
}

/** What was told of a name, an order or a case, the oldest first; for staff. */
export async function toldAbout(trx: Trx, subjects: readonly string[]): Promise<InboxMessage[]> {
  if (subjects.length === 0) return []
  const rows = await trx
    .selectFrom('message')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('created_at')
    .limit(200)
    .execute()
  return withDeliveries(trx, rows)
}

export async function unreadOf(trx: Trx, account: string): Promise<number> {
  const { count } = await trx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

interface MessageRow {
  readonly id: string
  readonly kind: string
  readonly subject: string | null
  readonly parameters: Record<string, string | Text>
  readonly created_at: Date
  readonly read_at: Date | null
}

async function withDeliveries(trx: Trx, rows: readonly MessageRow[]): Promise<InboxMessage[]> {
  if (rows.length === 0) return []
  const notices = await trx
    .selectFrom('notice')
    .select(['message', 'channel', 'recipient', 'state', 'sent_at', 'proof'])
    .where(
      'message',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('channel')
    .execute()
  return rows.map((row) => {
    const { link } = row.parameters
    const [zh, en] = (['zh', 'en'] as const).map((locale) =>
      renderNotice(row.kind, locale, { ...row.parameters, link: '' }),
    )
    return {
      id: row.id,
      kind: row.kind,
      subject: { zh: zh?.subject ?? '', en: en?.subject ?? '' },
      text: { zh: bare(zh?.text), en: bare(en?.text) },
      link: typeof link === 'string' && link.startsWith('/') ? link : null,
      about: row.subject,
      at: row.created_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
      sent: notices
        .filter(({ message }) => message === row.id)
        .map(({ channel, recipient, state, sent_at, proof }) => ({
          channel,
          to: masked(recipient),
          state,
          sentAt: sent_at?.toISOString() ?? null,
          digest: proof?.digest ?? null,
          answer: proof?.answer ?? null,
        })),
    }
  })
}

/** In the inbox the link is a link, and the sender's name in brackets, which short messages need, is left out. */
function bare(text = ''): string {
  return text.replace(/^(【[^】]*】|\[[^\]]*\] ?)/, '').trim()
}

function masked(recipient: string): string {
  const at = recipient.lastIndexOf('@')
  return at > 0
    ? `${recipient.slice(0, Math.min(2, at))}…${recipient.slice(at)}`
    : `${recipient.slice(0, -8)}****${recipient.slice(-4)}`
}

import { createHash } from 'node:crypto'
import type { Text } from '@yuming/rules'
import type { Selectable } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db, Tables } from '../../kernel/database/index.ts'
import type { MailGateway, ShortMessageGateway } from './ports.ts'
import { renderNotice } from './texts.ts'

export interface NoticeSenderOptions {
  readonly db: Db
  readonly mail: MailGateway
  readonly sms: ShortMessageGateway
  readonly clock: Clock
  readonly log: Logger
  /** Public origin of the console: links in messages are paths below it. */
  readonly origin: string
  readonly everyMs?: number
}

export interface NoticeSender {
  start(): void
  /** Waits for the message that is on its way. */
  stop(): Promise<void>
  /** Sends what is due; returns how many were tried. */
  sendDue(): Promise<number>
}

const mostAttempts = 8
// A sender that died is succeeded by another after this time; the far side sees the same message id again.
const leaseMs = 120_000
const backoffMs = (attempts: number) => Math.min(30_000 * 2 ** (attempts - 1), 3_600_000)

/** Sends the outbox: at least once, codes first, then oldest first, with growing pauses. Any number of processes may run one. */
export function createNoticeSender(options: NoticeSenderOptions): NoticeSender {
  const { log, everyMs = 500 } = options
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = true

  async function sendDue(): Promise<number> {
    let tried = 0
    while (await sendOne(options)) tried++
    return tried
  }

  function turn(): void {
    running = sendDue()
      .catch((error: unknown) => log.error({ err: error }, 'the outbox could not be read'))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, everyMs)
      })
  }

  return {
    sendDue,
    start() {
      stopped = false
      turn()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

async function sendOne(options: NoticeSenderOptions): Promise<boolean> {
  const { db, clock, log } = options
  const notice = (await claim(db, clock, { urgent: true })) ?? (await claim(db, clock, { urgent: false }))
  if (!notice) return false
  try {
    const { subject, text } = renderNotice(notice.kind, notice.locale, withOrigin(notice.parameters, options.origin))
    const { id, recipient: to } = notice
    const answer =
      notice.channel === 'mail'
        ? await options.mail.send({ id, to, subject, text })
        : await options.sms.send({ id, to, text })
    const digest = createHash('sha256').update(`${subject}\n${text}`).digest('hex')
    await db
      .updateTable('notice')
      .set({ state: 'sent', sent_at: clock.now(), parameters: '{}', proof: JSON.stringify({ digest, answer }) })
      .where('id', '=', notice.id)
      .execute()
  } catch (error) {
    const last = notice.attempts >= mostAttempts
    // The error of a gateway may quote the recipient; only its name is logged.
    const reason = error instanceof Error ? error.name : 'unknown'
    log.warn(
      { notice: notice.id, kind: notice.kind, attempts: notice.attempts, reason, last },
      'a notice did not leave',
    )
    await db
      .updateTable('notice')
      .set(
        last
          ? { state: 'failed', parameters: '{}' }
          : { next_at: new Date(clock.now().getTime() + backoffMs(notice.attempts)) },
      )
      .where('id', '=', notice.id)
      .execute()
  }
  return true
}

function withOrigin(
  parameters: Readonly<Record<string, string | Text>>,
  origin: string,
): Readonly<Record<string, string | Text>> {
  const { link } = parameters
  return typeof link === 'string' && link.startsWith('/') ? { ...parameters, link: `${origin}${link}` } : parameters
}

/** Somebody sits before the screen and waits for these. */
const urgentKinds = ['phone.code', 'email.verification'] as const

async function claim(
  db: Db,
  clock: Clock,
  { urgent }: { urgent: boolean },
): Promise<Selectable<Tables['notice']> | undefined> {
  const now = clock.now()
  return db
    .updateTable('notice')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), next_at: new Date(now.getTime() + leaseMs) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('notice')
        .select('id')
        .where('state', '=', 'queued')
        .where('next_at', '<=', now)
        .$if(urgent, (query) => query.where('kind', 'in', urgentKinds))
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()
}

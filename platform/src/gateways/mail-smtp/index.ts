import type { MailGateway } from '../../modules/notices/ports.ts'

export interface SmtpOptions {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (port 465); otherwise STARTTLS is used where the server offers it. */
  readonly secure?: boolean
  readonly user?: string
  readonly password?: string
  /** `名称 <address>` */
  readonly from: string
}

/** Sends mail over SMTP (RFC 5321). `close` ends idle connections. */
export function smtpMail({ host, port, secure = false, user, password, from }: SmtpOptions): MailGateway & {
  close(): void
} {
  const open = async () => {
    // Read when the first mail leaves: a platform listens sooner without.
    const { createTransport } = await import('nodemailer')
    return createTransport({
      host,
      port,
      secure,
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      pool: true,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
  let opened: ReturnType<typeof open> | undefined
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, to, subject, text }) {
      // One message id for every attempt (RFC 5322 §3.6.4): a receiver can tell a repeat.
      opened ??= open()
      const sent = await (await opened).sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
      })
      return sent.response
    },
    close() {
      opened?.then(
        (transport) => transport.close(),
        () => {},
      )
    },
  }
}

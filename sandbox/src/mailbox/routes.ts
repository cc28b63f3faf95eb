import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { both, html, page } from '../control/html.ts'
import type { Mail, Mailbox } from './mailbox.ts'

const filter = z.object({
  to: z.string().max(254).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
})
const key = z.object({ id: z.coerce.number().int().min(1) })

export function mailboxRoutes(mailbox: Mailbox, instant: (iso: string | null) => string) {
  return (app: FastifyInstance): void => {
    app.get('/mailbox', (request, reply) => {
      const asked = filter.parse(request.query)
      return reply.type('text/html').send(listPage(mailbox.list(asked), asked.to ?? '', instant))
    })
    app.get('/mailbox/:id', (request, reply) => {
      const mail = mailbox.read(key.parse(request.params).id)
      return mail
        ? reply.type('text/html').send(mailPage(mail, instant))
        : reply.code(404).send({ code: 'mailbox.unknown' })
    })
    app.get('/mailbox/:id/source', (request, reply) => {
      const source = mailbox.source(key.parse(request.params).id)
      return source
        ? reply.type('text/plain; charset=utf-8').send(Buffer.from(source))
        : reply.code(404).send({ code: 'mailbox.unknown' })
    })
    app.get('/control/mailbox', (request) => ({ mails: mailbox.list(filter.parse(request.query)) }))
    app.get('/control/mailbox/:id', (request, reply) => {
      return mailbox.read(key.parse(request.params).id) ?? reply.code(404).send({ code: 'mailbox.unknown' })
    })
    app.delete('/control/mailbox', () => {
      mailbox.clear()
      return { cleared: true }
    })
  }
}

function listPage(mails: readonly Mail[], to: string, instant: (iso: string | null) => string): string {
  return page(
    { zh: '邮箱', en: 'Mail' },
    html`<form><label>${both('收件人', 'Recipient')}<input name="to" value="${to}"></label><button class="quiet">${'筛选 Filter'}</button></form>
<div class="scroll"><table><tr><th>时间 Time</th><th>收件人 To</th><th>主题 Subject</th></tr>
${mails.map((mail) => html`<tr><td>${instant(mail.receivedAt)}</td><td>${mail.to.join(', ')}</td><td><a href="/mailbox/${mail.id}">${mail.subject || '—'}</a></td></tr>`)}
</table></div>${mails.length === 0 && html`<p>${both('还没有邮件。', 'No mail yet.')}</p>`}`,
  )
}

function mailPage(mail: Mail, instant: (iso: string | null) => string): string {
  return page(
    { zh: mail.subject || '无主题', en: 'Mail' },
    html`<p>${mail.from} → ${mail.to.join(', ')} · ${instant(mail.receivedAt)} · <a href="/mailbox/${mail.id}/source">${both('原文', 'source')}</a></p>
<div class="card"><pre>${linked(mail.text)}</pre></div>
${mail.html !== '' && html`<iframe sandbox="allow-popups allow-top-navigation-by-user-activation" title="HTML" srcdoc="${mail.html}"></iframe>`}`,
  )
}

/** Plain text with its web addresses clickable. */
function linked(text: string) {
  return text
    .split(/(https?:\/\/[^\s<>"'）)]+)/)
    .map((piece, index) => (index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece))
}

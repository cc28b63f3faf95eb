import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { both, html, page } from '../control/html.ts'
import type { Phone } from './phone.ts'

const filter = z.object({
  to: z
    .string()
    .max(16)
    .transform((value) => value.replace(/^ /, '+'))
    .optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
})

export function phoneRoutes(phone: Phone, instant: (iso: string | null) => string) {
  return (app: FastifyInstance): void => {
    // The signature covers the bytes as sent, so this way in reads its body as text.
    app.register(async (raw) => {
      raw.removeContentTypeParser('application/json')
      raw.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 8_192 }, (_request, body, done) =>
        done(null, body),
      )
      raw.post('/sms/messages', (request, reply) => {
        const header = (name: string) => String(request.headers[name] ?? '')
        const answer = phone.accept(
          {
            accessKey: header('x-sms-access-key'),
            timestamp: header('x-sms-timestamp'),
            signature: header('x-sms-signature'),
          },
          typeof request.body === 'string' ? request.body : '',
        )
        return reply.code(answer.status).send(answer.body)
      })
    })
    app.get('/phone', (request, reply) => {
      const asked = filter.parse(request.query)
      return reply.type('text/html').send(
        page(
          { zh: '手机', en: 'Phone' },
          html`<form><label>${both('号码', 'Number')}<input name="to" value="${asked.to ?? ''}"></label><button class="quiet">${'筛选 Filter'}</button></form>
<div class="scroll"><table><tr><th>时间 Time</th><th>号码 To</th><th>内容 Text</th></tr>
${phone.list(asked).map((one) => html`<tr><td>${instant(one.receivedAt)}</td><td>${one.to}</td><td>${one.text}</td></tr>`)}</table></div>`,
        ),
      )
    })
    app.get('/control/phone', (request) => ({ messages: phone.list(filter.parse(request.query)) }))
    app.delete('/control/phone', () => {
      phone.clear()
      return { cleared: true }
    })
  }
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { both, html, page } from '../control/html.ts'
import { faultsForm, newFault } from '../registries/fault-request.ts'
import type { VerificationProvider } from './provider.ts'

const decisions = [
  ['approve', '立即通过', 'pass at once'],
  ['approve-later', '过几分钟通过', 'pass later'],
  ['refuse', '拒绝', 'refuse'],
  ['by-hand', '等人工', 'by hand'],
  ['lose-answer', '做完就断线', 'lose the answer'],
  ['restricted', '须有实名码', 'restricted'],
] as const
const newScript = z.strictObject({
  kind: z.enum(['dnv', 'rnv']),
  pattern: z.string().min(1).max(64),
  decision: z.enum(['approve', 'approve-later', 'refuse', 'by-hand', 'lose-answer', 'restricted']),
  minutes: z.coerce.number().int().min(0).max(100_000).optional(),
  message: z
    .string()
    .max(200)
    .transform((text) => text || undefined)
    .optional(),
})
const decision = z.strictObject({ passed: z.stringbool().or(z.boolean()), message: z.string().min(1).max(200) })

/** Reviews as a person would make them, and the scripts that make them alone. */
export function verificationRoutes(provider: VerificationProvider, instant: (iso: string | null) => string) {
  const back = (
    request: { headers: { accept?: string | undefined } },
    reply: { redirect(to: string, code: number): unknown },
    body: unknown,
  ) => (request.headers.accept?.includes('text/html') ? reply.redirect('/verification', 303) : body)

  return (app: FastifyInstance): void => {
    app.get('/verification', (_request, reply) => reply.type('text/html').send(verificationPage(provider, instant)))
    app.get('/control/verification', () => ({
      port: provider.port,
      scripts: provider.scripts.list(),
      faults: provider.faults.list(),
      // What was submitted holds papers and a password; nobody needs them here.
      verifications: provider.list().map(({ code, kind, subject, state, crDate, message }) => ({
        code,
        kind,
        subject,
        state,
        crDate,
        ...(message === undefined ? {} : { message }),
      })),
    }))
    app.post('/control/verification/scripts', (request, reply) =>
      back(request, reply, provider.scripts.add(newScript.parse(request.body))),
    )
    for (const [method, url] of [
      ['DELETE', '/control/verification/scripts'],
      ['POST', '/control/verification/scripts/clear'],
    ] as const)
      app.route({
        method,
        url,
        handler: (request, reply) => {
          provider.scripts.clear()
          return back(request, reply, { cleared: true })
        },
      })
    app.post('/control/verification/faults', (request, reply) =>
      back(request, reply, provider.faults.add(newFault.parse(request.body))),
    )
    for (const [method, url] of [
      ['DELETE', '/control/verification/faults'],
      ['POST', '/control/verification/faults/clear'],
    ] as const)
      app.route({
        method,
        url,
        handler: (request, reply) => {
          provider.faults.clear()
          return back(request, reply, { cleared: true })
        },
      })
    app.post('/control/verification/:code/decide', async (request, reply) => {
      const { code } = z.object({ code: z.string().max(40) }).parse(request.params)
      const asked = decision.parse(request.body)
      const ended = await provider.decide(code, asked.passed, asked.message)
      if (!ended) throw Object.assign(new Error('no pending verification'), { statusCode: 404 })
      return back(request, reply, { code, state: ended.state })
    })
  }
}

function verificationPage(provider: VerificationProvider, instant: (iso: string | null) => string): string {
  const decide = (code: string, passed: boolean, label: string, message: string) =>
    html`<form class="inline" method="post" action="/control/verification/${code}/decide"><input type="hidden" name="passed" value="${String(passed)}"><input type="hidden" name="message" value="${message}"><button class="quiet">${label}</button></form>`
  return page(
    { zh: '核验服务', en: 'Verification service' },
    html`<p>127.0.0.1:${provider.port} · ${provider.svID} · ${both('账号', 'client')} ${provider.clientId}</p>
<h2>${both('审核员怎么做', 'What the reviewers do')}</h2>
<form method="post" action="/control/verification/scripts">
<label>${both('审什么', 'kind')}<select name="kind"><option value="dnv">命名 name</option><option value="rnv">实名 holder</option></select></label>
<label>${both('含有', 'contains')}<input name="pattern" value="*" required></label>
<label>${both('结果', 'decision')}<select name="decision">${decisions.map(([value, zh, en]) => html`<option value="${value}">${zh} ${en}</option>`)}</select></label>
<label>${both('分钟', 'minutes')}<input type="number" name="minutes" min="0" value="5"></label>
<label>${both('理由', 'reason')}<input name="message"></label>
<button>${'加上 Add'}</button></form>
<div class="scroll"><table><tr><th>#</th><th>审什么 Kind</th><th>含有 Contains</th><th>结果 Decision</th><th>理由 Reason</th></tr>
${provider.scripts.list().map((one) => html`<tr><td>${one.id}</td><td>${one.kind}</td><td>${one.pattern}</td><td>${one.decision} ${one.decision === 'approve-later' && one.minutes}</td><td>${one.message}</td></tr>`)}</table></div>
<form method="post" action="/control/verification/scripts/clear"><button class="quiet">${'全部去掉 Clear all'}</button></form>
${faultsForm(provider.faults, '/control/verification', ['check', 'create', 'info', 'poll'])}
<h2>${both('提交的核验', 'Submitted')}</h2>
<div class="scroll"><table><tr><th>码 Code</th><th>对象 Subject</th><th>状态 State</th><th>时间 Time</th><th></th></tr>
${provider
  .list()
  .map(
    (one) =>
      html`<tr><td>${one.code}</td><td>${one.subject}</td><td>${one.state} ${one.message}</td><td>${instant(one.crDate)}</td><td>${
        one.state === 'pending' &&
        html`${decide(one.code, true, '通过 Pass', '审核通过')} ${decide(one.code, false, '拒绝 Refuse', '审核未通过')}`
      }</td></tr>`,
  )}</table></div>`,
  )
}

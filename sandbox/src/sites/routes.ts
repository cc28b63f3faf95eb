import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { both, html, page } from '../control/html.ts'
import type { Site } from './site-store.ts'
import type { Sites } from './sites.ts'

const host = z
  .string()
  .max(253)
  .transform((typed) => domainToASCII(typed.trim().replace(/\.$/, '')))
  .pipe(z.hostname())
const address = z.string().refine((one) => isIP(one) !== 0, { message: 'not an IP address' })
/** A form sends its addresses in one field. */
const addresses = z
  .union([z.array(address), z.string().transform((typed) => typed.split(/[\s,，;；]+/).filter((one) => one !== ''))])
  .pipe(z.array(address).max(200))
const site = z.object({
  addresses,
  status: z.coerce.number().int().min(100).max(599).default(200),
  body: z.string().max(60_000).default(''),
})
const hostOf = (params: unknown) => z.object({ host }).parse(params).host

/** Sites for people (a page with a form) and programs (`/control/sites`). */
export function siteRoutes(sites: Sites) {
  const { store } = sites
  return (app: FastifyInstance): void => {
    app.get('/sites', (request, reply) => {
      const { host: wanted } = z.object({ host: z.string().max(253).optional() }).parse(request.query)
      const chosen = wanted === undefined ? undefined : store.find(wanted)
      return reply.type('text/html').send(sitesPage(sites, chosen ?? emptySite(wanted)))
    })
    app.get('/control/sites', () => ({ sites: store.list() }))
    app.put('/control/sites/:host', (request) => {
      const put = { host: hostOf(request.params), ...site.parse(request.body) }
      store.put(put)
      return put
    })
    app.delete('/control/sites/:host', (request) => ({ removed: store.remove(hostOf(request.params)) }))
    // What the page's form sends: the host is one of its fields.
    app.post('/control/sites', (request, reply) => {
      const put = z.object({ host }).and(site).parse(request.body)
      store.put(put)
      return reply.redirect(`/sites?host=${encodeURIComponent(put.host)}`, 303)
    })
    app.post('/control/sites/remove', (request, reply) => {
      store.remove(hostOf(request.body))
      return reply.redirect('/sites', 303)
    })
  }
}

const emptySite = (wanted = ''): Site => ({
  host: wanted,
  addresses: [],
  status: 200,
  body: '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>网站</title></head>\n<body>\n<h1>网站</h1>\n<footer></footer>\n</body></html>',
})

function sitesPage({ dnsPort, proxyPort, store }: Sites, shown: Site): string {
  return page(
    { zh: '网站', en: 'Sites' },
    html`<p>${both('域名解析到哪里、那里的服务器答什么：备案前平台看它是不是已经打开，备案后每天看底部的备案号。', 'Where names resolve to and what the servers there answer: before a filing the platform looks whether a name is open, after it once a day at the number in the footer.')}</p>
<p>DNS 127.0.0.1:${dnsPort} UDP, TCP · ${both('HTTP代理', 'HTTP proxy')} 127.0.0.1:${proxyPort}</p>
<form method="post" action="/control/sites" style="display:block">
<label>${both('主机名', 'host')}<input name="host" value="${shown.host}" required></label>
<label>${both('IP地址，空着就没有解析', 'IP addresses; none when empty')}<input name="addresses" value="${shown.addresses.join(' ')}" placeholder="203.0.113.20"></label>
<label>${both('状态码', 'status')}<input type="number" name="status" min="100" max="599" value="${shown.status}"></label>
<label>${both('网页', 'page')}<textarea name="body" rows="12" style="display:block;width:100%;font:14px/1.5 ui-monospace,monospace">${shown.body}</textarea></label>
<button>${'保存 Save'}</button></form>
<div class="scroll"><table><tr><th>主机名 Host</th><th>解析 Addresses</th><th>答 Answers</th><th>操作 Action</th></tr>
${store.list().map((one) => html`<tr><td><a href="/sites?host=${one.host}">${one.host}</a></td><td>${one.addresses.join(' ')}</td><td>${one.status}</td><td><form class="inline" method="post" action="/control/sites/remove"><input type="hidden" name="host" value="${one.host}"><button class="quiet">${'去掉 Remove'}</button></form></td></tr>`)}</table></div>`,
  )
}

import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { ZodError, z } from 'zod'
import type { Bureaus } from '../bureaus/bureaus.ts'
import { bureauRoutes } from '../bureaus/routes.ts'
import type { Mailbox } from '../mailbox/mailbox.ts'
import { mailboxRoutes } from '../mailbox/routes.ts'
import type { PaymentChannel } from '../payment/channel.ts'
import { paymentRoutes } from '../payment/routes.ts'
import { ChannelRefused } from '../payment/trades.ts'
import type { Phone } from '../phone/phone.ts'
import { phoneRoutes } from '../phone/routes.ts'
import { Refused } from '../registries/refused.ts'
import type { Registry } from '../registries/registry.ts'
import { registryRoutes } from '../registries/routes.ts'
import { siteRoutes } from '../sites/routes.ts'
import type { Sites } from '../sites/sites.ts'
import type { VerificationProvider } from '../verification/provider.ts'
import { verificationRoutes } from '../verification/routes.ts'
import { chinaTime } from '../world/clock.ts'
import type { WorldClock } from '../world/world-clock.ts'
import { clockRoutes, clockSection } from './clock-routes.ts'
import { both, html, page, stylesheet } from './html.ts'

export interface Parties {
  readonly clock: WorldClock
  readonly registries: ReadonlyMap<string, Registry>
  readonly payment: PaymentChannel
  readonly mailbox: Mailbox
  readonly phone: Phone
  readonly verification: VerificationProvider
  readonly bureaus: Bureaus
  readonly sites: Sites
}

const security = {
  'content-security-policy':
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src 'self'; form-action http: https:; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const

/** Pages for people and JSON under /control for programs; answers only to addresses of this machine. */
export function controlApp(parties: Parties): FastifyInstance {
  const app = Fastify({ bodyLimit: 64 * 1024, logger: false, forceCloseConnections: true })
  const instant = (iso: string | null) => (iso ? chinaTime(new Date(iso)) : '—')

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(security)
    // A page of the open web must not reach the controls through a name that points here, nor by a form.
    if (!isLoopback(`http://${request.headers.host ?? ''}`)) return reply.code(403).send({ code: 'control.host' })
    const { origin } = request.headers
    if (origin && origin !== 'null' && request.method !== 'GET' && !isLoopback(origin))
      return reply.code(403).send({ code: 'control.origin' })
  })
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error instanceof ZodError)
      return reply.code(400).send({ code: 'control.input', message: z.prettifyError(error) })
    if (error instanceof Refused)
      return reply.code(409).send({ code: `registry.${error.code}`, message: error.message })
    if (error instanceof ChannelRefused) return reply.code(409).send({ code: error.subCode, message: error.message })
    return reply.code(error.statusCode ?? 500).send({ code: 'control.failed', message: error.message })
  })

  app.get('/style.css', (_request, reply) => reply.type('text/css').send(stylesheet))
  app.get('/', (_request, reply) => reply.type('text/html').send(indexPage(parties)))
  app.get('/control', () => ({
    clock: { now: parties.clock.now().toISOString(), offsetMs: parties.clock.offsetMs },
    registries: [...parties.registries.keys()],
    mails: parties.mailbox.list({ limit: 1 })[0]?.id ?? 0,
    messages: parties.phone.list({ limit: 1 })[0]?.id ?? 0,
  }))
  const turn = async () => {
    for (const registry of parties.registries.values()) await registry.turn()
    await parties.verification.turn()
    await parties.bureaus.turn()
    parties.payment.trades.closeExpired()
  }
  app.register(clockRoutes(parties.clock, turn))
  app.register(async (scope) => registryRoutes(parties.registries, instant)(scope))
  app.register(async (scope) => paymentRoutes(parties.payment, instant)(scope))
  app.register(async (scope) => mailboxRoutes(parties.mailbox, instant)(scope))
  app.register(async (scope) => phoneRoutes(parties.phone, instant)(scope))
  app.register(async (scope) => verificationRoutes(parties.verification, instant)(scope))
  app.register(async (scope) => bureauRoutes(parties.bureaus, instant)(scope))
  app.register(async (scope) => siteRoutes(parties.sites)(scope))
  return app
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname)
}

function indexPage(parties: Parties): string {
  const mail = parties.mailbox.list({ limit: 1 })[0]
  const message = parties.phone.list({ limit: 1 })[0]
  return page(
    { zh: '平台之外的世界', en: 'The world outside' },
    html`<p>${both('注册局、支付、核验、通信管理局、邮箱、手机和客户的网站都在这里，平台只经真实协议与它们说话。', 'Registries, payment, verification, bureaus, mail, phone and customers’ sites; the platform reaches them by their real protocols only.')}</p>
<div class="grid">
<div class="card"><a href="/registries">${both('注册局', 'Registries')}</a><div>${[...parties.registries.values()].map((one) => `${one.profile.id} :${one.port} `)}</div></div>
<div class="card"><a href="/payment">${both('支付', 'Payment')}</a><div>${both('交易', 'trades')} ${parties.payment.trades.list().length}</div></div>
<div class="card"><a href="/mailbox">${both('邮箱', 'Mail')}</a><div>SMTP :${parties.mailbox.port}</div><div>${mail?.subject}</div></div>
<div class="card"><a href="/phone">${both('手机', 'Phone')}</a><div>${message?.text}</div></div>
<div class="card"><a href="/verification">${both('核验服务', 'Verification')}</a><div>EPP :${parties.verification.port}</div></div>
<div class="card"><a href="/bureaus">${both('通信管理局', 'Bureaus')}</a><div>${both('申请', 'requests')} ${parties.bureaus.office.requests.open().length}</div></div>
<div class="card"><a href="/sites">${both('网站', 'Sites')}</a><div>DNS :${parties.sites.dnsPort}</div></div></div>
${clockSection(parties.clock)}`,
  )
}

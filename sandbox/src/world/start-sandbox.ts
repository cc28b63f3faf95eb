import { X509Certificate } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openBureaus } from '../bureaus/bureaus.ts'
import { controlApp } from '../control/app.ts'
import { openMailbox } from '../mailbox/mailbox.ts'
import { openPaymentChannel } from '../payment/channel.ts'
import { openPhone } from '../phone/phone.ts'
import type { CodeDemand } from '../registries/codes/code-demand.ts'
import { objectUris } from '../registries/object-uris.ts'
import { profiles } from '../registries/profiles.ts'
import { openRegistry, type Registry } from '../registries/registry.ts'
import { openSites, siteNetworks } from '../sites/sites.ts'
import { openVerificationProvider, type VerificationProvider } from '../verification/provider.ts'
import type { Clock } from './clock.ts'
import { type Random, systemRandom } from './random.ts'
import { type World, type WorldRegistry, writeWorld } from './world.ts'
import { WorldClock } from './world-clock.ts'

export interface SandboxOptions {
  /** Folder of all durable state; made when missing. */
  readonly data: string
  /** HTTP port on loopback; 0 (the default) takes any free one. */
  readonly port?: number
  readonly smtpPort?: number
  /** EPP ports of thin, cn, wangzhi and general; any free ones by default. */
  readonly eppPorts?: readonly number[]
  /** The first of 32 ports of the ministry and the bureaus; any free ones by default. */
  readonly bureauPort?: number
  /** Port of the DNS (UDP and TCP) of sites, and of the HTTP proxy that leads to them; any free ones by default. */
  readonly dnsPort?: number
  readonly proxyPort?: number
  /** EPP port of the verification service; any free one by default. */
  readonly verificationPort?: number
  /** The machine's clock unless given; the sandbox's own offset comes on top. */
  readonly clock?: Clock
  readonly random?: Random
  /** What com and net demand of a create; what was set before unless given, at first nothing. */
  readonly codes?: CodeDemand
  readonly notificationPausesMs?: readonly number[]
}

export interface Sandbox {
  readonly world: World
  readonly http: FastifyInstance
  readonly registries: ReadonlyMap<string, Registry>
  readonly verification: VerificationProvider
  close(): Promise<void>
}

/** Brings up every party and writes `world.json`. Resolves when all of them listen. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const data = resolve(options.data)
  const random = options.random ?? systemRandom
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const clock = new WorldClock(data, options.clock ?? { now: () => new Date() })
  const closers: (() => Promise<void> | void)[] = [() => clock.close()]
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const verification = await openVerificationProvider({ data, port: options.verificationPort ?? 0, clock, random })
    closers.push(() => verification.close())
    const trusted = verification.trustedCertificates.map((pem) => new X509Certificate(pem))
    const registries = new Map<string, Registry>()
    for (const [index, profile] of profiles.entries()) {
      const registry = await openRegistry({
        data,
        profile,
        port: options.eppPorts?.[index] ?? 0,
        clock,
        random,
        trusted,
      })
      closers.push(() => registry.close())
      registries.set(profile.id, registry)
      if (profile.id === 'thin' && options.codes) registry.office.codes.demand = options.codes
    }
    let origin = ''
    const payment = openPaymentChannel({
      data,
      clock,
      random,
      origin: () => origin,
      ...(options.notificationPausesMs ? { notificationPausesMs: options.notificationPausesMs } : {}),
    })
    closers.push(() => payment.close())
    const mailbox = await openMailbox({ data, port: options.smtpPort ?? 0, clock })
    closers.push(() => mailbox.close())
    const phone = openPhone({ data, clock, random })
    closers.push(() => phone.close())
    const bureaus = await openBureaus({
      data,
      port: options.bureauPort ?? 0,
      clock,
      random,
      deliver: (to, message) => phone.deliver(to, message),
      smsPage: () => `${origin}/bureaus/sms`,
    })
    closers.push(() => bureaus.close())
    const sites = await openSites({ data, dnsPort: options.dnsPort ?? 0, proxyPort: options.proxyPort ?? 0 })
    closers.push(() => sites.close())
    const http = controlApp({ clock, registries, payment, mailbox, phone, verification, bureaus, sites })
    closers.push(() => http.close())
    await http.listen({ port: options.port ?? 0, host: '127.0.0.1' })
    origin = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
    const world: World = {
      registries: [...registries.values()].map(worldRegistry),
      payment: { alipay: { gateway: `${origin}/alipay/gateway.do`, ...payment.merchant } },
      mail: { host: '127.0.0.1', port: mailbox.port },
      sms: { endpoint: `${origin}/sms/messages`, accessKey: phone.accessKey, secret: phone.secret },
      http: { origin },
      clock: { address: `${origin}/control/clock`, page: `${origin}/#clock` },
      bureaus: [...bureaus.all.values()].map(({ id, name, port, account }) => ({
        id,
        name,
        baseUrl: `http://127.0.0.1:${port}`,
        ...account,
      })),
      sites: {
        resolver: `127.0.0.1:${sites.dnsPort}`,
        proxy: `http://127.0.0.1:${sites.proxyPort}`,
        networks: siteNetworks,
      },
      verification: worldVerification(verification),
    }
    writeWorld(data, world)
    return { world, http, registries, verification, close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

function worldVerification(provider: VerificationProvider): World['verification'] {
  const { port, clientId, password, tls, svID, trustedCertificates } = provider
  const pair = tls.clients[clientId]
  if (!pair) throw new Error(`no certificate for ${clientId}`)
  return {
    host: '127.0.0.1',
    port,
    clientId,
    password,
    tls: { ca: tls.ca, cert: pair.cert, key: pair.key },
    svID,
    trustedCertificates,
  }
}

function worldRegistry(registry: Registry): WorldRegistry {
  const { profile, ours, rival, tls } = registry
  const files = (clientId: string) => {
    const pair = tls.clients[clientId]
    if (!pair) throw new Error(`no certificate for ${clientId}`)
    return { ca: tls.ca, cert: pair.cert, key: pair.key }
  }
  return {
    id: profile.id,
    host: '127.0.0.1',
    port: registry.port,
    suffixes: profile.suffixes.map((one) => one.suffix),
    clientId: ours.clientId,
    password: ours.password,
    tls: files(ours.clientId),
    svID: profile.svID,
    maxConnections: profile.maxSessions,
    objects: objectUris(profile),
    extensions: profile.extensions,
    rival: { ...rival, tls: files(rival.clientId) },
  }
}

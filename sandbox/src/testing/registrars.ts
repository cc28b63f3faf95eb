import { readFileSync } from 'node:fs'
import {
  type Connector,
  contactCreate,
  domainCreate,
  type EppCommand,
  EppPool,
  EppRefused,
  elementsOf,
  namespaces,
  type PoolOptions,
  tlsConnector,
  type XmlElement,
} from '@yuming/epp'
import type { World, WorldRegistry } from '../world/world.ts'

export const ids = ['thin', 'cn', 'wangzhi', 'general'] as const
type Id = (typeof ids)[number]

export const names: Record<Id, (label: string) => string> = {
  thin: (label) => `${label}.com`,
  cn: (label) => `${label}.cn`,
  wangzhi: (label) => `${label}.xn--ses554g`,
  general: (label) => `${label}.xyz`,
}
const store = elementsOf(namespaces.namestoreExt)
const cnDomain = elementsOf(namespaces['cnnic-domain'])
const cnContact = elementsOf(namespaces['cnnic-contact'])
export const inStore = store('namestoreExt', [store('subProduct', 'COM')])

export function pem(path: string): string {
  return readFileSync(path, 'utf8')
}

/** Registrars of a world: their pools are closed together. */
export function registrarsOf(world: () => World) {
  const pools: EppPool[] = []

  function registryOf(id: Id): WorldRegistry {
    const found = world().registries.find((one) => one.id === id)
    if (!found) throw new Error(id)
    return found
  }

  /** A pool with the right certificate and password unless `but` says otherwise. */
  function poolOf(id: Id, who: 'ours' | 'rival' = 'ours', max = 2, but: Partial<PoolOptions> = {}): EppPool {
    const registry = registryOf(id)
    const { clientId, password, tls } = who === 'ours' ? registry : registry.rival
    const pool = new EppPool({
      connect: connectorOf(registry, { ca: pem(tls.ca), cert: pem(tls.cert), key: pem(tls.key) }),
      login: { clID: clientId, pw: password },
      max,
      keepAliveMs: 60_000,
      queryTimeoutMs: 5_000,
      transformTimeoutMs: 5_000,
      now: () => Date.now(),
      random: () => 0.5,
      ...but,
    })
    pools.push(pool)
    return pool
  }

  async function closePools(): Promise<void> {
    for (const pool of pools.splice(0)) await pool.close()
  }

  return { registryOf, poolOf, closePools }
}

/** @param files PEM texts; without `cert` and `key` a client without a certificate */
export function connectorOf(registry: WorldRegistry, files: { ca: string; cert?: string; key?: string }): Connector {
  return tlsConnector({ host: registry.host, port: registry.port, servername: 'localhost', ...files })
}

let transaction = 0
/** What a command needs at a registry beside its request. */
function extrasOf(id: Id, command: EppCommand<never, never>): XmlElement[] {
  const extras = id === 'thin' ? [inStore] : []
  if (id !== 'cn' || command.verb !== 'create') return extras
  if (command.object === namespaces.domain)
    return [cnDomain('create', [cnDomain('type', 'E'), cnDomain('purveyor', 'yuming')])]
  if (command.object !== namespaces.contact) return extras
  return [
    cnContact('create', [
      cnContact('type', 'E'),
      cnContact('contact', '91330106MA2R5XTEA9', { type: 'TYDM' }),
      cnContact('purveyor', 'yuming'),
      cnContact('mobile', '+86.13800000000'),
    ]),
  ]
}

/** Sends what is asked with what the registry wants beside it. */
export function talk(id: Id, pool: EppPool) {
  return <Req, Res>(command: EppCommand<Req, Res>, request: Req, extensions: XmlElement[] = []) => {
    transaction += 1
    const extras = extrasOf(id, command as unknown as EppCommand<never, never>)
    return pool.send(command, request, { clTRID: `test-${transaction}`, extensions: [...extras, ...extensions] })
  }
}

/** The result code, of a refusal too. */
export async function codeOf(answer: Promise<{ code: number }>): Promise<number> {
  try {
    return (await answer).code
  } catch (error) {
    if (error instanceof EppRefused) return error.response.code
    throw error
  }
}

const postal = { street: ['1 Road'], city: 'Shanghai', sp: 'Shanghai', pc: '200000', cc: 'CN' }
export const contactOf = (id: string) => ({
  id,
  postalInfo: [
    { type: 'loc' as const, name: '山月公司', ...postal, city: '上海' },
    { type: 'int' as const, name: 'Shanyue Co', ...postal },
  ],
  voice: { number: '+86.2112345678' },
  email: 'owner@example.cn',
  authInfo: { pw: 'contact-secret' },
})

/** A create as this registry wants it. */
export async function register(id: Id, send: ReturnType<typeof talk>, name: string, pw = 'domain-secret') {
  const registrant = `holder-${id}`
  // A second create of the contact is refused, which is as good.
  if (id !== 'thin') await codeOf(send(contactCreate, contactOf(registrant)))
  return send(domainCreate, {
    name,
    period: { value: 1, unit: 'y' },
    ...(id === 'thin' ? {} : { registrant }),
    authInfo: { pw },
  })
}

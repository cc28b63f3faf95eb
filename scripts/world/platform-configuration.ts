import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Shown to whoever tries remittance out; no money goes there. */
const exampleBank = { payee: '示例域名服务有限公司', bank: '示例银行北京分行', account: '0000 0000 0000 0000' }

/** What a registrar agrees with each registry beforehand: how it is spoken to, and the id that it gave its agent. */
const spoken: Readonly<Record<string, object>> = {
  thin: { name: { zh: '.com/.net 注册局（沙盒）', en: 'Registry of .com and .net (sandbox)' }, profile: 'com-net' },
  cn: { name: { zh: '.cn 注册局（沙盒）', en: 'Registry of .cn (sandbox)' }, profile: 'cnnic', purveyor: 'yuming' },
  wangzhi: { name: { zh: '.网址注册局（沙盒）', en: 'Registry of .网址 (sandbox)' }, profile: 'chinese-gtld' },
  general: { name: { zh: '新通用后缀注册局（沙盒）', en: 'Registry of new suffixes (sandbox)' }, profile: 'gtld' },
}

interface WorldBureau {
  readonly id: string
  readonly baseUrl: string
  readonly ispId: string
  readonly userName: string
  readonly password: string
  readonly aes: { readonly key: string; readonly iv: string }
}

/** A registry, and who we are there. */
export interface RegistryParty {
  readonly id: string
  readonly host: string
  readonly port: number
  /** Unicode, without the leading dot. */
  readonly suffixes: readonly string[]
  readonly clientId: string
  readonly password: string
  /** Paths of PEM files. */
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string }
  readonly maxConnections: number
}

/** What the sandbox writes about itself: addresses and keys of every outside party. */
export interface SandboxWorld {
  readonly registries: readonly RegistryParty[]
  readonly payment: Record<string, unknown>
  readonly mail: { host: string; port: number }
  readonly sms: Record<string, unknown>
  readonly http: { origin: string }
  readonly clock: { address: string; page: string }
  readonly bureaus: readonly WorldBureau[]
  readonly sites: { readonly resolver: string; readonly proxy: string; readonly networks: readonly string[] }
  readonly verification: { trustedCertificates: readonly string[]; svID: string } & Record<string, unknown>
}

/**
 * Writes the platform's configuration file from the sandbox's addresses and keys. Going to production means writing
 * the same file by hand with the real parties' addresses and keys.
 */
export function writeConfiguration(
  folder: string,
  world: SandboxWorld,
  web: { host: string; port: number; publicUrl?: string; more?: Record<string, unknown> },
  { verification, filing, ...more }: { verification?: object; filing?: object } & Record<string, unknown> = {},
): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const file = path.join(folder, 'yuming.config.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { auth?: { secret?: string } }) : {}
  const { trustedCertificates, svID: _, ...provider } = world.verification
  const trusted = trustedCertificates.map((pem, n) => {
    const file = path.join(folder, `verification-${n}.pem`)
    writeFileSync(file, pem)
    return file
  })
  const configuration = {
    dataDir: folder,
    web: {
      host: web.host,
      port: web.port,
      publicUrl: web.publicUrl ?? `http://${web.host}:${web.port}`,
      // A world without people (journeys, chaos, benchmarks) needs no console, and does not wait for its build.
      ...(existsSync('console/dist/index.html') ? { consoleDist: path.resolve('console/dist') } : {}),
      ...web.more,
    },
    company: { name: '域名示例科技有限公司' },
    registries: world.registries.map(({ id, host, port, suffixes, clientId, password, tls, maxConnections }) => ({
      id,
      ...spoken[id],
      host,
      port,
      suffixes,
      clientId,
      password,
      tls,
      maxConnections,
      // A person who tries something in the sandbox is looking.
      pollSeconds: 2,
    })),
    payment: { ...world.payment, remittance: exampleBank },
    mail: { ...world.mail, from: 'Yuming 域名 <no-reply@yuming.example>' },
    sms: world.sms,
    vault: { keyFile: path.join(folder, 'vault.key') },
    clock: { source: world.clock },
    filing: {
      bureaus: world.bureaus
        // The ministry takes domain reports, not filings.
        .filter(({ id }) => id !== 'ministry')
        .map(({ id, baseUrl, ispId, userName, password, aes }) => ({
          id,
          address: baseUrl,
          ispId,
          user: userName,
          password,
          aes,
        })),
      pollSeconds: 4,
      // Their addresses are those for examples, which nothing of the public internet has.
      probe: {
        resolvers: [world.sites.resolver],
        proxy: world.sites.proxy,
        networks: world.sites.networks,
        pollSeconds: 4,
      },
      ...filing,
    },
    ...domainReports(world),
    auth: { secret: kept.auth?.secret ?? randomBytes(32).toString('base64url') },
    ...more,
    verification: {
      provider: {
        id: 'verification',
        name: { zh: '实名核验机构（沙盒）', en: 'Verification provider (sandbox)' },
        ...provider,
        trustedCertificates: trusted,
        pollSeconds: 2,
        retrySeconds: 2,
      },
      ...verification,
    },
  }
  writeFileSync(file, `${JSON.stringify(configuration, null, 2)}\n`, { mode: 0o600 })
  return file
}

/** The registrar's duty: names are reported to the ministry, whose system is one beside the bureaus'. */
function domainReports({ bureaus }: SandboxWorld): object {
  const ministry = bureaus.find(({ id }) => id === 'ministry')
  if (!ministry) return {}
  const { baseUrl, ispId, userName, password, aes } = ministry
  return {
    domainReports: {
      registrar: '示例域名服务有限公司',
      nameServers: ['ns1.yuming.example', 'ns2.yuming.example'],
      ministry: { profile: 'miit-3.0', address: baseUrl, ispId, user: userName, password, aes },
      pollSeconds: 2,
    },
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { Secret } from './secret.ts'

const secret = z
  .string()
  .min(1)
  .transform((value) => new Secret(value))
const port = z.coerce.number().int().min(0).max(65_535)

const registry = z.strictObject({
  id: z.string().min(1),
  /** As holders know it; told to them before they hand papers in (PIPL art. 23). */
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).optional(),
  host: z.string().min(1),
  port,
  /** Unicode, without the leading dot: which suffixes are registered there. */
  suffixes: z.array(z.string()),
  /** What it wants on the wire; the gateway knows the names. */
  profile: z.string().min(1),
  /** Single fields of the profile that are different at this registry. */
  differs: z.record(z.string(), z.unknown()).optional(),
  /** The agent's id that the registry gave us, where it wants one (CNNIC). */
  purveyor: z.string().optional(),
  clientId: z.string().min(1),
  password: secret,
  /** Paths of PEM files. */
  tls: z.strictObject({ ca: z.string(), cert: z.string(), key: z.string() }),
  maxConnections: z.number().int().min(1).max(64).default(4),
  /** How often the queue of messages is read (poll). */
  pollSeconds: z.number().min(0.1).max(3_600).default(15),
})

const provider = registry.omit({ suffixes: true, profile: true, differs: true, purveyor: true }).extend({
  /** Paths of PEM files: whose signature under a verification code counts. */
  trustedCertificates: z.array(z.string()).min(1),
  /** By which result codes it refuses a person or a label; any other failure is asked again after `retrySeconds`. */
  refusalCodes: z.array(z.number().int().min(2_000).max(2_499)).default([2004]),
  retrySeconds: z.number().min(0.1).max(3_600).default(60),
})

/** A provincial bureau's system that filings are reported to; everything in it is issued by the bureau. */
const bureau = z.strictObject({
  /** Code of the province (GB/T 2260). */
  id: z.string().regex(/^\d{6}$/),
  /** Version of its interface. */
  profile: z.string().min(1).default('miit-3.0'),
  /** Its interface has no TLS: a tunnel or a leased line leads there. */
  address: z.url({ protocol: /^https?$/ }),
  ispId: z.string().regex(/^\d{1,19}$/),
  user: z.string().min(1),
  password: secret,
  aes: z
    .strictObject({
      key: secret,
      iv: secret,
      keyBytes: z.union([z.literal(16), z.literal(24), z.literal(32)]).optional(),
      form: z.enum(['ascii', 'hex', 'base64']).optional(),
    })
    .optional(),
  /** Whether rows of its code tables are sent by 运算Id where they have one. */
  operationIds: z.boolean().default(false),
})

const safeAddress = /^(https:|http:\/\/(127\.|localhost[:/]|\[::1\]))/

/** A key service that speaks the transit protocol; paths are of PEM files. */
const transit = z
  .strictObject({
    address: z.url({ protocol: /^https?$/ }),
    key: z.string().regex(/^[\w.-]+$/),
    mount: z
      .string()
      .regex(/^[\w./-]+$/)
      .default('transit'),
    token: secret.optional(),
    tokenFile: z.string().optional(),
    timeoutMs: z.number().int().min(100).max(60_000).default(3_000),
    cacheSeconds: z.number().int().min(0).max(3_600).default(300),
    tls: z
      .strictObject({ ca: z.string().optional(), cert: z.string().optional(), key: z.string().optional() })
      .optional(),
  })
  .refine(({ token, tokenFile }) => (token === undefined) !== (tokenFile === undefined), {
    message: 'exactly one of token and tokenFile must be set',
  })
  .refine(({ tls }) => (tls?.cert === undefined) === (tls?.key === undefined), {
    message: 'tls.cert and tls.key belong together',
  })
  .refine(({ address }) => safeAddress.test(`${address}/`), {
    message: 'address must be https, except on this machine',
  })

/** Who tells how far the time of this world is ahead of the machines'; without one the machine's clock is the time. */
const clockSource = z
  .strictObject({
    address: z.url({ protocol: /^https?$/ }),
    /** Where a person turns it. */
    page: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(({ address }) => safeAddress.test(address), { message: 'address must be https, except on this machine' })

const shape = z.strictObject({
  dataDir: z.string().min(1),
  /** Which shop front this is (中国站、国际站). */
  site: z.enum(['china', 'international']).default('china'),
  /** Both shop fronts of one platform, told apart by the host of a request; the first is where mails lead to. */
  sites: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,20}$/),
        kind: z.enum(['china', 'international']),
        /** Host name, with a port where it is not the usual one. */
        host: z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/),
      }),
    )
    .max(2)
    .refine((sites) => new Set(sites.map(({ kind }) => kind)).size === sites.length, {
      message: 'each kind of site may stand there once',
    })
    .refine((sites) => new Set(sites.map(({ host }) => host)).size === sites.length, {
      message: 'two sites need two hosts',
    })
    .default([]),
  web: z.strictObject({
    host: z.string().default('127.0.0.1'),
    port: port.default(8080),
    publicUrl: z.url(),
    consoleDist: z.string().optional(),
    limitFactor: z.number().positive().optional(),
    /** Addresses or networks (CIDR) of reverse proxies whose X-Forwarded-For is believed. */
    trustProxy: z
      .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
      .min(1)
      .optional(),
  }),
  database: z.strictObject({ url: secret.optional() }).default({}),
  /** Who registers names and hands filings in, as papers print it. */
  company: z.strictObject({ name: z.string().trim().min(1).max(100) }).optional(),
  registries: z.array(registry).min(1),
  payment: z.strictObject({
    alipay: z.strictObject({
      gateway: z.url(),
      appId: z.string().min(1),
      merchantPrivateKey: secret,
      alipayPublicKey: z.string().min(1),
    }),
    /** The account that customers send money to by bank; remittances are not offered without it. */
    remittance: z
      .strictObject({ payee: z.string().min(1), bank: z.string().min(1), account: z.string().min(1) })
      .optional(),
  }),
  mail: z.strictObject({ host: z.string(), port, from: z.string() }),
  sms: z.strictObject({ endpoint: z.url(), accessKey: z.string(), secret }),
  vault: z
    .strictObject({ keyFile: z.string().optional(), transit: transit.optional() })
    .refine(({ keyFile, transit }) => keyFile !== undefined || transit !== undefined, {
      message: 'keyFile or transit must be set',
    }),
  clock: z.strictObject({ source: clockSource.optional() }).default({}),
  auth: z.strictObject({ secret }),
  roles: z.array(z.enum(['web', 'worker'])).default(['web', 'worker']),
  search: z
    .strictObject({ registryLimitMs: z.number().int().min(100).max(60_000).default(3_000) })
    .default({ registryLimitMs: 3_000 }),
  orders: z
    .strictObject({ payWithinMinutes: z.number().int().min(1).max(1_440).default(30) })
    .default({ payWithinMinutes: 30 }),
  promotions: z
    .strictObject({ codesFrom: z.strictObject({ zh: z.string().min(1).max(200), en: z.string().min(1).max(300) }) })
    .default({
      codesFrom: {
        zh: '口令由我们的服务号等渠道实时发放，几分钟到几天内有效；没有口令不影响购买。',
        en: 'Codes are handed out as you ask, through our messaging account and the like, and last minutes to days. You can buy without one.',
      },
    }),
  /** Paths of the operator's own price list (the example list is used without it) and lists of words. */
  catalog: z
    .strictObject({
      prices: z.string().min(1).optional(),
      wordLists: z.string().min(1).optional(),
      /** How a registry's own price for a name becomes ours; a currency without a rate is not sold. */
      premium: z
        .strictObject({
          rates: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()).default({}),
          marginPercent: z.number().min(0).max(1_000).default(10),
        })
        .default({ rates: {}, marginPercent: 10 }),
    })
    .default({ premium: { rates: {}, marginPercent: 10 } }),
  verification: z
    .strictObject({
      /** Two reviewers have to agree before a holder passes (双人复核). */
      fourEyes: z.boolean().default(false),
      /** Who leads the reviewers: told an hour before cases are due. */
      lead: z.email().optional(),
      /** `as-suffix`: where a suffix wants it, no order without a verified holder; `never`: always within days after it. */
      before: z.enum(['as-suffix', 'never']).default('as-suffix'),
      /** Who verifies holders and labels after the platform's own review, and signs the codes that registries believe. */
      provider: provider.optional(),
    })
    .default({ fourEyes: false, before: 'as-suffix' }),
  /** The quick agent template (代理模板): a special campaign, off unless a verified template of the operator's own is named. */
  quickOrder: z.strictObject({ agentTemplate: z.uuid() }).optional(),
  filing: z
    .strictObject({
      /** Orders of a province without one wait at `ready`. */
      bureaus: z
        .array(bureau)
        .refine((bureaus) => new Set(bureaus.map(({ id }) => id)).size === bureaus.length, {
          message: 'each bureau may stand there once',
        })
        .default([]),
      /** How often a bureau is asked what waits there. */
      pollSeconds: z.number().min(0.1).max(86_400).default(60),
      /** Who leads filings: told of a line to a bureau that stands and of a file that fails; else who leads the reviewers. */
      lead: z.email().optional(),
      /** Zones that are hosted here: addresses of a filing that has passed are set there by dynamic update (RFC 2136). */
      zones: z
        .array(
          z.strictObject({
            zone: z.hostname().toLowerCase(),
            /** The primary server; it takes updates by the key, over TCP. */
            server: z.strictObject({ host: z.string().min(1), port: port.default(53) }),
            key: z.strictObject({
              name: z.hostname(),
              algorithm: z.enum(['hmac-sha256', 'hmac-sha512']).default('hmac-sha256'),
              /** In base64, as `tsig-keygen` writes it. */
              secret,
            }),
            ttl: z.int().min(1).max(86_400).default(600),
          }),
        )
        .refine((zones) => new Set(zones.map(({ zone }) => zone)).size === zones.length, {
          message: 'each zone may stand there once',
        })
        .default([]),
      /** Whether names open is looked at from outside; without it, it is not known. */
      probe: z
        .strictObject({
          /** DNS servers, with a port where it is not 53; those of the machine otherwise. */
          resolvers: z
            .array(z.string().regex(/^[\d.]+(:\d+)?$|^\[?[\da-f:.]+\]?(:\d+)?$/i))
            .min(1)
            .optional(),
          /** Networks (CIDR) that may be asked although they are not of the public internet. */
          networks: z.array(z.union([z.cidrv4(), z.cidrv6()])).default([]),
          ports: z.strictObject({ http: port, https: port }).default({ http: 80, https: 443 }),
          /** An HTTP proxy (CONNECT) that looks leave by; directly without it. */
          proxy: z.url({ protocol: /^http$/ }).optional(),
          limitMs: z.number().int().min(500).max(30_000).default(5_000),
          /** Filed names that are looked at in a second, at most; each is, once a day. */
          perSecond: z.number().min(0.01).max(1_000).default(16),
          /** How often it is asked which filed names are due. */
          pollSeconds: z.number().min(0.1).max(3_600).default(30),
        })
        .optional(),
    })
    .default({ bureaus: [], zones: [], pollSeconds: 60 }),
  /** Reports of names to the ministry (域名报备), a registrar's duty; without it no name is reported. */
  domainReports: z
    .strictObject({
      /** Our name as the ministry licensed it. */
      registrar: z.string().min(1).max(500),
      /** Where a name is delegated to that has no servers of its own: the interface wants some (3005). */
      nameServers: z.array(z.hostname()).min(1).max(13),
      ministry: z.strictObject({
        /** Version of the interface; the gateway knows the names. */
        profile: z.string().min(1),
        address: z.url({ protocol: /^https?$/ }),
        ispId: z.string().regex(/^\d{1,18}$/),
        user: z.string().min(1),
        password: secret,
        aes: z.strictObject({ key: secret, iv: secret }).optional(),
      }),
      pollSeconds: z.number().min(0.1).max(3_600).default(60),
    })
    .optional(),
  tasks: z.strictObject({ concurrency: z.number().int().min(1).max(256).default(16) }).default({ concurrency: 16 }),
  log: z
    .strictObject({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info') })
    .default({ level: 'info' }),
})

export type Configuration = z.output<typeof shape>

// What an operator may set without touching the file; everything else is in the file.
const overrides: readonly [variable: string, path: readonly [string, string]][] = [
  ['DATABASE_URL', ['database', 'url']],
  ['YUMING_HOST', ['web', 'host']],
  ['YUMING_PORT', ['web', 'port']],
  ['YUMING_PUBLIC_URL', ['web', 'publicUrl']],
  ['YUMING_LOG_LEVEL', ['log', 'level']],
]

/** Reads the file named by YUMING_CONFIG and the environment over it. @throws Error with one line for each wrong key, naming it, never its value */
export function loadConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const file = env.YUMING_CONFIG
  if (!file) throw new Error('YUMING_CONFIG is not set: it must name the configuration file (see README).')
  if (!existsSync(file)) throw new Error(`YUMING_CONFIG names ${file}, and there is no such file.`)
  return parseConfiguration(overridden(parseJson(file), env))
}

export function parseConfiguration(input: unknown): Configuration {
  const parsed = shape.safeParse(input)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '(the file)'}: ${message}`)
  throw new Error(`The configuration cannot be used:\n${lines.join('\n')}`)
}

function parseJson(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new Error(
      `${file} is not valid JSON: ${error instanceof SyntaxError ? error.message.replace(/".*"/s, '…') : 'unreadable'}`,
    )
  }
}

function overridden(
  file: Record<string, unknown>,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, unknown> {
  const result = structuredClone(file)
  for (const [variable, [group, key]] of overrides) {
    const value = env[variable]
    if (value === undefined || value === '') continue
    result[group] = { ...(result[group] as object | undefined), [key]: value }
  }
  return result
}

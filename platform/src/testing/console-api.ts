import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createConsoleApi } from '../faces/console-api/index.ts'
import { fixedClock } from '../kernel/clock/index.ts'
import { type OperatorRole, shopFronts } from '../kernel/http/index.ts'
import { systemRandom } from '../kernel/random.ts'
import {
  accountsRoutes,
  betterAuthSignIn,
  createCodeAsks,
  createSessions,
  phoneRoutes,
  setOperator,
} from '../modules/accounts/index.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export const testOrigin = 'http://console.test'

export interface Visitor {
  /** Sends JSON with this visitor's cookies, as the console would. `body` may also be text, sent as it is. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
  cookie(): string
}

interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: ReturnType<typeof JSON.parse>
}

export interface TestApi extends TestDatabase {
  readonly app: FastifyInstance
  readonly address: string
  readonly clock: ReturnType<typeof fixedClock>
  visitor(): Visitor
  /** A visitor with an account of their own, signed up through the front door. */
  customer(email?: string): Promise<Visitor>
  /** A visitor who is a sub-user of the owner's account. */
  subUserOf(owner: Visitor): Promise<Visitor>
  /** A visitor who has signed up and was made an operator. */
  operator(...roles: OperatorRole[]): Promise<Visitor>
  /** An API token of the visitor. */
  tokenOf(visitor: Visitor): Promise<string>
  close(): Promise<void>
}

/** A tenth of a second for each password is for guessers; the worlds' platforms take it. */
const digest = async (password: string) => createHash('sha256').update(password).digest('hex')
const quick = {
  hash: digest,
  verify: async ({ hash, password }: { hash: string; password: string }) => hash === (await digest(password)),
}

export const testPassword = 'a long enough password'

interface TestLimits {
  limitFactor?: number
  /** Codes by SMS an hour that need no proof of work; as in production where it is absent. */
  codesFree?: { number: number; network: number }
  trustProxy?: string[]
}

/** The real API on a real port, over a real database; `plugins` adds routes under test. */
export async function testApi(
  plugins: (services: {
    database: TestDatabase
    signIn: ReturnType<typeof betterAuthSignIn>
    clock: ReturnType<typeof fixedClock>
  }) => readonly ((app: FastifyInstance) => void)[] = () => [],
  { codesFree, ...options }: TestLimits = { limitFactor: 1_000, codesFree: { number: 1_000, network: 1_000 } },
): Promise<TestApi> {
  const database = await testDatabase()
  const { db } = database
  const clock = fixedClock('2026-11-24T02:00:00Z')
  const random = systemRandom
  const signIn = betterAuthSignIn({ db, clock, random, secret: random.token(32), origin: testOrigin, passwords: quick })
  const codeAsks = createCodeAsks({ secret: random.token(32), bits: 4, ...(codesFree && { free: codesFree }) })
  const accounts = {
    signIn,
    codeAsks,
    origin: testOrigin,
    balanceOf: async () => 0,
    movable: true,
    fronts: shopFronts([{ id: 'cn', kind: 'china', url: testOrigin }]),
    rulesDate: '2026-11-01',
    verifyBefore: 'as-suffix' as const,
  }
  const app = await createConsoleApi({
    config: { version: '0.0.0', ...options },
    db,
    clock,
    random,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    sessions: createSessions({ db, signIn }),
    plugins: [accountsRoutes(accounts), phoneRoutes({ signIn, codeAsks }), ...plugins({ database, clock, signIn })],
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  let users = 0

  function visitor(): Visitor {
    const jar = new Map<string, string>()
    const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return {
      cookie,
      async call(method, path, body, headers = {}) {
        const response = await fetch(`${address}/${path}`, {
          method,
          headers: {
            'x-yuming': '1',
            ...(jar.size > 0 && headers.authorization === undefined ? { cookie: cookie() } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        })
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
          if (value === '') jar.delete(name)
          else jar.set(name, value)
        }
        const text = await response.text()
        const json = /json/.test(response.headers.get('content-type') ?? '')
        return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text }
      },
    }
  }

  async function customer(email = `user${++users}@example.cn`): Promise<Visitor> {
    const who = visitor()
    const answer = await who.call('POST', 'v1/auth/sign-up', { email, password: testPassword, name: '张三' })
    if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status} ${JSON.stringify(answer.body)}`)
    return who
  }

  return {
    ...database,
    app,
    address,
    clock,
    visitor,
    customer,
    async subUserOf(owner) {
      const email = `sub${++users}@example.cn`
      const made = await owner.call('POST', 'v1/account/sub-users', { email, password: testPassword, name: '李四' })
      if (made.status !== 201) throw new Error(`adding a sub-user answered ${made.status}`)
      const who = visitor()
      await who.call('POST', 'v1/auth/sign-in', { email, password: testPassword })
      return who
    },
    async operator(...roles) {
      const email = `operator${++users}@example.cn`
      const who = await customer(email)
      const actor = { kind: 'system', name: 'test' } as const
      await db.transaction().execute((trx) => setOperator(signIn, { email, roles }, { trx, actor, clock }))
      return who
    },
    async tokenOf(who) {
      return (await who.call('POST', 'v1/account/tokens', { name: 'test' })).body.token
    },
    async close() {
      await app.close()
      await database.drop()
    },
  }
}

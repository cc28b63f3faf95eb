import pg from 'pg'
import type { ApiClient } from './api-client.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import { startWorld, type World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

export interface ChaosOptions {
  readonly folder: string
  readonly kills: number
  readonly seed: number
  readonly say: (text: string) => void
}

export interface ChaosVerdict {
  readonly kills: number
  readonly orders: number
  readonly registered: number
  readonly refunded: number
  /** What must not be; empty when every promise was kept. */
  readonly faults: readonly string[]
}

interface Order {
  readonly number: string
  readonly state: string
  readonly totalFen: number
  readonly refundedFen: number
  readonly lines: readonly { readonly ascii: string; readonly state: string }[]
}

const steps = ['recheck', 'contact', 'create', 'record']
const points = [
  ...steps.flatMap((step) => [
    `ORDER_ACTIVATE:${step}:before`,
    `ORDER_ACTIVATE:${step}:within`,
    `ORDER_ACTIVATE:${step}:after`,
  ]),
  ...['contact', 'create'].flatMap((step) => [
    `ORDER_ACTIVATE:${step}:prepared`,
    `ORDER_ACTIVATE:${step}:sent`,
    `ORDER_ACTIVATE:${step}:answered`,
  ]),
  ...['note-failure', 'give-back'].flatMap((step) => [
    `ORDER_ACTIVATE:${step}:before`,
    `ORDER_ACTIVATE:${step}:within`,
    `ORDER_ACTIVATE:${step}:after`,
  ]),
  // What .com wants reviewed and signed before it hears of a name, and what a holder is verified by.
  ...['ORDER_ACTIVATE:label', 'VERIFY_HOLDER:submit'].flatMap((step) => [
    `${step}:prepared`,
    `${step}:sent`,
    `${step}:answered`,
  ]),
  'ORDER_ACTIVATE:label-code:within',
  'VERIFY_HOLDER:record:within',
  'VERIFY_HOLDER:record:after',
]

/** The registry whose names pass a point. */
const registryAt = (point: string) => (point.includes(':label') ? 'thin' : 'cn')
const registryOf = (ascii: string) => (ascii.endsWith('.com') ? 'thin' : 'cn')

/**
 * Pays orders while the platform is killed with SIGKILL at each named point of a task's way, and the registry drops
 * answers after committing. Afterwards every paid order must have ended registered once or refunded once.
 */
export async function runChaos({ folder, kills, seed, say }: ChaosOptions): Promise<ChaosVerdict> {
  const world = await startWorld({
    folder,
    web: { limitFactor: 10_000 },
    env: { YUMING_LOG_LEVEL: 'warn' },
  })
  const sandbox = new SandboxControls(world.sandboxOrigin)
  const random = generator(seed)
  const numbers: string[] = []
  let killed = 0
  try {
    const client = await signUp(world.origin, 'chaos@yuming.example', 'a-long-enough-Password-1', '混沌')
    await topUp(client, sandbox, 100_000_000)
    const template = await makeVerifiedTemplate(
      world,
      { client, sandbox },
      organisationTemplate('chaos@yuming.example'),
    )

    for (let round = 0; killed < kills; round++) {
      const point = points[round % points.length] as string
      // Work left by the last kill may pass this very point before the platform is ready: that is a kill as well.
      if (!(await tryTo(() => world.restartPlatform({ YUMING_KILL_AT: point }).then(() => true)))) {
        killed++
        say(`${killed}/${kills} ${point}: killed while it was starting`)
        continue
      }
      const losing = point.includes('note-failure') || point.includes('give-back')
      const dropping = !losing && random() < 0.5
      if (dropping)
        await sandbox.fault(registryAt(point), { kind: 'commit-then-drop', verb: 'domain:create', times: 1 })
      const before = numbers.length
      // A template of its own makes the contact step run as well.
      const holder = /:contact:|^VERIFY_HOLDER/.test(point)
        ? await tryTo(() =>
            makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(`chaos${round}@yuming.example`)),
          )
        : template
      for (let n = 0; n < 2 && holder; n++) {
        const ascii = `c-${seed}-${round}-${n}.${registryAt(point) === 'thin' ? 'com' : 'cn'}`
        const number = await placeAndPay(
          client,
          holder,
          ascii,
          losing ? () => sandbox.grab(registryOf(ascii), ascii) : undefined,
        )
        if (number) numbers.push(number)
      }
      const died = await Promise.race([
        world.platform.ended.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 4_000)),
      ])
      if (died) killed++
      say(
        `${killed}/${kills} ${point}${dropping ? ' + answer dropped' : ''}: ${numbers.length - before} paid${died ? ', killed' : ', the point was not passed'}`,
      )
      if (round > kills * 3) break
      await sandbox.clearFaults(registryAt(point))
    }
    await world.restartPlatform()
    const orders = await settled(client, numbers)
    await holdersDecided(world)
    const faults = [
      ...(await faultsOf(world, sandbox, orders)),
      ...(killed < kills ? [`only ${killed} of ${kills} kills happened`] : []),
    ]
    const lines = orders.flatMap((order) => order.lines)
    return {
      kills: killed,
      orders: orders.length,
      registered: lines.filter(({ state }) => state === 'succeeded').length,
      refunded: lines.filter(({ state }) => state === 'refunded').length,
      faults,
    }
  } finally {
    await world.stop()
  }
}

/** The platform may die at any moment: what was paid is read afterwards from the platform itself. */
async function placeAndPay(
  client: ApiClient,
  templateId: string,
  ascii: string,
  meanwhile: (() => Promise<unknown>) | undefined,
): Promise<string | undefined> {
  const order = await tryTo(() =>
    client.post<Order>('orders', {
      lines: [{ name: ascii, years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    }),
  )
  if (!order) return undefined
  await meanwhile?.()
  await tryTo(() => client.post(`orders/${order.number}/pay`, { method: 'balance' }))
  return order.number
}

async function tryTo<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

async function settled(client: ApiClient, numbers: readonly string[]): Promise<Order[]> {
  const orders: Order[] = []
  for (const number of numbers) {
    for (let tries = 0; ; tries++) {
      const order = await client.get<Order>(`orders/${number}`)
      if (order.state !== 'processing' || tries > 300) {
        orders.push(order)
        break
      }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return orders
}

/** The provider was asked, however often the platform was killed meanwhile: it ends within half a minute. */
async function holdersDecided(world: World): Promise<void> {
  const db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
  try {
    for (let tries = 0; tries < 150; tries++) {
      const { rows } = await db.query("select 1 from review_case where state = 'provider' limit 1")
      if (rows.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    await db.end()
  }
}

async function faultsOf(world: World, sandbox: SandboxControls, orders: readonly Order[]): Promise<string[]> {
  const faults: string[] = []
  const oursAt = (id: string) => String(world.sandboxWorld.registries.find((one) => one.id === id)?.clientId)
  const db = new pg.Client({ connectionString: String(world.platform.ready.database) })
  await db.connect()
  try {
    for (const order of orders) {
      const line = order.lines[0]
      if (!line) continue
      if (order.state === 'processing') faults.push(`order ${order.number} never ended`)
      const registry = registryOf(line.ascii)
      const held = await sandbox.domain(registry, line.ascii)
      const isOurs = (held?.clID ?? held?.sponsor) === oursAt(registry)
      const { rows } = await db.query<{ n: string }>(
        'select count(*) as n from domain where ascii = $1 and released_at is null',
        [line.ascii],
      )
      const recorded = Number(rows[0]?.n)
      if (line.state === 'succeeded' && (!isOurs || recorded !== 1))
        faults.push(`${line.ascii}: registered here ${recorded} times, at the registry ${isOurs}`)
      if (line.state === 'refunded' && (isOurs || recorded !== 0 || order.refundedFen !== order.totalFen))
        faults.push(`${line.ascii}: refunded, and ours at the registry: ${isOurs}`)
      if (order.state === 'awaiting-payment' && (isOurs || recorded !== 0))
        faults.push(`${line.ascii}: registered without payment`)
    }
    const sums = await db.query<{ total: string; frozen: string; negative: string; open: string }>(
      "select (select coalesce(sum(fen), 0) from ledger_entry) as total, (select coalesce(sum(balance_fen), 0) from ledger_account where id like '%/frozen/%') as frozen, (select count(*) from ledger_account where balance_fen < 0 and not may_be_negative) as negative, (select count(*) from intent where state in ('sent', 'unknown')) as open",
    )
    const { total, frozen, negative, open } = sums.rows[0] ?? { total: '?', frozen: '?', negative: '?', open: '?' }
    if (Number(total) !== 0) faults.push(`the ledger sums to ${total}`)
    if (Number(frozen) !== 0) faults.push(`${frozen} fen are still frozen`)
    if (Number(negative) !== 0) faults.push(`${negative} customer accounts are below zero`)
    const waiting = await db.query<{ n: string }>("select count(*) as n from review_case where state = 'provider'")
    if (Number(waiting.rows[0]?.n) !== 0) faults.push(`${waiting.rows[0]?.n} holders were never decided about`)
    if (Number(open) !== 0) faults.push(`${open} intents are still open`)
  } finally {
    await db.end()
  }
  return faults
}

/** Mulberry32: the same seed makes the same run. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

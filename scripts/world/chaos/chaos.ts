import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { startWorld } from '../start-world.ts'
import { letVerifyAfter } from '../verify-after.ts'
import { openHostedZone } from './hosted-zone.ts'
import { killPoints } from './kill-points.ts'
import { LostAnswers } from './losses.ts'
import { type Order, Stage } from './stage.ts'
import { faultsOf } from './verdict.ts'
import { endFaults, wayPast } from './ways.ts'

export interface ChaosOptions {
  readonly folder: string
  /** Without it: once at every point; where all points are taken, two hundred times at least. */
  readonly kills?: number
  readonly seed: number
  /** Only points that fit; all of them without it. */
  readonly at?: RegExp
  readonly say: (text: string) => void
}

export interface ChaosVerdict {
  readonly kills: number
  /** How often the platform died at each point, as it told itself with its last words. */
  readonly killedAt: Readonly<Record<string, number>>
  readonly orders: number
  readonly registered: number
  readonly renewed: number
  readonly refunded: number
  readonly refundedByChannel: number
  /** How many commands a registry or the channel carried out without their answer having come, by verb. */
  readonly lostAnswers: Readonly<Record<string, number>>
  /** What must not be; empty when every promise was kept. */
  readonly faults: readonly string[]
}

const atLeast = 200

/**
 * Lets one customer buy, renew, lose and move names while the platform is killed with SIGKILL at every named point of
 * its tasks, and registries and the payment channel do what they were told and lose the answer. Afterwards everything
 * paid must have ended once, and the records of everybody must agree.
 */
export async function runChaos({ folder, seed, at, say, ...options }: ChaosOptions): Promise<ChaosVerdict> {
  const zone = await openHostedZone()
  const world = await startWorld({
    folder,
    web: { limitFactor: 10_000 },
    env: { YUMING_LOG_LEVEL: 'warn' },
    configuration: { filing: { zones: [zone.configuration] } },
  })
  try {
    const stage = await Stage.open(world, generator(seed), zone)
    await letVerifyAfter(world, ['com', 'xyz'])
    await world.restartPlatform({ YUMING_KILL_AT: 'nowhere' })
    const points = killPoints(world.platform.ready.points as string[]).filter((point) => at?.test(point) ?? true)
    if (points.length === 0) throw new Error(`no point fits ${at}`)
    const kills = options.kills ?? (at ? points.length : Math.max(atLeast, points.length))
    for (const point of points) wayPast(point)
    const died = () => killsTold(folder)
    const total = () => Object.values(died()).reduce((sum, count) => sum + count, 0)
    const missed: string[] = []
    const lost = new LostAnswers(stage)

    for (let round = 0; total() < kills; round++) {
      const point = points[round % points.length] as string
      const before = died()[point] ?? 0
      for (let tries = 0; tries < 2 && (died()[point] ?? 0) === before; tries++) await dieAt(stage, point, lost, say)
      const killed = (died()[point] ?? 0) > before
      if (!killed) missed.push(point)
      say(`${total()}/${kills} ${point}${killed ? '' : ': nobody came there'}`)
      if (missed.length > 12) break
    }
    await world.restartPlatform()
    await endFaults(stage)
    const spared = await loseTheRest(stage, points, lost)
    const db = new pg.Client({ connectionString: String(world.platform.ready.database) })
    await db.connect()
    try {
      const { orders, faults: found } = await faultsOf(stage, db)
      const faults = [
        ...found,
        ...missed.map((point) => `nobody came to ${point}`),
        ...spared.map((verb) => `no answer to ${verb} was lost`),
        ...(total() < kills ? [`only ${total()} of ${kills} kills happened`] : []),
      ]
      return { ...counted(orders), kills: total(), killedAt: died(), lostAnswers: lost.counted, faults }
    } finally {
      await db.end()
    }
  } finally {
    await world.stop()
    await zone.close()
  }
}

/** Starts the platform so that it dies at a point, and walks there. */
async function dieAt(stage: Stage, point: string, lost: LostAnswers, say: (text: string) => void): Promise<void> {
  const { world } = stage
  const { prepare } = wayPast(point)
  if (prepare && !stage.prepared.has(prepare)) {
    await world.restartPlatform({ YUMING_KILL_AT: 'nowhere' })
    await prepare(stage)
    stage.prepared.add(prepare)
  }
  // Work that the last kill left may come to the point before the platform is ready.
  if (!(await tryTo(() => world.restartPlatform({ YUMING_KILL_AT: point }).then(() => true)))) {
    say(`  ${point}: while it was starting`)
    return
  }
  const way = wayPast(point)
  const walk = async () => {
    const ended = world.platform.ended.then(() => true)
    const walked = way.walk(stage, point).catch(() => {})
    await Promise.race([ended, walked])
    await Promise.race([ended, delay(way.patienceMs, undefined, { ref: false })])
    await walked
  }
  if (way.lose && stage.random() < 0.5) await lost.while(way.lose, walk)
  else await walk()
  await endFaults(stage)
}

/**
 * Before many a point nothing is sent that could be lost: what chance has spared of these is lost now.
 * @returns those of which none could be lost
 */
async function loseTheRest(stage: Stage, points: readonly string[], lost: LostAnswers): Promise<string[]> {
  const spared: string[] = []
  for (const verb of ['create', 'renew', 'refund']) {
    const point = points.find((one) => wayPast(one).lose?.verb === verb)
    if (point === undefined || lost.counted[verb] !== undefined) continue
    const { lose, walk } = wayPast(point)
    if (lose) await lost.surely(lose, () => walk(stage, point))
    if (lost.counted[verb] === undefined) spared.push(verb)
    await endFaults(stage)
  }
  return spared
}

/** The points at which the platform says that it died; whatever else ended it is not counted. */
function killsTold(folder: string): Record<string, number> {
  const told: Record<string, number> = {}
  const log = readFileSync(path.join(folder, 'platform.log'), 'utf8')
  for (const [, point = ''] of log.matchAll(/^killed at (\S+)$/gm)) told[point] = (told[point] ?? 0) + 1
  return told
}

function counted(orders: readonly Order[]) {
  const lines = (state: string, kind: string) =>
    orders.filter((order) => order.kind === kind && order.lines[0]?.state === state).length
  return {
    orders: orders.length,
    registered: lines('succeeded', 'register'),
    renewed: lines('succeeded', 'renew'),
    refunded: lines('refunded', 'register') + lines('refunded', 'renew'),
    refundedByChannel: orders.filter(({ method, refundedFen }) => method === 'alipay' && refundedFen > 0).length,
  }
}

async function tryTo<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
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

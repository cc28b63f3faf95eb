import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { canRegister, loadCatalog } from '../platform/src/modules/catalog/index.ts'
import type { World } from '../scripts/world/start-world.ts'
import { type Bench, type Figure, percentile } from './figures.ts'
import { inTemporaryWorld } from './in-temporary-world.ts'
import { Keyboard } from './keystroke.ts'
import { madeUpLabel } from './made-up-zone.ts'
import { processorSeconds } from './processor-time.ts'
import { makeTakenFolder } from './taken-folder.ts'

const rows = 300
const words = Array.from({ length: 400 }, (_, n) => madeUpLabel(n))

/** Every key of words of ten letters is a search over 300 suffixes that memory answers: most taken by the index, the rest refused. */
export const benchSearchIndex: Bench = ({ quick, say }) => {
  const catalog = loadCatalog()
  const sold = catalog.suffixes.filter(canRegister)
  const more = catalog.known.filter(({ suffix, periods }) => periods.min !== null && !catalog.suffix(suffix))
  const suffixes = [...sold, ...more].slice(0, rows).map(({ suffix }) => suffix)
  const typed = new Set(words.flatMap((word) => Array.from(word, (_, n) => word.slice(0, n + 1))))
  return inTemporaryWorld(
    async (world) => {
      const keyboard = new Keyboard(world.origin, suffixes, rows)
      try {
        await inTurn(keyboard, 1, quick ? 1_000 : 8_000)
        say('one user …')
        const one = await measured(world, () => typing(keyboard, 1, quick ? 4_000 : 45_000))
        say('as fast as it goes …')
        const most = await measured(world, () => inTurn(keyboard, 4, quick ? 2_000 : 10_000))
        say('100 visitors …')
        // Their words are the first that registries confirm: sessions are opened once, and not what a key takes.
        await typing(keyboard, 100, quick ? 3_000 : 6_000, 4_000)
        const visitors = await measured(world, () => typing(keyboard, 100, quick ? 4_000 : 30_000, 4_000))
        say('100 users …')
        await typing(keyboard, 100, 1_000)
        const many = await measured(world, () => typing(keyboard, 100, quick ? 2_000 : 15_000))
        return [
          ...figures('index', one, 'one user, a key every 150 to 250 ms'),
          ...figures('index100Users', many, '100 users at that pace'),
          ...figures('index100Visitors', visitors, 'of whom each looks at the answer for 4 s after a word of ten keys'),
          { key: 'index100VisitorsKeysPerSecond', value: visitors.perSecond, unit: '/s', note: 'hit by all of them' },
          { key: 'index100VisitorsLatePercent', value: visitors.latePercent, unit: '%' },
          {
            key: 'index100VisitorsProcessorMs',
            value: visitors.processorMs,
            unit: 'ms',
            note: 'with confirming their words',
          },
          { key: 'index100UsersKeysPerSecond', value: many.perSecond, unit: '/s', note: 'hit by all of them' },
          { key: 'index100UsersLatePercent', value: many.latePercent, unit: '%', note: 'not answered by the next key' },
          { key: 'indexPerSecond', value: most.perSecond, unit: '/s', note: 'one key after the other, 4 at a time' },
          { key: 'indexProcessorMs', value: most.processorMs, unit: 'ms', note: 'of the platform, a key' },
          { key: 'load', value: loadavg()[0] ?? 0, unit: '', note: 'of the machine in the last minute' },
        ]
      } finally {
        keyboard.close()
      }
    },
    {
      prepare: (folder) =>
        makeTakenFolder(
          folder,
          sold.map(({ ascii }) => ascii),
          [...typed],
        ),
      configuration: (folder) => ({ catalog: { prices: priceListWith(folder, more) } }),
    },
  )
}

/** The example prices, and those who are not sold by them listed for renewal: their rows are refused by the rules. */
function priceListWith(folder: string, more: readonly { suffix: string }[]): string {
  const shipped = new URL('../platform/src/modules/catalog/data/prices.json', import.meta.url)
  const list = JSON.parse(readFileSync(shipped, 'utf8')) as { prices: Record<string, unknown> }
  for (const { suffix } of more)
    list.prices[suffix] ??= { register: null, renew: 9_900, transfer: null, restore: null, years: { min: 1, max: 1 } }
  const file = path.join(folder, 'prices.json')
  writeFileSync(file, JSON.stringify(list))
  return file
}

interface Measured {
  readonly milliseconds: readonly number[]
  readonly perSecond: number
  readonly processorMs: number
  readonly latePercent: number
}

interface Times {
  readonly milliseconds: number[]
  /** Answers that were not there when the next key was hit; they count with the time that they had. */
  late: number
}

async function measured(world: World, work: () => Promise<Times>): Promise<Measured> {
  const before = processorSeconds(world.platform.pid).own
  const started = performance.now()
  const { milliseconds, late } = await work()
  const seconds = (performance.now() - started) / 1_000
  const processor = processorSeconds(world.platform.pid).own - before
  return {
    milliseconds,
    perSecond: milliseconds.length / seconds,
    processorMs: (processor * 1_000) / milliseconds.length,
    latePercent: (late / milliseconds.length) * 100,
  }
}

function figures(key: string, { milliseconds }: Measured, note: string): Figure[] {
  return [
    { key: `${key}P50Ms`, value: percentile(milliseconds, 0.5), unit: 'ms', note },
    { key: `${key}P99Ms`, value: percentile(milliseconds, 0.99), unit: 'ms', note },
  ]
}

/** People who type words, each key 150 to 250 ms after the last: what is not answered by then is let go of.
 *  @param lookMs after each word, with its answer left open */
async function typing(keyboard: Keyboard, users: number, forMs: number, lookMs = 0): Promise<Times> {
  const times: Times = { milliseconds: [], late: 0 }
  const until = performance.now() + forMs
  let next = 0
  await Promise.all(
    Array.from({ length: users }, async () => {
      // Spread over the time of one word and its look.
      await delay(Math.random() * (lookMs === 0 ? 250 : 2_000 + lookMs))
      while (performance.now() < until) {
        const word = words[next++ % words.length] ?? ''
        for (const key of keysOf(word)) {
          const pace = 150 + Math.random() * 100 + (key === word ? lookMs : 0)
          const pressed = keyboard.press(key)
          const counted = pressed.answered.then((ms) => {
            times.milliseconds.push(ms ?? pace)
            if (ms === undefined) times.late++
          })
          await delay(pace)
          pressed.leave()
          await counted
          if (performance.now() >= until) break
        }
      }
    }),
  )
  return times
}

/** Each search begins when the one before has its rows. */
async function inTurn(keyboard: Keyboard, atOnce: number, forMs: number): Promise<Times> {
  const times: Times = { milliseconds: [], late: 0 }
  const until = performance.now() + forMs
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until)
        for (const key of keysOf(words[next++ % words.length] ?? '')) {
          const pressed = keyboard.press(key)
          times.milliseconds.push((await pressed.answered) ?? Number.POSITIVE_INFINITY)
          pressed.leave()
          if (performance.now() >= until) break
        }
    }),
  )
  return times
}

const keysOf = (word: string) => Array.from(word, (_, n) => word.slice(0, n + 1))

import { ApiClient } from '../scripts/world/api-client.ts'
import { type Bench, percentile } from './figures.ts'
import { inTemporaryWorld } from './in-temporary-world.ts'
import { benchSearchIndex } from './search-index.ts'

/** What memory answers, and what registries do. */
export const benchSearch: Bench = async (options) => [
  ...(await benchSearchIndex(options)),
  ...(await fromRegistries(options)),
]

/** One word over 60 suffixes, as the search page asks: time to the first and to the last answered row. */
const fromRegistries: Bench = ({ quick, say }) =>
  inTemporaryWorld(async (world) => {
    const { suffixes } = await new ApiClient(world.origin).get<{
      suffixes: { suffix: string; supports: { register: boolean }; flow: string }[]
    }>('catalog/suffixes')
    const chosen = suffixes
      .filter(({ supports, flow }) => supports.register && flow === 'general')
      .slice(0, 60)
      .map(({ suffix }) => suffix)
      .join(',')
    let word = 0
    const once = async (first: number[], last: number[]) => {
      const started = performance.now()
      let seen = false
      await new ApiClient(world.origin).events(
        `search?q=bench-${++word}&suffixes=${encodeURIComponent(chosen)}`,
        (event) => {
          if (event === 'row' && !seen) {
            seen = true
            first.push(performance.now() - started)
          }
          if (event === 'done') last.push(performance.now() - started)
          return event === 'done'
        },
      )
    }
    const run = async (users: number, searches: number) => {
      const first: number[] = []
      const last: number[] = []
      let left = searches
      await Promise.all(
        Array.from({ length: users }, async () => {
          while (left-- > 0) await once(first, last)
        }),
      )
      return { first, last }
    }
    await run(1, quick ? 30 : 100)
    say('one user …')
    const one = await run(1, quick ? 100 : 500)
    say('32 users …')
    // The pool opens its further sessions under the first of the load: once, and not what a search takes.
    await run(32, 128)
    const many = await run(32, quick ? 500 : 2_000)
    return [
      { key: 'firstRowP50Ms', value: percentile(one.first, 0.5), unit: 'ms', note: '1 user' },
      { key: 'firstRowP99Ms', value: percentile(one.first, 0.99), unit: 'ms', note: '1 user' },
      { key: 'lastRowP50Ms', value: percentile(one.last, 0.5), unit: 'ms', note: '1 user' },
      { key: 'lastRowP99Ms', value: percentile(one.last, 0.99), unit: 'ms', note: '1 user' },
      { key: 'firstRowP50Ms32', value: percentile(many.first, 0.5), unit: 'ms', note: '32 users' },
      { key: 'firstRowP99Ms32', value: percentile(many.first, 0.99), unit: 'ms', note: '32 users' },
      { key: 'lastRowP50Ms32', value: percentile(many.last, 0.5), unit: 'ms', note: '32 users' },
      { key: 'lastRowP99Ms32', value: percentile(many.last, 0.99), unit: 'ms', note: '32 users' },
    ]
  })

import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { answerRows } from './answer-rows.ts'
import type { SearchEvent } from './events.ts'
import { planSearch } from './plan-search.ts'
import type { KnownAnswer } from './ports.ts'

const catalog = loadCatalog()
const day = '2026-11-24'

interface World {
  readonly known?: Record<string, KnownAnswer>
  /** What each name is at its registry; a name that is not here is not answered. */
  readonly registry?: Record<string, boolean>
  readonly stays?: () => Promise<boolean>
}

async function search(query: string, suffixes: string[], { known = {}, registry = {}, stays }: World) {
  const asked: string[] = []
  const events: SearchEvent[] = []
  for await (const event of answerRows(planSearch({ query, suffixes }, catalog, day), {
    known: { answer: (suffix, label) => known[`${label}.${suffix}`] ?? 'not-known' },
    asker: {
      async check(_, names) {
        asked.push(...names)
        return new Map(
          names.flatMap((name) => (name in registry ? [[name, { available: registry[name] === true }]] : [])),
        )
      },
    },
    limitMs: 1_000,
    elapsed: () => 0,
    ...(stays ? { stays } : {}),
  }))
    events.push(event)
  const rows = events.flatMap((event) => (event.event === 'row' ? [event.data] : []))
  return { rows, asked, done: events.find(({ event }) => event === 'done')?.data }
}

describe('names that memory knows', () => {
  it('are taken at once when they are ours, and stay so when the registry is silent', async () => {
    const { rows, asked, done } = await search('mine-1', ['net'], { known: { 'mine-1.net': 'taken' } })
    expect(rows).toEqual([{ id: '0', state: 'taken', findings: [] }])
    expect(asked).toEqual(['mine-1.net'])
    expect(done).toMatchObject({ answered: 1, total: 1 })
  })

  it('are free again when the registry says so, also when they were ours', async () => {
    const { rows, done } = await search('mine-2', ['net'], {
      known: { 'mine-2.net': 'taken' },
      registry: { 'mine-2.net': true },
    })
    expect(rows.map(({ state }) => state)).toEqual(['taken', 'free'])
    expect(done).toMatchObject({ answered: 1, total: 1 })
  })

  it('are shown as taken at once, and confirmed by the registry', async () => {
    const { rows } = await search('likely-1', ['net'], {
      known: { 'likely-1.net': 'perhaps-taken' },
      registry: { 'likely-1.net': false },
    })
    expect(rows).toEqual([
      { id: '0', state: 'taken', confirmed: false, findings: [] },
      { id: '0', state: 'taken', findings: [] },
    ])
  })

  it('are corrected when memory was wrong: no name is lost to a false "taken"', async () => {
    const { rows, done } = await search('wrong-1', ['net'], {
      known: { 'wrong-1.net': 'perhaps-taken' },
      registry: { 'wrong-1.net': true },
    })
    expect(rows.map(({ state, confirmed }) => [state, confirmed])).toEqual([
      ['taken', false],
      ['free', undefined],
    ])
    expect(done).toMatchObject({ answered: 1, total: 1 })
  })

  it('are unanswered in the end when the registry stays silent', async () => {
    const { rows, done } = await search('silent-1', ['net'], { known: { 'silent-1.net': 'perhaps-taken' } })
    expect(rows.map(({ state }) => state)).toEqual(['taken', 'unanswered'])
    expect(done).toMatchObject({ answered: 0 })
  })

  it('are not asked about for somebody who has typed on; others are asked at once', async () => {
    const { rows, asked, done } = await search('typed-1', ['net', 'org'], {
      known: { 'typed-1.net': 'perhaps-taken' },
      registry: { 'typed-1.net': true, 'typed-1.org': true },
      stays: async () => false,
    })
    expect(asked).toEqual(['typed-1.org'])
    expect(rows.map(({ id, state, confirmed }) => [id, state, confirmed])).toEqual([
      ['0', 'taken', false],
      ['1', 'free', undefined],
    ])
    expect(done).toBeUndefined()
  })

  it('are confirmed for a reader who stays', async () => {
    const { rows, asked } = await search('typed-2', ['net'], {
      known: { 'typed-2.net': 'perhaps-taken' },
      registry: { 'typed-2.net': true },
      stays: async () => true,
    })
    expect(asked).toEqual(['typed-2.net'])
    expect(rows.map(({ state, confirmed }) => [state, confirmed])).toEqual([
      ['taken', false],
      ['free', undefined],
    ])
  })
})

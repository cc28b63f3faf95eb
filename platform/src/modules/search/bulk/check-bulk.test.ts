import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../catalog/index.ts'
import type { KnownAnswer } from '../ports.ts'
import { type BulkEvent, type BulkRow, checkBulk } from './check-bulk.ts'

const catalog = loadCatalog()

async function* lines(names: readonly string[]) {
  for (const [at, typed] of names.entries()) yield { line: at + 1, typed }
}

async function check(
  names: readonly string[],
  {
    known = {},
    free = () => true,
    silent = false,
  }: { known?: Record<string, KnownAnswer>; free?: (ascii: string) => boolean; silent?: boolean } = {},
) {
  const sizes: number[] = []
  const order: string[] = []
  let open = 0
  let most = 0
  const events: BulkEvent[] = []
  for await (const event of checkBulk(lines(names), {
    catalog,
    known: { answer: (suffix, label) => known[`${label}.${suffix}`] ?? 'not-known' },
    asker: {
      async check(_, asked) {
        sizes.push(asked.length)
        order.push(...asked)
        most = Math.max(most, ++open)
        await new Promise((resolve) => setTimeout(resolve, 1))
        open--
        if (silent) throw new Error('silent')
        return new Map(asked.map((ascii) => [ascii, { available: free(ascii) }]))
      },
    },
    day: '2026-11-24',
    limitMs: 1_000,
    gone: new AbortController().signal,
  }))
    events.push(event)
  const rows = events.filter((event): event is BulkRow => event.type === 'row')
  return { rows, sizes, order, most, done: events.at(-1) }
}

describe('many names at once', () => {
  it('answers each line: refused with its rule, folded, taken, free', async () => {
    const { rows, done } = await check(
      ['龙门7.中国', '-bad.cn', '龍門7.中国', 'mine-1.com', 'gone-1.com', 'new-1.com', 'new-1.nosuch'],
      { known: { 'mine-1.com': 'taken' }, free: (ascii) => !['mine-1.com', 'gone-1.com'].includes(ascii) },
    )
    const byLine = rows.toSorted((a, b) => a.line - b.line)
    expect(byLine.map(({ line, state, of }) => [line, state, of])).toEqual([
      [1, 'free', undefined],
      [2, 'refused', undefined],
      [3, 'duplicate', 1],
      [4, 'taken', undefined],
      [5, 'taken', undefined],
      [6, 'free', undefined],
      [7, 'refused', undefined],
    ])
    expect(byLine[1]?.findings?.[0]).toMatchObject({
      field: 'label',
      severity: 'refuse',
      source: { document: expect.any(String) },
    })
    expect(byLine[6]?.findings?.[0]).toMatchObject({ rule: 'SUFFIX-ABSENT-01' })
    expect(done).toEqual({ type: 'done', total: 7, counts: { free: 2, refused: 2, duplicate: 1, taken: 2 } })
  })

  it('corrects what memory had wrong, and calls nothing free that was not answered', async () => {
    const known = { 'likely-1.com': 'perhaps-taken' } as const
    const corrected = await check(['likely-1.com'], { known })
    expect(corrected.rows.map(({ state, confirmed }) => [state, confirmed])).toEqual([
      ['taken', false],
      ['free', undefined],
    ])
    const released = await check(['ours-1.com'], { known: { 'ours-1.com': 'taken' } })
    expect(released.rows.map(({ state }) => state)).toEqual(['taken', 'free'])
    const ours = await check(['ours-1.com'], { known: { 'ours-1.com': 'taken' }, silent: true })
    expect(ours.done).toMatchObject({ counts: { taken: 1 } })
    const silent = await check(['likely-1.com', 'other-1.com'], { known, silent: true })
    expect(silent.done).toMatchObject({ counts: { unanswered: 2 } })
  })

  it('asks a registry for fifty names at a time, twice at once', async () => {
    const { sizes, most, rows } = await check(Array.from({ length: 1_234 }, (_, n) => `bulk-${n}.com`))
    expect(Math.max(...sizes)).toBe(50)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_234)
    expect(most).toBe(2)
    expect(rows).toHaveLength(1_234)
  })

  it('asks first what nobody knows, and confirms what memory has told when the list is read', async () => {
    const names = Array.from({ length: 600 }, (_, n) => `${n % 2 === 0 ? 'likely' : 'new'}-${n}.com`)
    const known = Object.fromEntries(
      names.filter((name) => name.startsWith('likely')).map((name) => [name, 'perhaps-taken' as const]),
    )
    const { order, rows, done } = await check(names, { known, free: (ascii) => ascii.startsWith('new') })
    expect(order.slice(0, 300).every((name) => name.startsWith('new'))).toBe(true)
    expect(order).toHaveLength(600)
    expect(rows.filter(({ confirmed }) => confirmed === false)).toHaveLength(300)
    expect(done).toEqual({ type: 'done', total: 600, counts: { free: 300, taken: 300 } })
  })
})

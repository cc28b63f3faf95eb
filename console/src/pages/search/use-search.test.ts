import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Change, changed, followSearch, nothing } from './use-search.ts'

const row = (id: string, state = 'free') => ({ id, state, findings: [] })
const plan = { query: '山月茶', normalised: '山月茶', rows: [], findings: [] }
const sent = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

let feed: ReadableStreamDefaultController<Uint8Array>
const keepFeed = (controller: typeof feed) => {
  feed = controller
}
const asked = vi.fn()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', (address: string) => {
    asked(address)
    return Promise.resolve(new Response(new ReadableStream<Uint8Array>({ start: keepFeed })))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  asked.mockReset()
})

const say = async (...events: string[]) => {
  for (const event of events) feed.enqueue(new TextEncoder().encode(event))
  await vi.advanceTimersByTimeAsync(1)
}

async function follow(signal = new AbortController().signal) {
  const changes: Change[] = []
  const end = followSearch('山月茶', 'cn', signal, (change) => changes.push(change))
  await vi.advanceTimersByTimeAsync(1)
  return { changes, end, kinds: () => changes.map(({ kind }) => kind) }
}

describe('following a search', () => {
  it('paints nothing until the first answers were gathered, and then the plan with all of them at once', async () => {
    const { changes, kinds } = await follow()
    await say(sent('plan', plan), sent('row', row('1')), sent('row', row('2')))
    expect(kinds()).toEqual([])
    await vi.advanceTimersByTimeAsync(60)
    expect(changes).toMatchObject([
      { kind: 'plan', plan },
      { kind: 'answers', early: true, answers: [{ id: '1' }, { id: '2' }] },
    ])
    await say(sent('row', row('3')))
    expect(changes.at(-1)).toMatchObject({ kind: 'answers', early: false, answers: [{ id: '3' }] })
    expect(asked).toHaveBeenCalledWith(`/v1/search?q=${encodeURIComponent('山月茶')}&suffixes=cn`)
  })

  it('does not wait when everything is there already', async () => {
    const { kinds, end } = await follow()
    await say(sent('plan', plan), sent('row', row('1')), sent('done', { answered: 1, total: 1, ms: 4 }))
    feed.close()
    await end
    expect(kinds()).toEqual(['plan', 'answers', 'done'])
  })

  it('shows what it has when the stream is cut, says so, and tells a left page nothing', async () => {
    for (const cutOff of [() => feed.close(), () => feed.error(new TypeError('network error'))]) {
      const cut = await follow()
      const end = expect(cut.end).rejects.toMatchObject({ status: 0 })
      await say(sent('plan', plan), sent('row', row('1')))
      cutOff()
      await end
      expect(cut.kinds()).toEqual(['plan', 'answers'])
      await vi.advanceTimersByTimeAsync(100)
      expect(cut.kinds()).toEqual(['plan', 'answers'])
    }

    const leaving = new AbortController()
    const left = await follow(leaving.signal)
    await say(sent('plan', plan), sent('row', row('1')))
    leaving.abort()
    await vi.advanceTimersByTimeAsync(100)
    expect(left.kinds()).toEqual([])
  })
})

describe('what a search has shown', () => {
  it('is filled row by row, corrected by a later row with the same id, and gives way to the next', () => {
    const answers = (answer: unknown, early: boolean) =>
      ({ kind: 'answers', answers: [answer], early }) as unknown as Change
    const first = changed(changed(nothing, { kind: 'plan', plan }), answers(row('1', 'taken'), true))
    const second = changed(first, answers(row('1', 'free'), false))
    expect(first.answers['1']).toMatchObject({ state: 'taken', early: true })
    expect(second.answers['1']).toMatchObject({ state: 'free', early: false })
    expect(changed(second, { kind: 'error', error: 'cut' })).toMatchObject({ error: 'cut', plan })
    expect(changed(second, { kind: 'start', word: '' })).toEqual(nothing)
    // What was shown stays until the next search knows its rows.
    const next = changed(second, { kind: 'start', word: 'typed-on' })
    expect(next).toMatchObject({ stale: true, plan, answers: second.answers })
    expect(changed(next, { kind: 'plan', plan })).toMatchObject({ stale: false, answers: {} })
    expect(changed(next, { kind: 'error', error: 'cut' })).toMatchObject({ plan: null, error: 'cut' })
  })
})

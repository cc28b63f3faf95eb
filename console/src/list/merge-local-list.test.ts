import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

const item = (ascii: string) => ({ name: ascii, ascii, suffix: 'cn', years: 1, price: {}, state: 'ok', findings: [] })

describe('the list of a visitor who signs in (S1-84)', () => {
  it('loses no name to a full list, to haste or to a session that ended: only what the rules refuse is left out', async () => {
    const answers: Record<string, number> = {
      'good.cn': 200,
      'refused.cn': 422,
      'full.cn': 409,
      'hasty.cn': 429,
      'ended.cn': 401,
      'failing.cn': 500,
    }
    const kept = new Map([['yuming.list', JSON.stringify(Object.keys(answers).map(item))]])
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    })
    vi.stubGlobal('addEventListener', () => undefined)
    vi.stubGlobal('fetch', (address: string) =>
      Promise.resolve(new Response('{}', { status: answers[address.slice('/v1/list/'.length)] ?? 500 })),
    )
    const { mergeLocalList } = await import('./use-name-list.ts')
    await mergeLocalList()
    const left = JSON.parse(kept.get('yuming.list') ?? '') as { ascii: string }[]
    expect(left.map(({ ascii }) => ascii)).toEqual(['full.cn', 'hasty.cn', 'ended.cn', 'failing.cn'])
  })
})

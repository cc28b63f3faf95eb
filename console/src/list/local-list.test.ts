import { describe, expect, it, vi } from 'vitest'
import type { ListItem } from '../api/types.ts'
import { localListIn } from './local-list.ts'

const item = (name: string, years = 1): ListItem => ({
  name,
  ascii: name,
  suffix: 'cn',
  years,
  price: { registerFen: 2900, renewFen: 3900 },
  state: 'ok',
  findings: [],
})
function keeper(start?: string) {
  const kept = new Map(start === undefined ? [] : [['yuming.list', start]])
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

describe('the list of a visitor (S1-84)', () => {
  it('keeps the order of adding, changes a known name in place, drops and clears', () => {
    const list = localListIn(keeper(), new EventTarget())
    list.put(item('a.cn'))
    list.put(item('b.cn'))
    list.put(item('a.cn', 3))
    expect(list.read().map(({ ascii, years }) => [ascii, years])).toEqual([
      ['a.cn', 3],
      ['b.cn', 1],
    ])
    list.drop('a.cn')
    expect(list.read().map(({ ascii }) => ascii)).toEqual(['b.cn'])
    list.clear()
    expect(list.read()).toEqual([])
  })

  it('is there again after the page was left', () => {
    const storage = keeper()
    localListIn(storage, new EventTarget()).put(item('a.cn'))
    expect(localListIn(storage, new EventTarget()).read()).toEqual([item('a.cn')])
  })

  it('follows another window', () => {
    const storage = keeper()
    const window = new EventTarget()
    const list = localListIn(storage, window)
    const heard = vi.fn()
    const stop = list.subscribe(heard)
    localListIn(storage, new EventTarget()).put(item('a.cn'))
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'yuming.list' }))
    expect(list.read()).toHaveLength(1)
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
    list.clear()
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it.each(['not json', '{}', 'null', '[1, {"ascii": 5}, {"name": "x"}]'])('makes nothing of %s', (start) => {
    expect(localListIn(keeper(start), new EventTarget()).read()).toEqual([])
  })

  it('gives all names the same years, and drops several at once', () => {
    const list = localListIn(null, new EventTarget())
    for (const ascii of ['a.cn', 'b.cn', 'c.cn']) list.put(item(ascii))
    list.setAll(4)
    list.dropAll(['a.cn', 'c.cn'])
    expect(list.read()).toMatchObject([{ ascii: 'b.cn', years: 4 }])
  })

  it('lives without a storage, and with one that is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    for (const storage of [null, full]) {
      const list = localListIn(storage, new EventTarget())
      list.put(item('a.cn'))
      expect(list.read()).toHaveLength(1)
    }
  })
})

import { expect, it } from 'vitest'
import { shopFronts } from './shop-fronts.ts'

const china = { id: 'cn', kind: 'china', url: 'https://yuming.example' } as const
const world = { id: 'intl', kind: 'international', url: 'https://intl.yuming.example' } as const

it('finds the front of a host, whatever its port and case', () => {
  const fronts = shopFronts([china, world])
  expect(fronts.of('intl.yuming.example')).toBe(world)
  expect(fronts.of('INTL.yuming.example:8443')).toBe(world)
  expect(fronts.of('yuming.example')).toBe(china)
})

it('is at the first front under a host that is not configured', () => {
  expect(shopFronts([china, world]).of('127.0.0.1:8080')).toBe(china)
})

it('tells fronts on one machine apart by their ports', () => {
  const here = { ...china, url: 'http://127.0.0.1:8080' }
  const there = { ...world, url: 'http://127.0.0.1:8081' }
  const fronts = shopFronts([here, there])
  expect([fronts.of('127.0.0.1:8081'), fronts.of('127.0.0.1:8080')]).toEqual([there, here])
})

it('points from each front to the other, and nowhere when there is one', () => {
  const fronts = shopFronts([china, world])
  expect([fronts.other(china), fronts.other(world)]).toEqual([world, china])
  expect(shopFronts([china]).other(china)).toBeUndefined()
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, hrefOf, matchPath, type Path } from './paths.ts'
import { searchValues } from './place.ts'

describe('addresses', () => {
  it.each<[string, Path | undefined, Record<string, string>?]>([
    ['/', '/', {}],
    ['/prices', '/prices', {}],
    ['/prices/', '/prices', {}],
    ['/templates/new', '/templates/new', {}],
    ['/orders/2026', '/orders/$number', { number: '2026' }],
    ['/orders/2026/pay', '/orders/$number/pay', { number: '2026' }],
    ['/domains/%E5%B1%B1%E6%9C%88.cn', '/domains/$name', { name: '山月.cn' }],
    ['/suffixes/%E4%B8%AD%E5%9B%BD', '/suffixes/$suffix', { suffix: '中国' }],
    ['/nothing', undefined],
    ['/orders//pay', undefined],
    ['/orders/1/pay/2', undefined],
    ['/domains/%E5%ZZ', undefined],
  ])('%s is %s', (pathname, path, params) => {
    expect(matchPath(pathname)).toEqual(path && { path, params })
  })

  it('of any name lead back to that name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        const { pathname } = new URL(
          hrefOf({ to: '/domains/$name', params: { name: `x${name}` } }),
          'https://yuming.example',
        )
        expect(matchPath(pathname)).toEqual({ path: '/domains/$name', params: { name: `x${name}` } })
      }),
    )
  })

  it('carry the question without the absent, and the place on the page', () => {
    expect(hrefOf({ to: '/', search: { q: '山 月', suffixes: undefined, mode: '' }, hash: 'list' })).toBe(
      '/?q=%E5%B1%B1+%E6%9C%88#list',
    )
  })

  it.each([
    ['', ''],
    ['#renew', 'renew'],
    ['#%E7%BB%AD%E8%B4%B9', '续费'],
    ['#100%', '100%'],
    ['#%E7%ZZ', '%E7%ZZ'],
  ])('with the place %s open at “%s”', (hash, place) => {
    expect(hashOf(hash)).toBe(place)
  })

  it('give back the asked values only, as text', () => {
    expect(searchValues('q=123&mode=&x=1&lang=en', ['q', 'mode', 'suffixes'])).toEqual({ q: '123' })
  })
})

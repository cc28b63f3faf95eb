import { describe, expect, it } from 'vitest'
import type { Catalog } from '../../catalog/index.ts'
import type { OwnDomain } from '../../domains/index.ts'
import { addYears } from './add-years.ts'
import { quoteRenewals, type WantedRenewal } from './quote-renewals.ts'

const now = new Date('2026-11-24T02:00:00Z')
const priceOf: Record<string, number | null> = { cn: 3_900, xyz: null }
const catalog = {
  suffix: (suffix: string) => ({ suffix, priceFen: { register: 1, renew: priceOf[suffix] ?? null } }),
} as unknown as Catalog

function domain(ascii: string, expiresAt: string, facts: object = {}): [string, OwnDomain] {
  const suffix = ascii.slice(ascii.indexOf('.') + 1)
  return [
    ascii,
    {
      row: { name: ascii, ascii, suffix, registry: suffix, expires_at: new Date(expiresAt) },
      facts: {
        today: '2026-11-24',
        expiresOn: expiresAt.slice(0, 10),
        registeredOn: '2020-01-01',
        statuses: ['ok'],
        identity: 'verified',
        realName: 'required',
        runningTask: undefined,
        runningKind: undefined,
        holderChange: { state: 'none', on: null, reason: null },
        suffix: { name: suffix, verifyBefore: true },
        ...facts,
      },
    } as unknown as OwnDomain,
  ]
}
const domains = new Map([
  domain('a.cn', '2027-03-02T02:00:00Z'),
  domain('late.cn', '2026-11-23T17:00:00Z'),
  domain('far.cn', '2035-11-24T02:00:00Z'),
  domain('leap.cn', '2028-02-29T02:00:00Z'),
  domain('dear.xyz', '2027-03-02T02:00:00Z'),
  domain('busy.cn', '2027-03-02T02:00:00Z', { runningTask: 'T1', runningKind: 'ORDER_RENEW' }),
])
const quote = (...lines: [ascii: string, years: number, expectedExpiry: string][]) =>
  quoteRenewals(
    lines.map(([ascii, years, expectedExpiry]): WantedRenewal => ({ ascii, years, expectedExpiry })),
    domains,
    { catalog, now },
  )
const rulesOf = (...line: [ascii: string, years: number, expectedExpiry: string]) =>
  quote(line)[0]?.findings.map(({ rule }) => rule)

describe('renewals of many names', () => {
  it('have each its price and its new day, in China', () => {
    expect(quote(['a.cn', 2, '2027-03-02'], ['leap.cn', 1, '2028-02-29'])).toMatchObject([
      { state: 'ok', price: { subtotalFen: 7_800, unitText: '¥39×2' }, newExpiry: '2029-03-02' },
      { state: 'ok', price: { subtotalFen: 3_900 }, newExpiry: '2029-02-28' },
    ])
    // 17:00 UTC is the next day here.
    expect(quote(['late.cn', 1, '2026-11-24'])).toMatchObject([{ state: 'ok', newExpiry: '2027-11-24' }])
  })

  it('go up to ten years from now, to the day', () => {
    expect(rulesOf('far.cn', 1, '2035-11-24')).toEqual([])
    expect(rulesOf('far.cn', 2, '2035-11-24')).toEqual(['RENEW-TERM-01'])
    expect(quote(['far.cn', 2, '2035-11-24'])[0]?.findings[0]?.remedy.zh).toBe('最多续 1 年')
  })

  it('are refused row by row: another account’s name, a moved day, no price, a second row, something in progress', () => {
    expect(rulesOf('other.cn', 1, '2027-03-02')).toEqual(['RENEW-OWN-01'])
    expect(rulesOf('a.cn', 1, '2026-03-02')).toEqual(['RENEW-EXPIRY-01'])
    expect(rulesOf('dear.xyz', 1, '2027-03-02')).toEqual(['RENEW-PRICE-01'])
    expect(rulesOf('busy.cn', 1, '2027-03-02')).toEqual(['TASK-RUNNING-01'])
    const both = quote(['a.cn', 1, '2027-03-02'], ['a.cn', 1, '2027-03-02'])
    expect(both.map(({ state }) => state)).toEqual(['ok', 'invalid'])
    expect(both[1]?.findings.map(({ rule }) => rule)).toEqual(['RENEW-TWICE-01'])
  })

  it('count years as registries do', () => {
    expect(addYears(new Date('2028-02-29T00:00:00Z'), 4).toISOString()).toBe('2032-02-29T00:00:00.000Z')
    expect(addYears(new Date('2028-02-29T00:00:00Z'), 1).toISOString()).toBe('2029-02-28T00:00:00.000Z')
  })
})

import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { lifeOf } from './life.ts'
import type { DomainFacts } from './service-state.ts'

const catalog = loadCatalog()
const facts = { registeredOn: '2025-11-24', expiresOn: '2026-11-24', today: '2026-11-24' } as DomainFacts
const after = (suffix: string) =>
  lifeOf(facts, catalog.find(suffix)?.lifecycle)
    .phases.slice(1)
    .map(({ key, from, to, days }) => [key, from, to, days])

describe('what follows the end of a name', () => {
  it.each([
    [
      'cn',
      [
        ['grace', '2026-11-24', '2026-12-24', 30],
        ['redemption', '2026-12-24', '2027-01-08', 15],
        ['delete', '2027-01-08', '2027-01-08', 0],
      ],
    ],
    [
      'com',
      [
        ['grace', '2026-11-24', '2026-12-24', 30],
        ['redemption', '2026-12-24', '2027-01-23', 30],
        ['delete', '2027-01-23', '2027-01-28', 5],
      ],
    ],
    [
      'hk',
      [
        ['grace', '2026-11-24', '2026-12-22', 28],
        ['redemption', '2026-12-22', '2027-02-19', 59],
        ['delete', '2027-02-19', '2027-02-19', 0],
      ],
    ],
  ])('is as the catalogue says for .%s', (suffix, phases) => {
    expect(after(suffix)).toEqual(phases)
  })

  it('is not known where the catalogue does not know it, nor is any day after that', () => {
    expect(after('io')).toEqual([
      ['grace', '2026-11-24', null, null],
      ['redemption', null, null, 30],
      ['delete', null, null, 5],
    ])
    expect(after('no-such-suffix').map(([, , to, days]) => [to, days])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })
})

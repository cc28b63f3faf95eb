import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { unpaidDays } from './unpaid-days.ts'

const day = 86_400_000
const expiresAt = new Date('2026-11-24T02:32:05Z')
const after = (at: Date) => (at.getTime() - expiresAt.getTime()) / day
const { lifecycle } = loadCatalog().find('com') ?? {}
const daysOf = (renewGraceDays: number | null, autoRenewGraceDays: number | null, heldAt: Date | null = null) => {
  if (!lifecycle) throw new Error('com is not known')
  const days = unpaidDays({ expiresAt, heldAt }, { ...lifecycle, renewGraceDays, autoRenewGraceDays })
  return { stops: after(days.stopsAt), deleted: after(days.deletedAt), ends: after(days.graceEnds) }
}

describe('a name that its registry has renewed by itself and that nobody pays for', () => {
  it.each([
    ['com', 20, 30],
    ['cn', 20, 30],
    ['no-such-suffix', 20, 30],
  ])('under %s stops after %i days and is deleted after %i', (suffix, stops, deleted) => {
    const days = unpaidDays({ expiresAt, heldAt: null }, loadCatalog().find(suffix)?.lifecycle)
    expect([after(days.stopsAt), after(days.deletedAt), after(days.graceEnds)]).toEqual([stops, deleted, 45])
  })

  it('is interrupted for the last eight days at least, and deleted while the year is given back where the grace has ten (ERRP 2.2)', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(90)), fc.option(fc.integer({ min: 10, max: 90 })), (renew, grace) => {
        const { stops, deleted, ends } = daysOf(renew, grace)
        expect(stops).toBeGreaterThanOrEqual(0)
        expect(deleted - stops).toBeGreaterThanOrEqual(8)
        expect(deleted).toBeLessThan(ends)
      }),
    )
  })

  it('has its eight days also where the interruption began late, after a downtime', () => {
    const heldAt = new Date(expiresAt.getTime() + 41 * day)
    expect(daysOf(30, 45, heldAt)).toMatchObject({ stops: 41, deleted: 49 })
  })
})

import { type FeeQuote, fee } from '@yuming/epp'
import { describe, expect, it } from 'vitest'
import { premiumIn } from './fees.ts'

const told = (result: { class?: string; commands: FeeQuote[] }) =>
  premiumIn([fee.elements.chkData({ currency: 'USD', results: [{ objID: 'Gold.xyz', avail: true, ...result }] })]).get(
    'gold.xyz',
  )

const create = (amount: string, standard?: boolean): FeeQuote => ({
  name: 'create',
  fees: [{ amount }],
  ...(standard === undefined ? {} : { standard }),
})
const renew = (standard: boolean): FeeQuote => ({ name: 'renew', fees: [{ amount: '9' }], standard })

describe('a premium name, as registries tell it (RFC 8748 §3.7, §3.8)', () => {
  it('is one whose create is not standard, or that has a class of its own', () => {
    expect(told({ commands: [create('100.00', false), renew(true)] })).toEqual({
      fee: { currency: 'USD', amount: '100.00' },
      renewsAsUsual: true,
    })
    expect(told({ class: 'Tier-3', commands: [create('12.345'), renew(false)] })).toEqual({ renewsAsUsual: false })
    expect(told({ class: 'Tier-3', commands: [create('70')] })).toEqual({
      fee: { currency: 'USD', amount: '70.00' },
      renewsAsUsual: false,
    })
  })

  it('is none when the registry says standard, in either way, or nothing', () => {
    expect(told({ commands: [create('8', true)] })).toBeUndefined()
    expect(told({ class: 'STANDARD', commands: [create('8')] })).toBeUndefined()
    expect(told({ commands: [create('8')] })).toBeUndefined()
    expect(premiumIn([]).size).toBe(0)
  })

  it('costs the sum of its fees less its credits, or nothing that can be said', () => {
    const of = (amounts: string[], credits: string[] = []) =>
      told({
        commands: [
          {
            name: 'create',
            standard: false,
            fees: amounts.map((amount) => ({ amount })),
            credits: credits.map((amount) => ({ amount })),
          },
        ],
      })?.fee?.amount
    expect(of(['80.5', '.25'], ['-10.00'])).toBe('70.75')
    expect(of(['12.3400'])).toBe('12.34')
    expect(of(['12.345'])).toBeUndefined()
    expect(of(['5'], ['-6'])).toBeUndefined()
    expect(of([])).toBeUndefined()
  })
})

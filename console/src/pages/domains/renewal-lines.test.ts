import { describe, expect, it } from 'vitest'
import type { RenewalTrial } from '../../api/types.ts'
import { mostRenewals, orderable, renewalRequest, rowsToShow } from './renewal-lines.ts'
import { toggled } from './use-chosen.ts'

const name = (ascii: string, expiresOn: string) => ({ name: ascii, ascii, expiresOn, autoRenew: false })
const trial = (...states: ('ok' | 'invalid')[]): RenewalTrial => ({
  lines: states.map((state, at) => ({
    name: `${at}.cn`,
    ascii: `${at}.cn`,
    suffix: 'cn',
    years: 1,
    unitText: '¥39',
    discountFen: 0,
    subtotalFen: 3_900,
    state,
    findings: [],
    expiresOn: null,
    newExpiry: null,
  })),
  totalFen: 0,
  offers: [],
  codeTrouble: null,
})

describe('the request that renews many names', () => {
  it('asks for those that end first, each by its own years or else by the years of all', () => {
    const names = [name('b.cn', '2028-01-01'), name('a.cn', '2027-01-01')]
    expect(renewalRequest(names, 1, new Map([['b.cn', 3]])).lines).toEqual([
      { name: 'a.cn', years: 1, expectedExpiry: '2027-01-01' },
      { name: 'b.cn', years: 3, expectedExpiry: '2028-01-01' },
    ])
  })

  it('never asks for more than one order takes', () => {
    const many = Array.from({ length: mostRenewals + 5 }, (_, at) => name(`${at}.cn`, '2027-01-01'))
    expect(renewalRequest(many, 1, new Map()).lines).toHaveLength(mostRenewals)
  })

  it('orders only what is not refused, and shows the refused rows first', () => {
    const request = renewalRequest([name('0.cn', '2027-01-01'), name('1.cn', '2027-01-02')], 1, new Map())
    expect(orderable(request, trial('invalid', 'ok')).lines.map((line) => line.name)).toEqual(['1.cn'])
    expect(rowsToShow(trial('ok', 'invalid', 'ok')).map(({ ascii }) => ascii)).toEqual(['1.cn', '0.cn', '2.cn'])
  })
})

describe('choosing names', () => {
  it('takes one in and out again, and leaves the others as they were', () => {
    const one = toggled(new Map(), name('a.cn', '2027-01-01'))
    const two = toggled(one, name('b.cn', '2027-01-01'))
    expect([...two.keys()]).toEqual(['a.cn', 'b.cn'])
    expect([...toggled(two, name('a.cn', '2027-01-01')).keys()]).toEqual(['b.cn'])
    expect([...one.keys()]).toEqual(['a.cn'])
  })
})

import { expect, it } from 'vitest'
import { leavesOf } from './leaves-of.ts'

it('a patch is told field by field, a value with parts of its own as a whole', () => {
  expect(
    leavesOf({ priceFen: { register: 3500, renew: null }, meaning: { zh: '中', en: 'C' }, miitApprovedOn: null }),
  ).toEqual([
    { field: 'priceFen.register', value: 3500 },
    { field: 'priceFen.renew', value: null },
    { field: 'meaning', value: { zh: '中', en: 'C' } },
    { field: 'miitApprovedOn', value: null },
  ])
})

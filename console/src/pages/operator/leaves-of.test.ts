import { expect, it } from 'vitest'
import { leavesOf } from './leaves-of.ts'

it('a patch is told field by field, a value with parts of its own as a whole', () => {
  expect(
    leavesOf({ miitApprovedOn: null, meaning: { en: 'C', zh: '中' }, priceFen: { renew: null, register: 3500 } }),
  ).toEqual([
    { field: 'priceFen.register', value: 3500 },
    { field: 'priceFen.renew', value: null },
    { field: 'meaning', value: { zh: '中', en: 'C' } },
    { field: 'miitApprovedOn', value: null },
  ])
})

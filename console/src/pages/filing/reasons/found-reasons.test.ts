import { expect, it } from 'vitest'
import type { FilingReason } from '../../../api/filing.ts'
import { foundReasons } from './found-reasons.ts'

const reason = (id: string, stage: FilingReason['stage'], heard: string): FilingReason => ({
  id,
  stage,
  basis: 'documented',
  heard: [heard],
  cause: { zh: '域名过期', en: 'Domain expired' },
  fields: [{ zh: '域名有效期', en: 'Validity of the domain' }],
  remedy: { zh: '续费', en: 'Renew' },
  turn: ['you'],
  sources: [],
})
const all = [reason('one', 'review', '域名已过期'), reason('two', 'bureau', '1063 IP not as reported')]
const found = (typed: string, stage: FilingReason['stage'] | '' = '') =>
  foundReasons(all, { typed, stage }).map(({ id }) => id)

it('a reason is found by words heard, of its cause, field or remedy, in either language, all of them at once', () => {
  expect(found('')).toEqual(['one', 'two'])
  expect(found('已过期')).toEqual(['one'])
  expect(found(' ip  1063')).toEqual(['two'])
  expect(found('validity 续费')).toEqual(['one', 'two'])
  expect(found('1063 过期了')).toEqual([])
  expect(found('renew', 'bureau')).toEqual(['two'])
})

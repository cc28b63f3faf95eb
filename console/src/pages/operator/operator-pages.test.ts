import { describe, expect, it } from 'vitest'
import { desk } from '../../i18n/zh/desk.ts'
import { first } from '../../i18n/zh/first.ts'
import { rest } from '../../i18n/zh/rest.ts'
import { mayOperate, operatorPagesFor } from './operator-pages.ts'

describe('pages of those who run the platform', () => {
  it('are listed for the role that opens them, and all for an admin', () => {
    expect(operatorPagesFor(['catalog']).map(({ to }) => to)).toEqual(['/operator/catalog', '/operator/changes'])
    expect(operatorPagesFor(['reviewer']).map(({ to }) => to)).toEqual([
      '/operator/reviews',
      '/operator/cases',
      '/operator/decisions',
      '/operator/enhanced-checks',
      '/operator/filings',
      '/operator/filing-entries',
      '/operator/filing-findings',
      '/operator/bureau-files',
      '/operator/curtains',
      '/operator/reasons',
      '/operator/reviewers',
    ])
    expect(operatorPagesFor(['admin'])).toEqual(expect.arrayContaining(operatorPagesFor(['catalog'])))
  })
  it('are listed in words that come with every such page', () => {
    const words = new Set(Object.keys({ ...first, ...rest, ...desk }))
    expect(operatorPagesFor(['admin']).filter(({ text }) => !words.has(text))).toEqual([])
  })
  it('are none for a customer or another role', () => {
    expect(operatorPagesFor([])).toEqual([])
    expect(operatorPagesFor(['support']).map(({ to }) => to)).toEqual(['/operator/tickets', '/operator/domain-reports'])
    expect(operatorPagesFor(['finance']).map(({ to }) => to)).toEqual([
      '/operator/remittances',
      '/operator/refunds',
      '/operator/promotions',
    ])
    expect(mayOperate(['support'], 'catalog')).toBe(false)
  })
})

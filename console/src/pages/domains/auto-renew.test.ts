import { describe, expect, it } from 'vitest'
import type { DomainPage } from '../../api/types.ts'
import { asLoaded, toggled } from './use-chosen.ts'
import { withAutoRenew } from './with-auto-renew.ts'

const row = (ascii: string, autoRenew: boolean) => ({ name: ascii, ascii, expiresOn: '2027-03-10', autoRenew })
const page = (...items: object[]) => ({ items }) as unknown as DomainPage

describe('automatic renewal of many names', () => {
  it('is switched by what is true now, not by what was true when a name was chosen', () => {
    const before = { pages: [page(row('a.cn', false)), page(row('b.cn', false))], pageParams: [undefined, 'next'] }
    const chosen = toggled(toggled(new Map(), row('b.cn', false)), row('far.cn', true))
    const after = withAutoRenew(before, { ascii: 'b.cn', on: true })
    expect(after?.pages.map(({ items }) => items.map(({ autoRenew }) => autoRenew))).toEqual([[false], [true]])
    expect(after?.pageParams).toEqual([undefined, 'next'])
    const items = after?.pages.flatMap(({ items }) => items) ?? []
    expect(asLoaded(chosen, items).map(({ ascii, autoRenew }) => [ascii, autoRenew])).toEqual([
      ['b.cn', true],
      ['far.cn', true],
    ])
    expect(withAutoRenew(undefined, { ascii: 'b.cn', on: true })).toBeUndefined()
  })
})

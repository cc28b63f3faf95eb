import { describe, expect, it } from 'vitest'
import { allSame, differs, emptyDraft, judged, remarkOf } from './draft.ts'

const say = (row: string, shown: string) => `${row}: ${shown}`

describe('what a reviewer marks of the rows', () => {
  it('is taken back by the same mark again, and kept where all others are the same', () => {
    const marked = judged(emptyDraft, 'address', false)
    expect(differs(marked)).toBe(true)
    expect(judged(marked, 'address', false).rows).toEqual({})
    const all = allSame(marked, ['name', 'address'])
    expect(all.rows.name?.same).toBe(true)
    expect(all.rows.address?.same).toBe(false)
    expect(differs(allSame(emptyDraft, ['name', 'address']))).toBe(false)
  })
  it('becomes part of the word for the customer where the paper shows something else', () => {
    const marked = judged({ ...emptyDraft, remark: ' 请照抄 ' }, 'address', false)
    const draft = { ...marked, rows: { ...marked.rows, address: { same: false, shown: '2幢301室' } } }
    expect(remarkOf(draft, say)).toBe('请照抄\naddress: 2幢301室')
    expect(remarkOf(emptyDraft, say)).toBe('')
  })
})

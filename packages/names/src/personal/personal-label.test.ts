import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offeredWords } from './offered-words.ts'
import { partsAround, personalDefect, personalLabel } from './personal-label.ts'

const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
const name = fc.array(character, { minLength: 2, maxLength: 6 }).map((characters) => characters.join(''))
const before = fc.constantFrom('', ...offeredWords.before)
const after = fc.constantFrom('', ...offeredWords.after)

describe('the label of a 姓名.网址 domain (S1-116…S1-119)', () => {
  it('is read back into what it was made of, whatever was chosen', () => {
    fc.assert(
      fc.property(before, name, after, (first, own, last) => {
        const label = personalLabel({ before: first, name: own, after: last })
        expect(personalDefect({ before: first, name: own, after: last })).toBeUndefined()
        const parts = partsAround(label, own)
        expect(parts && personalLabel(parts)).toBe(label)
        expect(parts?.name).toBe(own)
      }),
    )
  })

  it('is nobody else’s: one character more that no list has is another name', () => {
    fc.assert(
      fc.property(before, name, after, character, (first, own, last, more) => {
        fc.pre(!offeredWords.before.includes(more) && !offeredWords.after.includes(more))
        for (const label of [`${more}${first}${own}${last}`, `${first}${own}${last}${more}`]) {
          const parts = partsAround(label, own)
          expect(parts === undefined || personalLabel(parts) === label).toBe(true)
          if (parts) {
            // A word of the list may end or begin with that very character, as 设计师 does.
            expect(['', ...offeredWords.before]).toContain(parts.before)
            expect(['', ...offeredWords.after]).toContain(parts.after)
          }
        }
      }),
    )
    expect(partsAround('张三丰', '张三')).toBeUndefined()
    expect(partsAround('老张三', '张三')).toBeUndefined()
    expect(partsAround('设计师律师张三', '张三')).toBeUndefined()
  })

  it('takes the example, and each word only at its own side', () => {
    expect(partsAround('设计师张三博士', '张三')).toEqual({ before: '设计师', name: '张三', after: '博士' })
    expect(partsAround('博士张三', '张三')).toBeUndefined()
    expect(partsAround('张三厨师', '张三')).toBeUndefined()
    expect(partsAround('张三', ' 张 三 ')).toEqual({ before: '', name: '张三', after: '' })
    expect(partsAround('', '')).toBeUndefined()
  })

  it.each([
    ['', 'name-empty'],
    ['   ', 'name-empty'],
    ['阿依古丽·买买提', 'name-signs'],
    ['张.三', 'name-signs'],
    ['张-三', 'name-signs'],
    ['张😀', 'name-signs'],
    ['Zhang San', 'name-not-han'],
    ['张3', 'name-not-han'],
  ])('says what is wrong with the name %j', (typed, defect) => {
    expect(personalDefect({ before: '', name: typed, after: '' })).toBe(defect)
  })

  it('takes rare characters as any other, and the words of the shop that is asked', () => {
    expect(personalDefect({ before: '', name: '𠮷㛃', after: '' })).toBeUndefined()
    const own = { before: ['船长'], after: ['同学'] }
    expect(personalDefect({ before: '船长', name: '张三', after: '同学' }, own)).toBeUndefined()
    expect(personalDefect({ before: '设计师', name: '张三', after: '' }, own)).toBe('before-not-offered')
    expect(personalDefect({ before: '', name: '张三', after: '博士' }, own)).toBe('after-not-offered')
    expect(partsAround('船长张三同学', '张三', own)).toEqual({ before: '船长', name: '张三', after: '同学' })
    expect(partsAround('船长张三同学', '张三')).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { outsideGbk } from './gbk.ts'

describe('what the bureaus’ GBK can carry', () => {
  it('carries names as nearly everybody writes them', () => {
    expect(outsideGbk('杭州山月茶業（集团）有限公司·张三 No.1，喆堃')).toEqual([])
  })

  it('does not carry rare characters, those of other planes, and signs of GB 18030 only', () => {
    expect(outsideGbk('㛃䶮𠮷€a')).toEqual(['㛃', '䶮', '𠮷', '€'])
  })
})

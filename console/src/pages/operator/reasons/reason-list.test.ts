import { describe, expect, it } from 'vitest'
import { findReasons, type Reason } from './reason-list.ts'

const reason = (id: string, zh: string, own = false): Reason => ({
  id,
  heard: { zh, en: '' },
  cause: { zh: `${zh}了`, en: 'The number differs' },
  field: 'certificate.number',
  remedy: { zh: '照证件重填', en: 'Type it again' },
  path: 'B',
  own,
  retired: false,
})

describe('finding a reason', () => {
  const all = [
    reason('number-length', '号码位数不对'),
    reason('blurred', '图片模糊'),
    reason('ours', '号码被挡住', true),
  ]
  const ids = (text: string) => findReasons(all, text).map(({ id }) => id)
  it('looks for every word in both languages, and puts our own first', () => {
    expect(ids('')).toEqual(['ours', 'number-length', 'blurred'])
    expect(ids('号码')).toEqual(['ours', 'number-length'])
    expect(ids('NUMBER 模糊')).toEqual(['blurred'])
    expect(ids('号码 长度')).toEqual([])
  })
})

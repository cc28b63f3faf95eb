import { describe, expect, it } from 'vitest'
import { hostOfAddress } from './pasted-address.ts'

describe('an address that somebody pasted', () => {
  it.each([
    ['https://www.abc.cn/path?q=1#top', 'www.abc.cn'],
    ['http://abc.com:8080', 'abc.com'],
    ['https://user:secret@abc.cn/', 'abc.cn'],
    ['//abc.cn/x', undefined],
    ['abc.cn/path', 'abc.cn'],
    ['abc.com.cn:443', 'abc.com.cn'],
    ['someone@山月茶.中国', '山月茶.中国'],
    ['mailto:someone@abc.cn?subject=x', 'abc.cn'],
    ['https://abc', 'abc'],
  ])('%s is of the host %s', (text, host) => {
    expect(hostOfAddress(text)).toBe(host)
  })

  it.each(['abc', 'abc.cn', '@abc', '@abc.cn', 'a@b', 'ab/cd', 'abc?', 'a&b.cn', 'abc/.cn', '山月茶', ''])(
    '%s is none, and is left to the rules',
    (text) => {
      expect(hostOfAddress(text)).toBeUndefined()
    },
  )
})

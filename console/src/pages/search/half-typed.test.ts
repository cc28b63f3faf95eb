import { expect, it } from 'vitest'
import { isHalfTyped } from './half-typed.ts'

const sold = ['cn', 'com', 'com.cn', '中国', 'co']

it.each(['abc.', '山月茶。', 'abc.c', 'abc.com.c', '山月茶.中', 'ABC.C'])('%s is on the way to a suffix', (word) => {
  expect(isHalfTyped(word, sold)).toBe(true)
})

it.each(['abc', '山月茶', 'abc.cn', 'abc.co', 'abc.com', 'abc.com.cn', '山月茶.中国', 'abc.nosuch'])(
  '%s can be searched',
  (word) => {
    expect(isHalfTyped(word, sold)).toBe(false)
  },
)

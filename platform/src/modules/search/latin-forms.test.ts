import { expect, it } from 'vitest'
import { latinForms } from './latin-forms.ts'

it.each([
  ['山月茶', ['shanyuecha']],
  ['绿茶', ['lvcha', 'lucha']],
  ['女装', ['nvzhuang', 'nuzhuang']],
  ['旅行社', ['lvxingshe', 'luxingshe']],
  ['战略', ['zhanlve', 'zhanlue']],
  ['茶8-a', ['cha8-a']],
])('%s in Latin letters is %j', (label, forms) => {
  expect(latinForms(label)).toEqual(forms)
})

it('a label that would be too long in Latin letters has none', () => {
  expect(latinForms('装'.repeat(12))).toEqual([])
})

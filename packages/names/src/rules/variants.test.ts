import { describe, expect, it } from 'vitest'
import { explainNames } from '../explain/names-topic.ts'
import { readName } from '../read-name.ts'

const day = '2026-11-24'
const compare = (name: string, other: unknown, more = {}) => explainNames({ name, other, ...more }, day)

describe('simplified and traditional forms are one name (S1-30)', () => {
  it.each([
    ['山月茶馆.cn', '山月茶館.cn'],
    ['中国.中国', '中國.中国'],
    ['发.cn', '髮.cn'],
    ['xn--fiqz9s.cn', '中国.cn'],
    ['shanyue.cn', 'SHANYUE.cn'],
  ])('%s is refused beside %s', (name, other) => {
    const rules = compare(name, { name: other, registered: true }).findings.map(({ rule }) => rule)
    expect(rules).toContain('NAME-VARIANT-01')
    expect(compare(name, other).verdict).toBe('refused')
  })

  it.each([
    ['another word', '山月茶.cn', { name: '山月饭.cn' }, {}],
    ['another suffix', '山月茶.cn', { name: '山月茶.com' }, {}],
    ['a form that nobody has registered', '山月茶馆.cn', { name: '山月茶館.cn', registered: false }, {}],
    ['the renewal of the same name', '山月茶.cn', { name: '山月茶.cn' }, { operation: 'renew' }],
  ])('lets go on with %s', (_, name, other, more) => {
    expect(compare(name, other, more).verdict).toBe('allowed')
  })

  it('says unknown when the other name has a character outside the table', () => {
    expect(compare('山月茶.cn', 'さ.cn').findings).toMatchObject([{ rule: 'NAME-VARIANT-01', severity: 'unknown' }])
  })

  it('gives every form of a name one index', () => {
    const cn = { unicode: 'cn', ascii: 'cn' }
    const index = (word: string) => {
      const reading = readName(word, cn, day)
      return reading.ok ? reading.name.index : undefined
    }
    expect(index('山月茶馆')).toBe(index('山月茶館'))
    expect(index('shan')).toBe('shan')
    expect(index('山月茶馆')).not.toBe(index('山月茶'))
  })
})

import { describe, expect, it } from 'vitest'
import { isEmail } from './contact.ts'

describe('an e-mail address as the bureaus take it', () => {
  it.each([
    ['shen@shanyuecha.example', true],
    ['沈@山月.例子', true],
    ['a@.b', false],
    ['a@..b', true],
    ['a@b.', false],
    ['a@b', false],
    ['@b.cn', false],
    ['a@b@c.cn', false],
    ['a@b.cn;c@d.cn', false],
    ['a b@c.cn', false],
  ])('%s: %s', (text, whole) => expect(isEmail(text)).toBe(whole))

  it('is refused however long it is', () => {
    expect(isEmail(`a@${'.'.repeat(1_000_000)}@`)).toBe(false)
    expect(isEmail(`a@${'b.'.repeat(500_000)}c`)).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { fixedClock } from '../../../kernel/clock/index.ts'
import { quickLinks } from './quick-links.ts'

const clock = fixedClock('2026-11-24T02:00:00Z')
const ours = quickLinks({ secret: 'a secret of ours', origin: 'https://console.test', clock })

describe('the address that hands an order to a phone (S1-166)', () => {
  it('tells the names it was made for, for fifteen minutes', () => {
    const { url, token, expiresAt } = ours.make(['shanyue.cn', '山月.网址'])
    expect(url).toBe(`https://console.test/quick/${token}`)
    expect(expiresAt.toISOString()).toBe('2026-11-24T02:15:00.000Z')
    expect(ours.read(token).names).toEqual(['shanyue.cn', '山月.网址'])
    clock.set('2026-11-24T02:15:00Z')
    expect(() => ours.read(token)).toThrow('quick-order.link-gone')
    clock.set('2026-11-24T02:00:00Z')
  })

  it('is nobody else’s: another secret, another content or no signature is refused', () => {
    const { token } = ours.make(['shanyue.cn'])
    const [payload = '', signature = ''] = token.split('.')
    const other = Buffer.from(JSON.stringify({ n: ['other.cn'], e: Date.parse('2030-01-01') })).toString('base64url')
    const strange = quickLinks({ secret: 'another', origin: 'https://console.test', clock }).make(['shanyue.cn']).token
    for (const forged of [
      `${other}.${signature}`,
      payload,
      `${payload}.`,
      `.${signature}`,
      strange,
      '',
      'x'.repeat(30),
    ])
      expect(() => ours.read(forged)).toThrow('quick-order.link-gone')
  })
})

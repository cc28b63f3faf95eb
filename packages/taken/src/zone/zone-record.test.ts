import { describe, expect, it } from 'vitest'
import { lengthOfTime, readRecord } from './zone-record.ts'

describe('a length of time in a zone file', () => {
  it.each(['0', '3600', '1h', '1h30m', '1W2D3h', '1h30'])('%s', (text) => expect(lengthOfTime.test(text)).toBe(true))
  it.each(['', 'h', '1hm', 'h1', '1x', '1h 30m', '-1'])('not %s', (text) => expect(lengthOfTime.test(text)).toBe(false))

  it('is told from what only begins like one, however long', () => {
    const digits = '1'.repeat(1_000_000)
    expect(readRecord([`${digits}x`, 'IN', 'NS', 'ns1.example.'])).toContain('is not a record type')
    expect(lengthOfTime.test(`${'1h'.repeat(500_000)}x`)).toBe(false)
  })
})

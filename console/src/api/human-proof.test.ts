import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { solve } from './human-proof.ts'

describe('a proof of work (S3-26)', () => {
  it('is what the API takes: a digest that begins with as many zero bits', async () => {
    for (const bits of [0, 1, 7, 8, 9, 12]) {
      const { challenge, answer } = await solve({ challenge: `1.abc.${bits}.mac`, bits })
      const digest = createHash('sha256').update(`${challenge}.${answer}`).digest()
      const binary = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('')
      expect(binary.slice(0, bits)).toBe('0'.repeat(bits))
      expect(answer).toMatch(/^\d+$/)
    }
  })
})

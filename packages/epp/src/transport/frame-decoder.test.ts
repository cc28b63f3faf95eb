import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeFrame, FrameDecoder, FrameRejected } from './frame-decoder.ts'

describe('data units of RFC 5734 §4', () => {
  it('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(40), { maxLength: 30 }),
        (texts, cuts) => {
          const bytes = Buffer.concat(texts.map(encodeFrame))
          const decoder = new FrameDecoder()
          const frames: string[] = []
          let at = 0
          for (const cut of [...cuts, bytes.length]) {
            for (const frame of decoder.push(bytes.subarray(at, at + cut))) frames.push(frame.toString('utf8'))
            at = Math.min(bytes.length, at + cut)
          }
          for (const frame of decoder.push(bytes.subarray(at))) frames.push(frame.toString('utf8'))
          expect(frames).toEqual(texts.map((text) => Buffer.from(text, 'utf8').toString('utf8')))
          expect(decoder.pending).toBe(0)
        },
      ),
    )
  })

  it('that come a byte at a time take no more memory than twice what has come, and an announced one none', () => {
    const bytes = encodeFrame('x'.repeat(100_000))
    const decoder = new FrameDecoder()
    let frames = 0
    for (const [came, byte] of bytes.entries()) {
      frames += decoder.push(Buffer.from([byte])).length
      if (decoder.held > Math.max(256, 2 * (came + 1))) throw new Error(`${decoder.held} held for ${came + 1}`)
    }
    expect(frames).toBe(1)
    expect([decoder.pending, decoder.held]).toEqual([0, 0])
    decoder.push(bytes.subarray(0, 4))
    expect(decoder.held).toBeLessThanOrEqual(256)
  })

  it('of which some are whole and the next has begun are not held on to by it', () => {
    const decoder = new FrameDecoder()
    const chunk = Buffer.concat([encodeFrame('a'.repeat(50_000)), encodeFrame('b'.repeat(50_000)).subarray(0, 10)])
    expect(decoder.push(chunk)).toHaveLength(1)
    expect([decoder.pending, decoder.held]).toEqual([10, 256])
  })

  it.each([
    ['no document', Buffer.from([0, 0, 0, 4])],
    ['less than its own header', Buffer.from([0, 0, 0, 0])],
    ['more than the limit', Buffer.from([0x7f, 0xff, 0xff, 0xff])],
  ])('with %s are rejected', (_, bytes) => {
    expect(() => new FrameDecoder(1_000).push(bytes)).toThrow(FrameRejected)
  })
})

/** A length that no frame can have, or one above the limit: the stream cannot be trusted any more. */
export class FrameRejected extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FrameRejected'
  }
}

const header = 4
const defaultFrameLimit = 1 << 20

/**
 * Cuts a byte stream into EPP data units (RFC 5734 §4): four bytes of length, themselves included, then the document.
 * Bytes may arrive split anywhere. After a FrameRejected the decoder must not be fed again.
 */
export class FrameDecoder {
  #chunks: Buffer[] = []
  #buffered = 0
  readonly #limit: number

  constructor(limit: number = defaultFrameLimit) {
    this.#limit = limit
  }

  /** Bytes that wait for the rest of their frame. */
  get pending(): number {
    return this.#buffered
  }

  /** @throws FrameRejected */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk)
    this.#buffered += chunk.length
    const frames: Buffer[] = []
    for (;;) {
      if (this.#buffered < header) return frames
      const length = this.#peekLength()
      if (length <= header) throw new FrameRejected(`a frame of ${length} bytes has no document`)
      if (length > this.#limit)
        throw new FrameRejected(`a frame of ${length} bytes is over the limit of ${this.#limit}`)
      if (this.#buffered < length) return frames
      const whole =
        this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks, this.#buffered)
      frames.push(whole.subarray(header, length))
      this.#buffered -= length
      this.#chunks = this.#buffered > 0 ? [whole.subarray(length)] : []
    }
  }

  #peekLength(): number {
    const first = this.#chunks[0] as Buffer
    if (first.length >= header) return first.readUInt32BE(0)
    const joined = Buffer.concat(this.#chunks, this.#buffered)
    this.#chunks = [joined]
    return joined.readUInt32BE(0)
  }
}

/** One data unit, header included, ready for a single write. */
export function encodeFrame(xml: string): Buffer {
  const size = Buffer.byteLength(xml, 'utf8') + header
  const frame = Buffer.allocUnsafe(size)
  frame.writeUInt32BE(size, 0)
  frame.write(xml, header, 'utf8')
  return frame
}

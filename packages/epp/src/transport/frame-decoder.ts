/** A length that no frame can have, or one above the limit: the stream cannot be trusted any more. */
export class FrameRejected extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FrameRejected'
  }
}

const header = 4
const defaultFrameLimit = 1 << 20
const smallestHold = 256
const nothing = Buffer.alloc(0)

/**
 * Cuts a byte stream into EPP data units (RFC 5734 §4): four bytes of length, themselves included, then the document.
 * Bytes may arrive split anywhere. What is held of a frame under way is at most about twice what has come of it: neither an
 * announced length nor a chunk a byte costs more. After a FrameRejected the decoder must not be fed again.
 */
export class FrameDecoder {
  #hold: Buffer = nothing
  #filled = 0
  readonly #limit: number

  constructor(limit: number = defaultFrameLimit) {
    this.#limit = limit
  }

  /** Bytes that wait for the rest of their frame. */
  get pending(): number {
    return this.#filled
  }

  /** Bytes of memory that the frame under way takes. */
  get held(): number {
    return this.#hold.length
  }

  /** @throws FrameRejected */
  push(chunk: Buffer): Buffer[] {
    const frames: Buffer[] = []
    let rest = chunk
    while (rest.length > 0) {
      if (this.#filled === 0 && rest.length >= header) {
        const length = this.#lengthOf(rest)
        if (rest.length >= length) {
          // Whole in one chunk, as nearly all are: it is not copied.
          frames.push(rest.subarray(header, length))
          rest = rest.subarray(length)
          continue
        }
      }
      rest = this.#keep(rest, this.#filled < header ? header : this.#lengthOf(this.#hold))
      if (this.#filled < header) continue
      const length = this.#lengthOf(this.#hold)
      if (this.#filled < length) continue
      frames.push(this.#hold.subarray(header, length))
      this.#hold = nothing
      this.#filled = 0
    }
    return frames
  }

  /** Holds what is missing up to a length; gives back the rest. */
  #keep(bytes: Buffer, upTo: number): Buffer {
    const taken = bytes.subarray(0, upTo - this.#filled)
    const needed = this.#filled + taken.length
    if (needed > this.#hold.length) {
      const larger = Buffer.alloc(
        Math.max(needed, Math.min(this.#limit, Math.max(smallestHold, 2 * this.#hold.length))),
      )
      this.#hold.copy(larger, 0, 0, this.#filled)
      this.#hold = larger
    }
    taken.copy(this.#hold, this.#filled)
    this.#filled = needed
    return bytes.subarray(taken.length)
  }

  #lengthOf(bytes: Buffer): number {
    const length = bytes.readUInt32BE(0)
    if (length <= header) throw new FrameRejected(`a frame of ${length} bytes has no document`)
    if (length > this.#limit) throw new FrameRejected(`a frame of ${length} bytes is over the limit of ${this.#limit}`)
    return length
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

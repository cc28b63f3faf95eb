import { createReadStream } from 'node:fs'
import { PassThrough, pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

const chunkSize = 2 ** 20

/** The text of a zone in pieces, unpacked when its first two bytes are those of gzip (RFC 1952 §2.3.1). */
export async function* zoneBytes(source: string | Readable): AsyncGenerator<Buffer> {
  const input = typeof source === 'string' ? createReadStream(source, { highWaterMark: chunkSize }) : source
  try {
    const pieces: AsyncIterator<Buffer> = input.iterator()
    let start = Buffer.alloc(0)
    while (start.length < 2) {
      const { value, done } = await pieces.next()
      if (done) break
      start = Buffer.concat([start, value])
    }
    const whole = after(start, { [Symbol.asyncIterator]: () => pieces })
    yield* start[0] === 0x1f && start[1] === 0x8b ? unpacked(whole) : whole
  } finally {
    input.destroy()
  }
}

async function* after(start: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start
  yield* rest
}

/** The unpacking works in another thread while the text before is read. */
async function* unpacked(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize })
  const out = new PassThrough({ highWaterMark: 4 * chunkSize })
  pipeline(packed, gunzip, out, () => {
    // A failure destroys `out` with the error, which the loop below throws.
  })
  yield* out
}

import { unreadableFile } from './errors.ts'

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** Bytes after the first that is not ASCII by which the encoding is told: hundreds of characters of another one are never
 *  valid UTF-8 by chance. */
const enough = 8_192

/**
 * Text of a file while it arrives. A mark at its head tells its encoding; without one it is UTF-8 when it can be, and
 * else GB18030, in which spreadsheets of mainland China save. `onEncoding` hears which, when that was to be found out.
 * @throws unreadableFile
 */
export async function* decodedText(
  bytes: AsyncIterable<Buffer>,
  onEncoding: (encoding: TextEncoding) => void = () => {},
): AsyncGenerator<string> {
  let held: Buffer = Buffer.alloc(0)
  let start = true
  let decoder: InstanceType<typeof TextDecoder> | undefined
  const choose = (encoding: TextEncoding) => {
    onEncoding(encoding)
    decoder = new TextDecoder(encoding, { fatal: true })
    const text = decode(decoder, held)
    held = Buffer.alloc(0)
    return text
  }
  for await (const chunk of bytes) {
    if (decoder) {
      yield decode(decoder, chunk)
      continue
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    if (start) {
      if (held.length < 3) continue
      start = false
      const marked = markOf(held)
      if (marked) {
        yield choose(marked)
        continue
      }
    }
    const first = held.findIndex((byte) => byte > 0x7f)
    if (first === -1) {
      yield held.toString('latin1')
      held = Buffer.alloc(0)
    } else if (held.length - first >= enough) yield choose(guessed(held))
  }
  if (!decoder && held.length > 0) yield choose(markOf(held) ?? guessed(held, true))
  if (decoder) yield decode(decoder)
}

function markOf(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

function guessed(bytes: Buffer, whole = false): TextEncoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw unreadableFile()
  }
}

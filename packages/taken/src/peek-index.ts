import { open } from 'node:fs/promises'
import { type Contents, parseContents, placeOfContents, tailBytes } from './index-file.ts'

/** The table of contents alone, and the size of the file; the names are not read. undefined when there is no file.
 *  @throws IndexRejected */
export async function peekIndex(path: string): Promise<{ contents: Contents; bytes: number } | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!file) return undefined
  try {
    const { size } = await file.stat()
    const read = async (offset: number, length: number) =>
      (await file.read(Buffer.alloc(length), 0, length, Math.max(0, offset))).buffer
    const tail = await read(size - tailBytes, tailBytes)
    const { offset, length } = placeOfContents(path, size, tail)
    return { contents: parseContents(path, await read(offset, length), tail), bytes: size }
  } finally {
    await file.close()
  }
}

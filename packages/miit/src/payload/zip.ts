import { constants, crc32, deflateRawSync } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { PayloadRejected } from './rejected.ts'

/** A data file's name: ASCII letters and digits, at most 128 bytes; it only ever is the name of the zip's entry. */
const entryName = /^[A-Za-z0-9]{1,124}\.xml$/

const deflated = 8
/** 1980-01-01, the first day that the format knows: the same content gives the same bytes, and so the same hash. */
const day = 0x21

/** A thousand records are some 2 MB; what makes a file larger is base64, in which there is nothing to find twice. */
const pictures = 8 << 20

/** An archive with one file (APPNOTE 4.3). */
export function zipOne(name: string, bytes: Uint8Array): Buffer {
  if (!entryName.test(name)) throw new RangeError(`"${name}" is no name for a data file: letters and digits, then .xml`)
  const data = deflateRawSync(bytes, bytes.length > pictures ? { strategy: constants.Z_HUFFMAN_ONLY } : {})
  const about = Buffer.alloc(26)
  about.writeUInt16LE(20, 0)
  about.writeUInt16LE(deflated, 4)
  about.writeUInt16LE(day, 8)
  about.writeUInt32LE(crc32(bytes), 10)
  about.writeUInt32LE(data.length, 14)
  about.writeUInt32LE(bytes.length, 18)
  about.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name, 'latin1')])
  // Made by version 2.0; no comment, first disk, no attributes, and the local header is at the start.
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    about,
    Buffer.alloc(14),
    Buffer.from(name, 'latin1'),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length + data.length, 16)
  return Buffer.concat([local, data, central, end])
}

/**
 * The only file of an archive. Unzipping stops at `largest` bytes whatever the archive says of itself.
 * @throws PayloadRejected unless it holds exactly one whole file
 */
export async function unzipOne(zip: Uint8Array, largest: number): Promise<{ name: string; bytes: Buffer }> {
  const file = await openArchive(zip)
  try {
    if (file.entryCount !== 1)
      throw new PayloadRejected('entries', `the archive holds ${file.entryCount} files, not one`)
    const entry = await onlyEntry(file)
    const name = String(entry.fileName)
    if (name.length > 256 || /[/\\\0]/.test(name) || name.includes('..'))
      throw new PayloadRejected('entry-name', 'the archive names a folder or a path')
    if (entry.uncompressedSize > largest)
      throw new PayloadRejected(
        'too-large',
        `the file would have ${entry.uncompressedSize} bytes, more than ${largest}`,
      )
    const bytes = await content(file, entry)
    if (crc32(bytes) !== entry.crc32) throw new PayloadRejected('zip', 'the checksum of the file is wrong')
    return { name, bytes }
  } finally {
    file.close()
  }
}

function openArchive(zip: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true }, (error, file) => {
      if (error) reject(new PayloadRejected('zip', error.message))
      else resolve(file)
    })
  })
}

function onlyEntry(file: ZipFile): Promise<Entry> {
  return new Promise((resolve, reject) => {
    file.once('error', (error: Error) => reject(new PayloadRejected('zip', error.message)))
    file.once('end', () => reject(new PayloadRejected('entries', 'the archive holds no file')))
    file.once('entry', resolve)
    file.readEntry()
  })
}

function content(file: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) =>
      reject(error instanceof PayloadRejected ? error : new PayloadRejected('zip', error.message))
    file.openReadStream(entry, (error, stream) => {
      if (error) return refuse(error)
      const chunks: Buffer[] = []
      // The library cuts a stream that is longer than the entry said.
      stream.on('error', refuse)
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}

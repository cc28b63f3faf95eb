import { crc32 } from 'node:zlib'
import type { FingerprintBits } from './filter/build-filter.ts'

/**
 * An index file, `com.taken`:
 *
 *     magic (8 bytes) | fingerprints of each shard | contents (JSON) | tail (24 bytes, little-endian)
 *     tail: length of the contents (u32), their CRC-32 (u32), length of the whole file (f64), magic (8 bytes)
 *
 * The table of contents comes last because it is known last: the file is written in one pass.
 */
export interface Contents {
  /** ASCII, without a dot in front. */
  readonly suffix: string
  /** YYYY-MM-DD: what the zone knew on this day is in the index. */
  readonly day: string
  /** Of the zone's SOA record. */
  readonly serial?: number
  /** Which function made keys of labels; a reader must use the same. */
  readonly key: string
  /** Distinct names. */
  readonly count: number
  readonly bits: FingerprintBits
  readonly seed: number
  /** A shard is chosen by this many first bits of a key. */
  readonly shardBits: number
  readonly shards: readonly Shard[]
}

export interface Shard {
  readonly seed: number
  readonly segmentLength: number
  readonly segmentCount: number
  readonly offset: number
  readonly bytes: number
  readonly crc32: number
}

export const magic = Buffer.from('YMTAKEN1', 'latin1')
export const tailBytes = 24

/** An index file that is not whole. Nothing of it is used. */
export class IndexRejected extends Error {
  override readonly name = 'IndexRejected'
  readonly file: string
  readonly reason: string

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`)
    this.file = file
    this.reason = reason
  }
}

/** What follows the last shard. @param at the offset at which it is written */
export function endOfFile(contents: Contents, at: number): Buffer {
  const json = Buffer.from(JSON.stringify(contents), 'utf8')
  const tail = Buffer.alloc(tailBytes)
  tail.writeUInt32LE(json.length, 0)
  tail.writeUInt32LE(crc32(json), 4)
  tail.writeDoubleLE(at + json.length + tailBytes, 8)
  magic.copy(tail, 16)
  return Buffer.concat([json, tail])
}

/** Where the table of contents is. @param tail the last `tailBytes` of a file of `size` bytes @throws IndexRejected */
export function placeOfContents(file: string, size: number, tail: Buffer): { offset: number; length: number } {
  if (tail.length !== tailBytes || !tail.subarray(16).equals(magic) || tail.readDoubleLE(8) !== size)
    throw new IndexRejected(file, 'this is not a whole index of taken names')
  const length = tail.readUInt32LE(0)
  const offset = size - tailBytes - length
  if (offset < magic.length) throw new IndexRejected(file, 'its table of contents is damaged')
  return { offset, length }
}

/** @throws IndexRejected */
export function parseContents(file: string, json: Buffer, tail: Buffer): Contents {
  if (crc32(json) !== tail.readUInt32LE(4)) throw new IndexRejected(file, 'its table of contents is damaged')
  // Written by endOfFile and unchanged since, as the checksum has just shown.
  return JSON.parse(json.toString('utf8')) as Contents
}

/** The table of contents of a loaded file. The shards are for `checkShard`. @throws IndexRejected */
export function readContents(file: string, bytes: Uint8Array): Contents {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = buffer.subarray(-tailBytes)
  const { offset, length } = placeOfContents(file, buffer.length, tail)
  const contents = parseContents(file, buffer.subarray(offset, offset + length), tail)
  if (!buffer.subarray(0, magic.length).equals(magic)) throw new IndexRejected(file, 'its first bytes are damaged')
  return contents
}

/** @throws IndexRejected */
export function checkShard(file: string, bytes: Uint8Array, { offset, bytes: length, crc32: expected }: Shard): void {
  if (crc32(bytes.subarray(offset, offset + length)) !== expected)
    throw new IndexRejected(file, `the names at byte ${offset} are damaged`)
}

import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { buildFilter, type FingerprintBits } from './filter/build-filter.ts'
import { distinctKeys } from './filter/distinct-keys.ts'
import { KeySpool, spoolParts } from './filter/key-spool.ts'
import { hashLabel } from './filter/label-hash.ts'
import { type Contents, endOfFile, magic, type Shard } from './index-file.ts'
import { type LabelKey, plainKey } from './label-key.ts'
import { removeLeftovers, unfinishedName } from './unfinished-file.ts'

/** Labels in batches (one wait for each batch instead of one for each name), and the serial of their zone once all
 *  of them have been read. */
export interface LabelSource extends AsyncIterable<readonly string[]> {
  readonly serial?: number | undefined
}

export interface BuildIndex {
  /** ASCII, without a dot in front. */
  readonly suffix: string
  readonly source: LabelSource
  /** The file to write. What was there stays in place until the new one is whole and on the disk. */
  readonly to: string
  /** YYYY-MM-DD on which the source was complete. */
  readonly day: string
  readonly key?: LabelKey
  /** 8 (one absent name in 256 looks taken, 1.14 bytes a name) or 16 (one in 65,536, 2.28 bytes). */
  readonly bits?: FingerprintBits
  /** Any 32-bit number; another one for each build. */
  readonly seed: number
  /** For the spool: eight bytes for each name. The folder of the index unless said otherwise. */
  readonly workFolder?: string
  readonly onProgress?: (progress: BuildProgress) => void
  /** Last word before the new index replaces the old one: throw to keep the old one. */
  readonly approve?: (contents: Contents) => void | Promise<void>
}

export type BuildProgress =
  | { readonly phase: 'reading'; readonly names: number }
  | { readonly phase: 'building'; readonly names: number; readonly of: number }

/** A shard of about half a million names is built within the processor's cache, and large enough to be dense. */
const namesOfShard = 400_000

/** Needs the memory of the spool's blocks and of one shard, whatever the number of names. Works in long turns: for a
 *  process of its own. @throws what the source throws; the old index then stays as it is */
export async function buildIndex(options: BuildIndex): Promise<Contents> {
  const { suffix, source, to, day, key = plainKey, bits = 8, seed, onProgress } = options
  const folder = path.dirname(to)
  await removeLeftovers(folder)
  const spool = new KeySpool(path.join(options.workFolder ?? folder, unfinishedName(suffix, 'spool')))
  const unfinished = path.join(folder, unfinishedName(suffix, 'index'))
  try {
    await fill(spool, { source, key, seed, ...(onProgress ? { onProgress } : {}) })
    const file = await open(unfinished, 'wx', 0o644)
    let contents: Contents
    try {
      let at = (await file.write(magic)).bytesWritten
      const shardBits = Math.min(8, Math.max(0, Math.floor(Math.log2(spool.size / namesOfShard))))
      const parts = spoolParts >>> shardBits
      const shards: Shard[] = []
      let count = 0
      for (let part = 0; part < spoolParts; part += parts) {
        const keys = distinctKeys(spool.read(part, parts))
        const { segmentLength, segmentCount, seed, fingerprints } = buildFilter(keys, shardBits, bits)
        const body = new Uint8Array(fingerprints.buffer)
        await file.writeFile(body)
        shards.push({ seed, segmentLength, segmentCount, offset: at, bytes: body.length, crc32: crc32(body) })
        at += body.length
        count += keys.high.length
        onProgress?.({ phase: 'building', names: count, of: spool.size })
      }
      const serial = source.serial === undefined ? {} : { serial: source.serial }
      contents = { suffix, day, ...serial, key: key.name, count, bits, seed, shardBits, shards }
      await file.writeFile(endOfFile(contents, at))
      await file.sync()
    } finally {
      await file.close()
    }
    await options.approve?.(contents)
    await rename(unfinished, to)
    await syncFolder(folder)
    return contents
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    spool.close()
  }
}

async function fill(
  spool: KeySpool,
  { source, key, seed, onProgress }: Pick<BuildIndex, 'source' | 'seed' | 'onProgress'> & { key: LabelKey },
): Promise<void> {
  const words = new Int32Array(2)
  for await (const labels of source) {
    for (const label of labels) {
      hashLabel(key.of(label), seed, words)
      spool.add(words[0] ?? 0, words[1] ?? 0)
    }
    onProgress?.({ phase: 'reading', names: spool.size })
  }
}

/** Makes the renaming itself durable. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

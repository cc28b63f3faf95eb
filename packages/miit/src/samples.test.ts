import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeDocument } from './payload/charset.ts'
import { miit30 } from './profiles/miit-3.0/index.ts'
import { havePublished, published } from './testing/schemas.ts'
import { packFiles } from './upload/pack-files.ts'
import { readUpload } from './upload/read-upload.ts'
import { writeRecord } from './upload/write-record.ts'

/** Comments and the white space between elements mean nothing. */
const bare = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .trim()

describe.skipIf(!havePublished)('the sample files of the interface', () => {
  it.each(['icp-xzba.xml', 'ym-xzba.xml'])('%s is read, and written again to the same elements', (name) => {
    const sample = readFileSync(join(published, 'examples', name))
    const read = readUpload(miit30, sample)
    expect(read).toMatchObject({ version: 'V.3.0', setAside: [], unknown: [] })
    const written = read.records.map((record) => writeRecord(miit30, read.name, record as never))
    const files = [...packFiles(miit30, read.name, written, read.unitId)]
    expect(files).toHaveLength(1)
    expect(bare(decodeDocument(files[0]?.xml ?? Buffer.alloc(0)))).toBe(bare(decodeDocument(sample)))
  })
})

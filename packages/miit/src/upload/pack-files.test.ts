import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { domainReport } from '../testing/samples.ts'
import { packFiles } from './pack-files.ts'
import { readUpload } from './read-upload.ts'
import { UploadRefused } from './refused.ts'
import { writeRecord } from './write-record.ts'

const record = (id: number) => writeRecord(miit30, 'new-domain', { ...domainReport, id: String(id) })

describe('records in files', () => {
  it('are as many as the limits allow: by bytes first, then by count; all of them, in order, once', () => {
    const size = record(1).length
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (count, most, room) => {
          const records = Array.from({ length: count }, (_, index) => record(index + 1))
          const limits = { recordsPerFile: most, xmlBytes: room * (size + 2) + 200 }
          const files = [...packFiles(miit30, 'new-domain', records, '77', limits)]
          for (const { xml } of files) expect(xml.length).toBeLessThanOrEqual(limits.xmlBytes)
          const read = files.map(({ xml }) => readUpload(miit30, xml))
          for (const { records: inside } of read) expect(inside.length).toBeLessThanOrEqual(most)
          expect(
            read.flatMap((file) => (file.name === 'new-domain' ? file.records.map(({ id }) => Number(id)) : [])),
          ).toEqual(Array.from({ length: count }, (_, index) => index + 1))
          expect(files.map(({ from, to }) => to - from)).toEqual(read.map(({ records: inside }) => inside.length))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('are split at a thousand, as the document says', () => {
    const one = record(1)
    const sizes = [...packFiles(miit30, 'new-domain', Array(2001).fill(one), '77')].map(({ from, to }) => to - from)
    expect(sizes).toEqual([1000, 1000, 1])
  })

  it('are refused when one alone is larger than a file', () => {
    const pack = () => [...packFiles(miit30, 'new-domain', [record(1)], '77', { recordsPerFile: 10, xmlBytes: 500 })]
    expect(pack).toThrow(UploadRefused)
  })
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeDocument } from './payload/charset.ts'
import type { UploadName } from './profile/upload-kind.ts'
import { miit30 } from './profiles/miit-3.0/index.ts'
import { goldenUploads } from './testing/golden-uploads.ts'
import { schemaCheck } from './testing/schemas.ts'
import { packFiles } from './upload/pack-files.ts'
import { readUpload } from './upload/read-upload.ts'
import { uploadProblems, writeRecord } from './upload/write-record.ts'

const validate = schemaCheck('upload')
const golden = join(import.meta.dirname, '../golden/miit-3.0/upload')

/** For people: a line per element, in UTF-8, without the declaration that says GBK. */
const lines = (bytes: Uint8Array): string =>
  `${decodeDocument(bytes)
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replaceAll('><', '>\n<')}\n`

const cases = Object.entries(goldenUploads).flatMap(([name, records]) =>
  Object.entries(records).map(([title, record]) => ({ name: name as UploadName, title, record: record as never })),
)

describe.each(cases)('$name: $title', ({ name, title, record }) => {
  const [file] = packFiles(miit30, name, [writeRecord(miit30, name, record)], '990000000001')

  it('is written as the golden file has it, and the schema accepts it', async () => {
    expect(uploadProblems(miit30, name, record)).toEqual([])
    const xml = file?.xml ?? Buffer.alloc(0)
    await expect(lines(xml)).toMatchFileSnapshot(join(golden, `${name}.${title}.xml`))
    validate(xml)
  })

  it('is read by a bureau to the same record', () => {
    const read = readUpload(miit30, file?.xml ?? Buffer.alloc(0))
    expect(read).toEqual({
      name,
      version: 'V.3.0',
      unitId: '990000000001',
      records: [record],
      setAside: [],
      unknown: [],
    })
  })
})

it('is checked by a schema that does refuse a wrong file', () => {
  const [file] = packFiles(miit30, 'remove-domain', [writeRecord(miit30, 'remove-domain', { bureauId: '88' })], '1')
  const text = decodeDocument(file?.xml ?? Buffer.alloc(0))
  expect(() => validate(text.replace('<Id>88</Id>', '<Id>0</Id>'))).toThrow()
  expect(() => validate(text.replace('<Id>88</Id>', ''))).toThrow()
  expect(() => validate(text.replace(/<Qqdwid>.*<\/Qqdwid>/, ''))).toThrow()
})

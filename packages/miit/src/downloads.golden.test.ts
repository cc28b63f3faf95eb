import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDownload } from './download/read-download.ts'
import { writeDownload } from './download/write-download.ts'
import { decodeDocument } from './payload/charset.ts'
import type { DownloadName } from './profile/download-kind.ts'
import { miit30 } from './profiles/miit-3.0/index.ts'
import { goldenDownloads } from './testing/golden-downloads.ts'
import { schemaCheck } from './testing/schemas.ts'

const validate = schemaCheck('download')
const golden = join(import.meta.dirname, '../golden/miit-3.0/download')

const lines = (bytes: Uint8Array): string =>
  `${decodeDocument(bytes)
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replaceAll('><', '>\n<')}\n`

describe.each(Object.keys(goldenDownloads) as DownloadName[])('%s', (name) => {
  const content = goldenDownloads[name] as never
  const xml = writeDownload(miit30, name, content)

  it('is written as the golden file has it, and the schema accepts it', async () => {
    await expect(lines(xml)).toMatchFileSnapshot(join(golden, `${name}.xml`))
    validate(xml)
  })

  it('is read to the same content', () => {
    expect(readDownload(miit30, xml)).toEqual({
      version: 'V.3.0',
      parts: [{ name, content }],
      setAside: [],
      unknown: [],
    })
  })
})

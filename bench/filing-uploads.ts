import { miit30, packFiles, seal, type UploadRecords, writeRecord } from '../packages/miit/src/index.ts'
import { domainReport } from '../packages/miit/src/testing/samples.ts'
import type { Bench } from './figures.ts'
import { megabytesOf } from './memory.ts'

const recordsPerFile = 1_000
const aes = { key: '0123456789abcdef', iv: '0102030405060708' }
const reports: readonly UploadRecords['new-domain'][] = Array.from({ length: recordsPerFile }, (_, at) => ({
  ...domainReport,
  id: String(at + 1),
}))

/** One file as it leaves: each record checked and written, in one file, zipped, hashed, encrypted, in base64. */
function makeFile(): number {
  const records = reports.map((report) => writeRecord(miit30, 'new-domain', report))
  const files = [...packFiles(miit30, 'new-domain', records, '990000000001')]
  if (files.length !== 1) throw new Error(`a thousand records went into ${files.length} files`)
  return files.reduce((length, { xml }) => length + seal(xml, 'YM1.xml', aes).beianInfo.length, 0)
}

/** Files of 1,000 reports of names, one after the other in this process. */
export const benchFilingUploads: Bench = async ({ quick, say }) => {
  say('upload files …')
  const before = megabytesOf(process.pid)
  makeFile()
  let peak = megabytesOf(process.pid)
  let made = 0
  const processor = process.cpuUsage()
  for (const end = performance.now() + (quick ? 2_000 : 10_000); performance.now() < end; made++) {
    if (makeFile() === 0) throw new Error('a file was empty')
    peak = Math.max(peak, megabytesOf(process.pid))
  }
  const { user, system } = process.cpuUsage(processor)
  return [
    {
      key: 'uploadFilesPerSecond',
      value: made / ((user + system) / 1_000_000),
      unit: 'files/s',
      note: `of ${recordsPerFile.toLocaleString('en')} reports of names, for each second of one processor`,
    },
    {
      key: 'uploadMegabytes',
      value: peak - before,
      unit: 'MB',
      note: 'resident memory above that before the first file',
    },
  ]
}

import { describe, expect, it } from 'vitest'
import { encodeGbk } from '../payload/charset.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { goldenUploads } from '../testing/golden-uploads.ts'
import { domainReport, newFiling } from '../testing/samples.ts'
import { checkReceived } from './check-received.ts'
import { packFiles } from './pack-files.ts'
import { writeRecord } from './write-record.ts'

const from = { unitId: '77', fileName: 'a1.xml' }
const file = (records: readonly Buffer[], name: 'new-filing' | 'new-domain' = 'new-filing') =>
  [...packFiles(miit30, name, records, '77')][0]?.xml ?? Buffer.alloc(0)
const good = writeRecord(miit30, 'new-filing', newFiling)
const person = writeRecord(miit30, 'new-filing', goldenUploads['new-filing'].person ?? newFiling)
const spoilt = (from: string | RegExp, to: string) =>
  encodeGbk(new TextDecoder('gbk').decode(file([good])).replace(from, to))

describe('a bureau looks at a file that it took in', () => {
  it('and finds nothing: an organisation, a person, a domain', () => {
    expect(checkReceived(miit30, file([good, person]), from)).toMatchObject({ codes: [[], []] })
    const domain = writeRecord(miit30, 'new-domain', domainReport)
    expect(checkReceived(miit30, file([domain], 'new-domain'), from)).toMatchObject({
      upload: { name: 'new-domain' },
      codes: [[]],
    })
  })

  it.each<[number, string, Buffer]>([
    [5004, 'another version', spoilt('V.3.0', 'V.2.0')],
    [5001, 'no document', Buffer.from('?')],
    [5001, 'an element that nobody knows', spoilt('<Dwmc>', '<App/><Dwmc>')],
    [5001, 'an element twice', spoilt('<Dwmc>', '<Dwmc>x</Dwmc><Dwmc>')],
    [5001, 'an element less', spoilt(/<Syurl>|<Wzmc>.*<\/Wzmc>/, '')],
    [5001, 'a name over its length', spoilt('<Dwmc>', `<Dwmc>${'虚'.repeat(256)}`)],
    [5003, 'another unit', spoilt('<Qqdwid>77', '<Qqdwid>78')],
  ])('and refuses all of it with %i for %s', (code, _, bytes) => {
    const checked = checkReceived(miit30, bytes, from)
    expect(checked).toMatchObject({ refused: { code } })
    if (code === 5001) expect(checked).toMatchObject({ refused: { description: 'a1.xml' } })
  })

  it.each<[number, string, Buffer]>([
    [1041, 'a home URL of another domain', spoilt('<Syurl>www.fictional-shop', '<Syurl>www.other')],
    [1011, 'a mobile that is none', spoilt('<Fzr_sjhm>10000000000', '<Fzr_sjhm>90000000000')],
    [1055, 'an attachment of a stranger', spoilt('<Ssdxbs>1001', '<Ssdxbs>1002')],
  ])('and answers one record with %i for %s', (code, _, bytes) => {
    expect(checkReceived(miit30, bytes, from)).toMatchObject({ codes: [[{ code }]] })
  })
})

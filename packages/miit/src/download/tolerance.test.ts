import { describe, expect, it } from 'vitest'
import { encodeGbk } from '../payload/charset.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { goldenDownloads } from '../testing/golden-downloads.ts'
import { goldenUploads } from '../testing/golden-uploads.ts'
import { packFiles } from '../upload/pack-files.ts'
import { readUpload } from '../upload/read-upload.ts'
import { writeRecord } from '../upload/write-record.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { readDownload } from './read-download.ts'
import { writeDownload } from './write-download.ts'

const wrap = (inner: string) =>
  encodeGbk(`<?xml version="1.0" encoding="GBK"?><DownloadData version="V.3.1">${inner}</DownloadData>`)
const read = (inner: string) => readDownload(miit30, wrap(inner))
const cancelled = (content: string) => `<Zxxx>${content}</Zxxx>`
const good = cancelled('<Zxlb>1</Zxlb><Jlid>5</Jlid>')

describe('a download of a newer or sloppier bureau', () => {
  it('keeps elements that nobody knows, wherever they are, with their place', () => {
    const found = read(
      `<ICP><ZXSJ><Zxxx><Zxlb>1</Zxlb><Jlid>5</Jlid><App k="1">新 &amp; 未知</App></Zxxx></ZXSJ><NEW><x>1</x></NEW></ICP><APP/>`,
    )
    expect(found.parts).toEqual([{ name: 'cancelled-filings', content: [{ what: 'service', bureauId: '5' }] }])
    expect(found.unknown).toEqual([
      { at: 'DownloadData.ICP.ZXSJ.Zxxx[0].App', xml: '<App k="1">新 &amp; 未知</App>' },
      { at: 'DownloadData.ICP.NEW', xml: '<NEW><x>1</x></NEW>' },
      { at: 'DownloadData.APP', xml: '<APP></APP>' },
    ])
    expect(found.version).toBe('V.3.1')
  })

  it('sets a broken record aside, whole, and reads the others', () => {
    const broken = [
      cancelled('<Zxlb>1</Zxlb>'),
      cancelled('<Zxlb>9</Zxlb><Jlid>5</Jlid>'),
      cancelled('<Zxlb>1</Zxlb><Jlid>-5</Jlid>'),
      cancelled('<Zxlb>1</Zxlb><Jlid>5</Jlid><Jlid>6</Jlid>'),
    ]
    const found = read(`<ICP><ZXSJ>${broken[0]}${good}${broken.slice(1).join('')}${good}</ZXSJ></ICP>`)
    expect(found.parts).toMatchObject([{ content: [{ bureauId: '5' }, { bureauId: '5' }] }])
    expect(found.setAside.map(({ xml }) => xml)).toEqual(broken)
    expect(found.setAside.map(({ because }) => because)).toEqual([
      expect.stringContaining('has no Jlid'),
      expect.stringContaining('Zxlb "9" is none of'),
      expect.stringContaining('Jlid "-5" is no id'),
      expect.stringContaining('has Jlid 2 times'),
    ])
  })

  it('reads a record without an optional value that makes no sense, and tells of the value', () => {
    const found = read(
      '<ICP><WBAWZLB><Wbawz_xx><Id>1</Id><Wzym_mc>a</Wzym_mc><IP>1</IP><Jccs>many</Jccs><Yys>2</Yys></Wbawz_xx></WBAWZLB></ICP>',
    )
    expect(found.parts).toMatchObject([{ content: [{ bureauId: '1', address: '0.0.0.1' }] }])
    expect(found.setAside).toEqual([
      { at: 'DownloadData.ICP.WBAWZLB.Wbawz_xx[0]', xml: '<Jccs>many</Jccs>', because: 'Jccs "many" is no number' },
    ])
  })

  it('takes several kinds of one file, and the same kind twice', () => {
    const notice = '<XGTZ><Tzxx><Tzlb>0</Tzlb><Tznr>x</Tznr></Tzxx></XGTZ>'
    const names = read(`<ICP><ZXSJ>${good}</ZXSJ>${notice}<ZXSJ>${good}</ZXSJ></ICP>`).parts.map(({ name }) => name)
    expect(names).toEqual(['cancelled-filings', 'cancelled-filings', 'rectification-notices'])
  })
})

describe('a hostile document', () => {
  it.each([
    ['cut', wrap('<ICP>').subarray(0, -20)],
    ['empty', Buffer.alloc(0)],
    ['of another kind', encodeGbk('<UploadData/>')],
    ['with a document type', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><DownloadData>&a;</DownloadData>')],
    ['with an entity that nobody declared', Buffer.from('<DownloadData>&a;</DownloadData>')],
    [
      'in another encoding than it says',
      Buffer.from('<?xml version="1.0" encoding="GBK"?><DownloadData>\u{1f600}\u00ff</DownloadData>', 'latin1'),
    ],
    ['in UTF-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><DownloadData/>', 'utf16le')],
    ['too deep', Buffer.from(`<DownloadData>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</DownloadData>`)],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => readDownload(miit30, bytes)).toThrow(XmlRejected)
  })

  it('never ends in anything but a refusal or a reading, wherever it is cut or spoilt', () => {
    const files = [
      writeDownload(miit30, 'published-filings', goldenDownloads['published-filings']),
      writeDownload(miit30, 'filing-results', goldenDownloads['filing-results']),
    ]
    for (const xml of files)
      for (let at = 0; at < xml.length; at += 3) {
        const spoilt = Buffer.from(xml)
        spoilt[at] = (spoilt[at] ?? 0) ^ 0x55
        for (const bytes of [xml.subarray(0, at), spoilt])
          try {
            readDownload(miit30, bytes)
          } catch (error) {
            expect(error).toBeInstanceOf(XmlRejected)
          }
      }
  })
})

describe('an upload that a bureau must refuse', () => {
  const [file] = packFiles(
    miit30,
    'cancel-filing',
    [writeRecord(miit30, 'cancel-filing', goldenUploads['cancel-filing'].service ?? ({} as never))],
    '77',
  )
  const text = (file?.xml ?? Buffer.alloc(0)).toString('latin1')

  it.each([
    ['without its unit', text.replace(/<Qqdwid>.*<\/Qqdwid>/, '')],
    ['with two units', text.replace('<Qqdwid>', '<Qqdwid>1</Qqdwid><Qqdwid>')],
    ['without a kind', text.replace(/<ZXBA>.*<\/ZXBA>/, '')],
    ['with two kinds', text.replace('<Qqdwid>', '<XZHYD/><Qqdwid>')],
    ['with an unknown kind', text.replaceAll('ZXBA', 'ABCD')],
    ['of another group', text.replaceAll('ICP', 'XYZ')],
    ['of another root', text.replaceAll('UploadData', 'Data')],
  ])('is no file when it comes %s', (_, wrong) => {
    expect(() => readUpload(miit30, Buffer.from(wrong, 'latin1'))).toThrow(XmlRejected)
  })

  it('tells what of it breaks the schema', () => {
    const read = readUpload(
      miit30,
      Buffer.from(text.replace('<Zxly>', '<Extra/><Zxly>').replace('<Jlid>', '<Jlid>x'), 'latin1'),
    )
    expect([read.records.length, read.setAside.length]).toEqual([0, 1])
    const extra = readUpload(miit30, Buffer.from(text.replace('<Zxly>', '<Extra/><Zxly>'), 'latin1'))
    expect(extra.unknown).toMatchObject([{ xml: '<Extra></Extra>' }])
  })
})

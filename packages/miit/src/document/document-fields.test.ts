import { describe, expect, it } from 'vitest'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { goldenUploads } from '../testing/golden-uploads.ts'
import { packFiles } from '../upload/pack-files.ts'
import { writeRecord } from '../upload/write-record.ts'
import { documentFields } from './document-fields.ts'

const { person } = goldenUploads['new-filing']
const fileOf = () => {
  const [file] = packFiles(
    miit30,
    'new-filing',
    person ? [writeRecord(miit30, 'new-filing', person)] : [],
    '990000000001',
  )
  return file?.xml ?? Buffer.alloc(0)
}

describe('the values of a document', () => {
  it('are each found once, in order, with what they are; a file is told by its size alone', () => {
    const fields = documentFields(miit30, fileOf())
    const at = (end: string) => fields.filter((field) => field.at.endsWith(end))
    expect(at('Zt_xx.Dwmc')).toEqual([
      {
        at: 'UploadData.ICP.XZBA.Baxx.Zt_xx.Dwmc',
        words: { zh: '主办单位名称', en: 'Organiser' },
        shown: 'personal',
        value: '示例丙',
      },
    ])
    expect(at('.Ym').map(({ at, shown, value }) => [at.replace(/^.*Wz_xx\./, ''), shown, value])).toEqual([
      ['Ym_xx[0].Ym', 'plain', 'fictional-one.example'],
      ['Ym_xx[1].Ym', 'plain', '虚构.example'],
    ])
    const [picture] = at('Fj[0].Fjxx.Fjnr')
    expect(picture).toMatchObject({ shown: 'file', value: '', bytes: person?.attachments?.[0]?.content.length })
  })

  it('are never plain where they are of a person', () => {
    const plain = new Set(
      documentFields(miit30, fileOf()).flatMap(({ shown, value }) => (shown === 'plain' ? [value] : [])),
    )
    for (const secret of ['示例丙', '000000000000000000', '10000000002', 'person@example.invalid', '虚构市示例街0号'])
      expect(plain).not.toContain(secret)
  })

  it('of an element that this version does not know count as personal', () => {
    const xml = Buffer.from(
      '<?xml version="1.0" encoding="GBK"?><DownloadData><ICP><Later>13800000000</Later></ICP></DownloadData>',
    )
    expect(documentFields(miit30, xml)).toEqual([
      { at: 'DownloadData.ICP.Later', words: undefined, shown: 'personal', value: '13800000000' },
    ])
  })

  it('have words for every element that our own uploads have', () => {
    const unknown = Object.entries(goldenUploads).flatMap(([name, records]) =>
      // Addresses are not reported by anybody here.
      /-ip(-|$)/.test(name)
        ? []
        : Object.values(records).flatMap((record) => {
            const [file] = packFiles(miit30, name as never, [writeRecord(miit30, name as never, record as never)], '1')
            const fields = documentFields(miit30, file?.xml ?? Buffer.alloc(0))
            return fields.filter(({ words }) => words === undefined).map(({ at }) => at)
          }),
    )
    expect(unknown).toEqual([])
  })
})

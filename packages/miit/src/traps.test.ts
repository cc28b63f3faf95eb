import { describe, expect, it } from 'vitest'
import { readDownload } from './download/read-download.ts'
import { writeDownload } from './download/write-download.ts'
import { decodeDocument } from './payload/charset.ts'
import type { UploadName, UploadRecords } from './profile/upload-kind.ts'
import { miit30 } from './profiles/miit-3.0/index.ts'
import {
  readDownloadAnswer,
  readFilingStatusAnswer,
  readPasswordAnswer,
  readPlainAnswer,
  readUploadAnswer,
  writeDownloadAnswer,
  writeFilingStatusAnswer,
  writePlainAnswer,
  writePreviousUploadAnswer,
  writeUploadAnswer,
} from './soap/answer.ts'
import { goldenDownloads } from './testing/golden-downloads.ts'
import { goldenUploads } from './testing/golden-uploads.ts'
import { domainReport, newFiling, subject, website } from './testing/samples.ts'
import { schemaCheck } from './testing/schemas.ts'
import { packFiles } from './upload/pack-files.ts'
import { uploadProblems, writeRecord } from './upload/write-record.ts'

/** Where document and schema of the interface disagree (its facts, section 8), by number. */
const written = <N extends UploadName>(name: N, record: UploadRecords[N]): string =>
  decodeDocument(writeRecord(miit30, name, record))
const problems = <N extends UploadName>(name: N, record: UploadRecords[N]) =>
  uploadProblems(miit30, name, record).map(({ code, field, wouldBe }) => ({ code, field, wouldBe }))
const downloaded = (inner: string) =>
  readDownload(
    miit30,
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><DownloadData version="V.3.0">${inner}</DownloadData>`),
  )
const validate = schemaCheck('upload')

describe('results', () => {
  it('1, 2, 3: a message of any length, with or without a version, and codes that the schema does not list', () => {
    const padded = writePlainAnswer('V.3.0', { code: 0, message: 'ok'.padEnd(256) })
    expect(readPlainAnswer(padded)).toEqual({ code: 0, message: 'ok' })
    schemaCheck('downloadack-result')(padded)
    expect(readPlainAnswer('<return><msg_code>901</msg_code><msg></msg></return>')).toEqual({ code: 901, message: '' })
    for (const code of [16, 22, 901, 902, 999]) expect(miit30.codes.messages.has(code)).toBe(true)
  })

  it('are written as their schemas want them, but for the length of the message', () => {
    const message = 'ok'.padEnd(256)
    const sealed = {
      encryptAlgorithm: 0,
      hashAlgorithm: 0,
      compressionFormat: 0,
      beianInfo: 'AAAA',
      beianInfoHash: 'AAAA',
    }
    schemaCheck('upload-result')(writeUploadAnswer('V.3.0', { code: 14, message, missing: [1, 2] }))
    schemaCheck('download-result')(
      writeDownloadAnswer('V.3.0', { code: 3, message, file: { ...sealed, fileName: 'a.xml' } }),
    )
    const previous = { sequence: 7, fileName: 'a.xml', beianInfoHash: 'AAAA' }
    schemaCheck('querypreviousupload-result')(
      writePreviousUploadAnswer('V.3.0', { code: 0, message, previous }, sealed),
    )
    const status = { filed: true, subjectNumber: '京ICP备0号' }
    schemaCheck('querybeianstatus-result')(
      writeFilingStatusAnswer('V.3.0', { code: 0, message, status }, { type: 0, value: 'a.example' }),
    )
  })

  it('24: the hash is base64 of the digest', () => {
    const answer = readDownloadAnswer(
      '<return version="3"><msg_code>1</msg_code><msg/><fileInfos><hashAlgorithm>0</hashAlgorithm><compressionFormat>0</compressionFormat><encryptAlgorithm>1</encryptAlgorithm><return_FileName>f</return_FileName><beianInfo>AAAA</beianInfo><beianInfoHash>NlFHrtZ44S3+HB/LSbvrPA==</beianInfoHash></fileInfos></return>',
    )
    expect(Buffer.from(answer.file?.beianInfoHash ?? '', 'base64')).toHaveLength(16)
  })

  it('27: the answer to a filing password has no schema and is read by hand', () => {
    expect(
      readPasswordAnswer('<return><msg_code>0</msg_code><msg>x</msg><VerifyRes>0</VerifyRes></return>').right,
    ).toBe(true)
    expect(() =>
      readPasswordAnswer('<return><msg_code>0</msg_code><msg>x</msg><VerifyRes>yes</VerifyRes></return>'),
    ).toThrow()
  })

  it('28: the untyped status fields are strings, in any order', () => {
    const xml =
      '<return><msg_code>0</msg_code><msg/><StatusInfo><Bazt> 0 </Bazt><Ztbah>京ICP备00000000号</Ztbah><Cxtj>a.example</Cxtj></StatusInfo></return>'
    expect(readFilingStatusAnswer(xml).status).toEqual({ filed: true, subjectNumber: '京ICP备00000000号' })
    expect(() => readFilingStatusAnswer(xml.replace(' 0 ', '2'))).toThrow('Bazt')
  })

  it('a gap is told with its numbers', () => {
    const xml =
      '<return><msg_code>14</msg_code><msg/><dataSequences><dataSequence> 501</dataSequence></dataSequences></return>'
    expect(readUploadAnswer(xml).missing).toEqual([501])
  })
})

describe('uploads', () => {
  it('4: addresses, certificates, principals and all other blocks are nested', () => {
    const xml = written('new-filing', newFiling)
    for (const block of [
      'Txdz',
      'Zj',
      'Fzr',
      'Fwnr',
      'Yylb',
      'Ym_xx',
      'Jr_xx',
      'Wzfb',
      'Wzjrfs',
      'Ip_xx',
      'Wz_Fzr',
      'Fjssdx',
    ])
      expect(xml).toMatch(new RegExp(`<${block}><\\w`))
  })

  it('5: reports of addresses have an element more, and a change of a broadcast is Xggbjs', () => {
    const tags = (name: UploadName) => {
      const [record] = Object.values(goldenUploads[name])
      const [file] = packFiles(miit30, name, [writeRecord(miit30, name, record as never)], '1')
      return [...decodeDocument(file?.xml ?? Buffer.alloc(0)).matchAll(/<(\w+)[> ]/g)].slice(1, 5).map(([, tag]) => tag)
    }
    expect(tags('change-ip-broadcast')).toEqual(['IP', 'XGBA', 'Xggbjs', 'Jsxx'])
    expect(tags('change-ip-source')).toEqual(['IP', 'XGBA', 'Xgly', 'Ly_xx'])
    expect(tags('new-own-ip')).toEqual(['IP', 'XZBA', 'Zdip', 'Zdxx'])
  })

  it('30: the gateway of own addresses is due when they are new, not when they change', () => {
    const own = goldenUploads['new-own-ip']['of-a-unit']
    const { gateway: _, ...without } = own ?? ({} as never)
    expect(problems('new-own-ip', without)).toEqual([{ code: 'missing', field: 'gateway', wouldBe: undefined }])
    const { id: __, ...changed } = without
    expect(problems('change-own-ip', { ...changed, bureauId: '93' })).toEqual([])
  })

  it('7, 8: the payer is Jfr_*, the province of the registrant has one underscore', () => {
    const xml = written('new-domain', goldenUploads['new-domain']['with-payer'] ?? domainReport)
    expect(xml).toContain('<Jfr_mz>')
    expect(xml).toContain('<Zcr_shengid>')
    expect(xml).not.toMatch(/Zfr_|Zcr__/)
  })

  it('9: a domain is removed by one of its two names', () => {
    expect(written('remove-domain', { bureauId: '88' })).toBe('<Scxx><Id>88</Id></Scxx>')
    expect(written('remove-domain', { name: 'a.example' })).toBe('<Scxx><Ym>a.example</Ym></Scxx>')
  })

  it('10: the check answer calls a mobile sjhm', () => {
    const answer = goldenUploads['check-answer'].passed
    if (!answer) throw new Error('no sample')
    const xml = written('check-answer', answer)
    expect(xml).toContain('<sjhm>')
    expect(xml).not.toContain('Fzr_sjhm')
  })

  it('13: a change takes certificate kinds up to 11, everything else up to 999', () => {
    const change = goldenUploads['change-filing'].all
    if (!change) throw new Error('no sample')
    const certificate = { ...change.subject.certificate, kind: 12 }
    const found = problems('change-filing', { ...change, subject: { ...change.subject, certificate } })
    expect(found.map(({ field }) => field)).toContain('subject.certificate.kind')
    expect(problems('new-filing', { ...newFiling, subject: { ...subject, certificate } })).toEqual([])
  })

  it('14: an attachment belongs to 1 (subject) or 2 (site); a notice is about 0 or 1', () => {
    expect(written('new-filing', newFiling)).toContain('<Ssdxlx>1</Ssdxlx>')
    const notices = decodeDocument(
      writeDownload(miit30, 'rectification-notices', goldenDownloads['rectification-notices']),
    )
    expect(notices.match(/<Tzlb>\d/g)).toEqual(['<Tzlb>1', '<Tzlb>0'])
  })

  it('15: the filing password is due for a new access and for cancelling a subject, and has 32 hex digits', () => {
    const access = goldenUploads['new-access']['by-id']
    if (!access) throw new Error('no sample')
    const without = { ...access, filingPasswordDigest: undefined } as never
    expect(problems('new-access', without)).toEqual([
      { code: 'missing', field: 'filingPasswordDigest', wouldBe: undefined },
    ])
    const cancel = { bureauId: '1', reason: 1 } as const
    expect(problems('cancel-filing', { ...cancel, what: 'subject' })).toMatchObject([
      { code: 'missing', wouldBe: 1018 },
    ])
    expect(problems('cancel-filing', { ...cancel, what: 'service' })).toEqual([])
    expect(problems('cancel-filing', { ...cancel, what: 'service', filingPasswordDigest: 'secret' })).toMatchObject([
      { code: 'form' },
    ])
  })

  it("16: the name of a site's principal is due for a person too", () => {
    const { name: _, ...principal } = website.principal
    const filing = {
      ...newFiling,
      subject: { ...subject, kind: 'person' as const },
      services: [{ ...website, principal }],
    }
    expect(problems('new-filing', filing)).toMatchObject([{ code: 'missing', field: 'services[0].principal.name' }])
  })

  it('21: the languages are due', () => {
    const { languages: _, ...site } = website
    expect(problems('new-filing', { ...newFiling, services: [site] })).toMatchObject([
      { code: 'missing', field: 'services[0].languages' },
    ])
  })

  it('22: dates have the form YYYY-MM-DD, and are days', () => {
    for (const expiresOn of ['2099/01/02', '2099-02-30', '2099-1-2', '20990102'])
      expect(problems('new-domain', { ...domainReport, expiresOn })).toMatchObject([
        { code: 'form', field: 'expiresOn' },
      ])
  })

  it('25: the version is the one of the profile', () => {
    const [file] = packFiles(miit30, 'new-domain', [writeRecord(miit30, 'new-domain', domainReport)], '1')
    expect(decodeDocument(file?.xml ?? Buffer.alloc(0))).toContain('<UploadData version="V.3.0">')
  })

  it('26: a phone has at least eleven characters together', () => {
    const phone = (officePhones: string[]) =>
      problems('new-filing', {
        ...newFiling,
        subject: { ...subject, principal: { ...subject.principal, officePhones } },
      })
    expect(phone(['010-00000000'])).toEqual([])
    expect(phone(['00000000'])).toMatchObject([{ code: 'too-short', field: 'subject.principal.officePhones' }])
    expect(phone(['010 00000000'])).toMatchObject([{ code: 'form', wouldBe: 1010 }])
  })

  it('31: everything is in the order of the schema, and what is absent is left out, never empty', () => {
    const { remark: _, investor: __, ...least } = subject
    const xml = written('new-filing', { ...newFiling, subject: { ...least, remark: '' }, attachments: [] })
    expect(xml).not.toMatch(/<(\w+)><\/\1>|\/>/)
    validate(`<UploadData version="V.3.0"><ICP><XZBA>${xml}</XZBA><Qqdwid>1</Qqdwid></ICP></UploadData>`)
  })
})

describe('downloads', () => {
  it('6, 17: tables have their wrappers; the handling of unfiled sites may or may not say what is valid', () => {
    const row = (valid: string) => `<Wbacl_dms><Wbacl_xx><Id>1</Id><Ztmc>停止</Ztmc>${valid}</Wbacl_xx></Wbacl_dms>`
    const read = (valid: string) => downloaded(`<JCDM><Jcdm_xx>${row(valid)}</Jcdm_xx></JCDM>`).parts
    expect(read('')).toEqual([
      { name: 'code-tables', content: { tables: { 'unfiled-handling': [{ id: 1, name: '停止', valid: true }] } } },
    ])
    expect(read('<Sfyx>0</Sfyx>')).toMatchObject([{ content: { tables: { 'unfiled-handling': [{ valid: false }] } } }])
  })

  it('11: operation 35 is read, and written only by a profile that has it', () => {
    const results = [{ codes: [{ code: 1060 }], operation: 'verification-material' as const }]
    expect(decodeDocument(writeDownload(miit30, 'filing-results', { results }))).toContain('<Czlx>35</Czlx>')
    const strict = { ...miit30, quirks: { ...miit30.quirks, operation35: false } }
    expect(() => writeDownload(strict, 'filing-results', { results })).toThrow('verification material')
    const result = '<ICP><BAJG><Jg_xx><Jgxx><Jgdm>1060</Jgdm></Jgxx><Czlx>35</Czlx></Jg_xx></BAJG></ICP>'
    expect(downloaded(result).parts).toMatchObject([{ content: { results: [{ operation: 'verification-material' }] } }])
  })

  it('12: a cancelled access (2) is read', () => {
    const { parts } = downloaded('<ICP><ZXSJ><Zxxx><Zxlb>2</Zxlb><Jlid>8301</Jlid></Zxxx></ZXSJ></ICP>')
    expect(parts).toEqual([{ name: 'cancelled-filings', content: [{ what: 'access', bureauId: '8301' }] }])
  })

  it('14: a table of attachment purposes may say 0 for the subject', () => {
    const row = '<Fjytlx_dms><Fjzjlx><Id>2</Id><Mc>证件</Mc><Ssdxlx>0</Ssdxlx><Sfyx>1</Sfyx></Fjzjlx></Fjytlx_dms>'
    const { parts } = downloaded(`<JCDM><Jcdm_xx>${row}</Jcdm_xx></JCDM>`)
    expect(parts).toMatchObject([{ content: { tables: { 'attachment-purpose': [{ belongsTo: 0 }] } } }])
  })

  it('18: the element is SJTB', () => {
    expect(decodeDocument(writeDownload(miit30, 'resync-domains', goldenDownloads['resync-domains']))).toContain(
      '<SJTB><YM><Ymxx>',
    )
  })

  it('19: results of broadcasts and own addresses are Gbjs and Zdip', () => {
    const xml = decodeDocument(writeDownload(miit30, 'ip-results', goldenDownloads['ip-results']))
    expect(xml).toContain('<Zdip><Jgxx>')
    expect(xml).not.toMatch(/Gbjg|Zdjg/)
  })

  it('20, 23: ids are text, whatever their size and whoever made them', () => {
    const { parts } = downloaded(`<ICP><ZXSJ><Zxxx><Zxlb>0</Zxlb><Jlid>9223372036854775807</Jlid></Zxxx></ZXSJ></ICP>`)
    expect(parts).toMatchObject([{ content: [{ bureauId: '9223372036854775807' }] }])
  })

  it('21: languages and contents may be absent', () => {
    const xml = decodeDocument(writeDownload(miit30, 'published-filings', goldenDownloads['published-filings']))
      .replace(/<Yylb>.*?<\/Yylb>/, '')
      .replace(/<Fwnr>.*?<\/Fwnr>/, '')
    const read = readDownload(miit30, Buffer.from(xml.replace('"GBK"', '"UTF-8"')))
    expect(read.setAside).toEqual([])
    expect(read.parts).toHaveLength(1)
  })

  it('22: a moment is a day, or a day and a time', () => {
    for (const at of ['2026-11-28', '2026-11-28 09:00:00', '2026-11-28T09:00:00', '2026-11-28 09:00:00.0'])
      expect(
        downloaded(
          `<ICP><HCJG><Jgxx><Wzch><Wzid>1</Wzid><Wz_Baxh>京ICP备0号-1</Wz_Baxh><Hcsj>${at}</Hcsj></Wzch></Jgxx></HCJG></ICP>`,
        ).parts,
      ).toMatchObject([{ content: { liveness: [{ inspectedAt: at }] } }])
  })
})

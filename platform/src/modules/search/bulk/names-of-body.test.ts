import { Readable } from 'node:stream'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { namesOfBody } from './names-of-body.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function read(
  content: string | Uint8Array,
  type: string,
  step = 7,
  onEncoding?: (encoding: string) => void,
): Promise<[number, string][]> {
  const bytes = Buffer.from(content)
  const chunks = Array.from({ length: Math.ceil(bytes.length / step) }, (_, n) =>
    bytes.subarray(n * step, (n + 1) * step),
  )
  const found: [number, string][] = []
  for await (const { line, typed } of namesOfBody(Readable.from(chunks), type, onEncoding)) found.push([line, typed])
  return found
}

/** Node encodes no GB18030: the few characters of these tests. */
const codes: Record<string, number> = Object.fromEntries(
  Array.from({ length: 0x7e00 }, (_, n) => 0x8140 + n).flatMap((code) => {
    const character = new TextDecoder('gb18030').decode(Buffer.from([code >> 8, code & 0xff]))
    return [...character].length === 1 && character !== '\ufffd' ? [[character, code]] : []
  }),
)
function gb18030(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = codes[character]
      return character.charCodeAt(0) < 0x80 || code === undefined ? [character.charCodeAt(0)] : [code >> 8, code & 0xff]
    }),
  )
}

function sheet(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.flat()
  const letter = (n: number) => String.fromCharCode(65 + n)
  const xml = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((text, c) => `<c r="${letter(c)}${r + 1}" t="s"><v>${cells.indexOf(text)}</v></c>`).join('')}</row>`,
  )
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/sharedStrings.xml': strToU8(
      `<sst>${cells.map((text) => `<si><r><t>${text}</t></r><rPh><t>kana</t></rPh></si>`).join('')}</sst>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`),
  })
}

describe('names out of a file', () => {
  it('takes a line without an end in time that grows with it, not with its square', async () => {
    const chunk = Buffer.alloc(16_384, 'a')
    const body = Readable.from(Array.from({ length: 1_000 }, () => chunk).concat(Buffer.from('\r\nb.cn\n')))
    const found: [number, number][] = []
    const started = performance.now()
    for await (const { line, typed } of namesOfBody(body, 'text/plain')) found.push([line, typed.length])
    expect(found).toEqual([
      [1, 300],
      [2, 4],
    ])
    // Each chunk with all before it would be eight thousand million characters.
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('refuses a small workbook whose cells stand so far apart that they would fill the memory', async () => {
    const rows = (count: number, cell: string) =>
      zipSync({
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet><sheetData>${`<row>${cell}</row>`.repeat(count)}</sheetData></worksheet>`,
        ),
      })
    const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>a.cn</t></is></c>`
    const refused = { code: 'search.file-too-large', findings: [{ rule: 'BULK-WORKBOOK-01', field: 'file' }] }
    await expect(read(rows(1_000, cell('XFD1')), workbook, 65_536)).rejects.toMatchObject(refused)
    expect(await read(rows(2, cell('XFD1') + cell('A1')), workbook)).toEqual([
      [1, 'a.cn'],
      [2, 'a.cn'],
    ])
  })

  it('reads a sheet whose text is cut anywhere: a character of three bytes is whole again', async () => {
    const rows = Array.from(
      { length: 9_000 },
      (_, n) => `<row><c t="inlineStr"><is><t>山月茶${n}.中国</t></is></c></row>`,
    )
    const xml = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
    expect(xml.length).toBeGreaterThan(256 * 1024)
    const found = await read(zipSync({ 'xl/worksheets/sheet1.xml': strToU8(xml) }), workbook, 65_536)
    expect(found).toEqual(rows.map((_, n) => [n + 1, `山月茶${n}.中国`]))
  })

  it('reads text with any line end, wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a.cn', '山月茶.中国', '', ' b.com '), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (lines, end, step) => {
          expect(await read(lines.join(end), 'text/plain; charset=utf-8', step)).toEqual(
            lines.flatMap((line, at) => (line.trim() === '' ? [] : [[at + 1, line.trim()]])),
          )
        },
      ),
    )
  })

  it('reads JSON lines: strings, and objects with a name', async () => {
    expect(await read('"a.cn"\n{"name":"b.cn","note":1}\n\n', 'application/x-ndjson')).toEqual([
      [1, 'a.cn'],
      [2, 'b.cn'],
    ])
  })

  it.each([
    ['gb18030', gb18030('域名,备注\n山月茶.中国,\n龙门客栈.公司,x\nb.cn,\n')],
    ['utf-16le', Buffer.from('\ufeff域名,备注\n山月茶.中国,\n龙门客栈.公司,x\nb.cn,\n', 'utf16le')],
    ['utf-8', Buffer.from('域名,备注\n山月茶.中国,\n龙门客栈.公司,x\nb.cn,\n')],
  ])('reads what spreadsheets save in China, in %s, wherever the chunks are cut', async (encoding, bytes) => {
    for (const step of [1, 2, 3, 5, 7, 1_000]) {
      const told: string[] = []
      expect(await read(bytes, 'text/csv', step, (found) => told.push(found))).toEqual([
        [2, '山月茶.中国'],
        [3, '龙门客栈.公司'],
        [4, 'b.cn'],
      ])
      expect(told).toEqual([encoding])
    }
  })

  it('tells the encoding of a long file, of which only the end is Chinese', async () => {
    const plain = 'abc.cn\n'.repeat(9_000)
    const found = await read(Buffer.concat([Buffer.from(plain), gb18030('山月茶.中国\n')]), 'text/plain', 4_096)
    expect(found.at(-1)).toEqual([9_001, '山月茶.中国'])
    const long = await read(gb18030('山月茶.中国\n'.repeat(3_000)), 'text/plain', 999)
    expect(long).toHaveLength(3_000)
    expect(long.every(([, typed]) => typed === '山月茶.中国')).toBe(true)
  })

  it('reads the column of a table that a header names, or the first', async () => {
    const csv = '\ufeff序号,域名\n1,"山月,茶.cn"\n2,b.cn\n3\n'
    expect(await read(csv, 'text/csv')).toEqual([
      [2, '山月,茶.cn'],
      [3, 'b.cn'],
    ])
    expect(await read('a.cn,x\nb.cn,y', 'text/csv')).toEqual([
      [1, 'a.cn'],
      [2, 'b.cn'],
    ])
    expect(
      await read(
        sheet([
          ['note', 'Domain'],
          ['x', '山月茶.中国'],
          ['y', 'b.com'],
        ]),
        workbook,
        50,
      ),
    ).toEqual([
      [2, '山月茶.中国'],
      [3, 'b.com'],
    ])
  })

  it.each([
    ['JSON that is none', '{"name":', 'application/x-ndjson', 'search.file-unreadable'],
    ['JSON without a name', '{"domain":"a.cn"}', 'application/x-ndjson', 'search.file-unreadable'],
    ['bytes that are no text', Buffer.from([0xff, 0xff, 0x80, 0xff]), 'text/plain', 'search.file-unreadable'],
    ['a CSV with an open quote', '"a.cn\nb.cn', 'text/csv', 'search.file-unreadable'],
    ['a workbook that is none', 'PK\u0003\u0004nothing', workbook, 'search.file-unreadable'],
    ['a workbook without a sheet', zipSync({ 'a.txt': strToU8('a') }), workbook, 'search.file-unreadable'],
    [
      'a workbook of broken XML',
      zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<a><b></a>') }),
      workbook,
      'search.file-unreadable',
    ],
    [
      'a workbook that unfolds too far',
      zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(65 * 1024 * 1024) }),
      workbook,
      'search.file-too-large',
    ],
  ])('refuses %s', async (_, content, type, code) => {
    await expect(read(content, type, 4_096)).rejects.toMatchObject({ code })
  })

  it('refuses more than 100,000 names, and more than 16 MB', async () => {
    await expect(read('a.cn\n'.repeat(100_001), 'text/plain', 65_536)).rejects.toMatchObject({
      code: 'search.too-many-names',
    })
    await expect(read('a'.repeat(17 * 1024 * 1024), 'text/plain', 1_048_576)).rejects.toMatchObject({
      code: 'search.file-too-large',
    })
  })
})

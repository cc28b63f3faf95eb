import { readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { writeDownload } from '../download/write-download.ts'
import { decodeDocument } from '../payload/charset.ts'
import type { DownloadName } from '../profile/download-kind.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { goldenDownloads } from './golden-downloads.ts'
import { havePublished, outlineFile, publishedSchema, schemaNames } from './schemas.ts'
import { shapeCheck } from './shape-check.ts'
import { shapeOf } from './shape-of-schema.ts'

describe.skipIf(!havePublished)('our outlines of the published schemas', () => {
  it.each(schemaNames)('%s is what the schema says today', (name) => {
    expect(readFileSync(outlineFile(name), 'utf8')).toBe(shapeOf(publishedSchema(name)))
  })

  it('refuse and accept what the schema refuses and accepts, whatever element is spoilt', () => {
    const schema = XsdValidator.fromDoc(XmlDocument.fromString(publishedSchema('download')))
    const outline = shapeCheck(readFileSync(outlineFile('download'), 'utf8'))
    const accepts = (check: () => void): boolean => {
      try {
        check()
        return true
      } catch {
        return false
      }
    }
    const both = (text: string) => {
      const document = XmlDocument.fromString(text)
      const verdicts = [accepts(() => schema.validate(document)), accepts(() => outline(text))]
      document.dispose()
      return verdicts
    }
    let refused = 0
    for (const name of ['published-filings', 'filing-results', 'blacklist', 'code-tables'] as DownloadName[]) {
      const text = decodeDocument(writeDownload(miit30, name, goldenDownloads[name] as never)).replace(
        /^<\?xml.*?\?>\s*/,
        '',
      )
      for (const leaf of text.matchAll(/<(\w+)>([^<]*)<\/\1>/g))
        for (const instead of [
          '',
          `<${leaf[1]}></${leaf[1]}>`,
          `${leaf[0]}${leaf[0]}`,
          `<X>1</X>`,
          `<${leaf[1]}>0</${leaf[1]}>`,
        ]) {
          const spoilt = text.slice(0, leaf.index) + instead + text.slice(leaf.index + leaf[0].length)
          const [schemaSays, outlineSays] = both(spoilt)
          expect([name, leaf[0], instead, outlineSays]).toEqual([name, leaf[0], instead, schemaSays])
          if (!schemaSays) refused++
        }
    }
    expect(refused).toBeGreaterThan(200)
  })
})

describe('an outline', () => {
  const check = shapeCheck('A seq\n @v any\n B? long 1..9\n C{1,2} choice\n  D string 2..3\n  E any\n')
  it.each([
    ['<A v=""><B>9</B><C><D>ab</D></C></A>', undefined],
    ['<A v=""><C><E/></C><C><E>x</E></C></A>', undefined],
    ['<A><C><E/></C></A>', 'no @v'],
    ['<A v=""><C><E/></C><B>1</B></A>', 'out of order'],
    ['<A v=""><B>10</B><C><E/></C></A>', 'over 9'],
    ['<A v=""><B>x</B><C><E/></C></A>', 'no number'],
    ['<A v=""></A>', 'C 0 times'],
    ['<A v=""><C><E/></C><C><E/></C><C><E/></C></A>', 'C 3 times'],
    ['<A v=""><C><D>a</D></C></A>', 'under 2'],
    ['<A v=""><C><D>ab</D><E/></C></A>', 'one of D, E'],
    ['<A v=""><C/></A>', 'one of D, E'],
    ['<A v=""><F/></A>', 'may not have F'],
  ])('%s', (xml, refusal) => {
    if (refusal === undefined) check(xml)
    else expect(() => check(xml)).toThrow(refusal)
  })
})

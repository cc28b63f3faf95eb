import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { XmlElement } from './element.ts'
import { parseFully } from './parse.ts'
import { parsePlain } from './parse-plain.ts'

const folder = join(import.meta.dirname, '../../golden')
const golden = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.xml'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

function fully(source: string): XmlElement | 'refused' {
  try {
    return parseFully(source)
  } catch {
    return 'refused'
  }
}

/** Nothing, or what the full parser says. */
function expectAgreement(source: string): void {
  const plain = parsePlain(source)
  if (plain) expect({ source, plain }).toEqual({ source, plain: fully(source) })
}

describe('reading plain documents', () => {
  it('reads nearly all golden frames, and as the full parser does', () => {
    for (const source of golden) expectAgreement(source)
    expect(golden.filter((source) => parsePlain(source)).length).toBeGreaterThan(golden.length * 0.8)
  })

  it.each([
    ['one element', '<a/>'],
    ['a declaration and space around', '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n <a />\n'],
    ['prefixes, redeclared and gone again', '<p:a xmlns:p="u:1"><p:b xmlns:p="u:2"/><p:c xmlns="u:3"><d/></p:c></p:a>'],
    ['attributes of both quotes, foreign ones dropped', `<a xmlns:x="u:x" x:y="1" b="it's" c='"'/>`],
    ['text around children', '<a> one <b>two</b> three </a>'],
    ['blank text around children, and alone', '<a>\n <b> </b>\n</a>'],
    ['a no-break space around children', '<a>\u00a0<b/>\u00a0</a>'],
    ['words of two scripts', '<a>域名 name</a>'],
  ])('%s', (_, source) => {
    expect(parsePlain(source)).toEqual(fully(source))
    expect(parsePlain(source)).toBeDefined()
  })

  it.each([
    ['an entity', '<a>&amp;</a>'],
    ['a comment', '<a><!-- b --></a>'],
    ['CDATA', '<a><![CDATA[b]]></a>'],
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an instruction', '<a><?b c?></a>'],
    ['a line end of another system', '<a>\r\n</a>'],
    ['an end of CDATA without a beginning', '<a>]]></a>'],
    ['a pair of surrogates', '<a>😀</a>'],
    ['a tab in an attribute', '<a b="\t"/>'],
    ['a prefix that nobody declared', '<p:a/>'],
    ['a foreign attribute that nobody declared', '<a p:b="1"/>'],
    ['a namespace of nothing', '<a xmlns=""/>'],
    ['a prefix bound to nothing', '<a xmlns:p=""/>'],
    ['a prefix of XML itself', '<a xmlns:xml="u:1"/>'],
    ['a namespace of XML itself', '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>'],
    ['a prefix declared twice', '<a xmlns:p="u:1" xmlns:p="u:2"/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute named as what objects come from', '<a __proto__="1"/>'],
    ['attributes without space between', '<a b="1"c="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['a name that begins with a digit', '<1a/>'],
    ['no name', '< a/>'],
    ['another end than begun', '<a></b>'],
    ['an end that goes on', '<a></ab>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>b'],
    ['text before the root', 'b<a/>'],
    ['no end', '<a><b></b>'],
    ['an end without a beginning', '</a>'],
    ['65 levels', '<a>'.repeat(65) + '</a>'.repeat(65)],
    ['nothing', ''],
  ])('leaves %s to the full parser', (_, source) => {
    expect(parsePlain(source)).toBeUndefined()
  })

  const piece = fc.constantFrom(
    ...[
      '<a>',
      '</a>',
      '<b/>',
      '<p:c xmlns:p="u:1">',
      '</p:c>',
      '<p:d/>',
      ' ',
      '\n',
      'text',
      '\u00a0',
      '&lt;',
      '"',
      "'",
    ],
    ...['<a b="1">', '<a b="1" b="2"/>', '<a xmlns="u:2">', '<a p:e="1"/>', '<', '>', '/', '=', ']]>', '<!-- -->', ':'],
    ...['<a xmlns:p="u:3" p:e="1" q="2">', '<?xml version="1.0"?>', '\ufeff', '\u0085', '\u2028', '<é/>', '<a:b:c/>'],
  )

  it('never reads otherwise than the full parser: pieces in any order, and frames changed, cut and added to', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectAgreement(pieces.join(''))),
      {
        numRuns: 3_000,
      },
    )
    const changed = fc.tuple(fc.constantFrom(...golden), fc.nat({ max: 3_000 }), fc.nat({ max: 40 }), piece)
    fc.assert(
      fc.property(changed, ([source, position, cut, put]) => {
        const start = position % source.length
        expectAgreement(source.slice(0, start) + put + source.slice(start + cut))
      }),
      { numRuns: 3_000 },
    )
  })
})

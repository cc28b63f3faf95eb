import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClientDocument, readCommand } from '../frame/command-frame.ts'
import { readResponse } from '../frame/response.ts'
import { elementsOf, type XmlElement } from './element.ts'
import { parseXml } from './parse.ts'
import { type RejectedBecause, XmlRejected } from './rejected.ts'
import { writeXml } from './write.ts'

const folder = join(import.meta.dirname, '../../golden')
const golden = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.xml'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

function reasonFor(source: string | Uint8Array): RejectedBecause | undefined {
  try {
    parseXml(source)
  } catch (error) {
    if (error instanceof XmlRejected) return error.because
    throw error
  }
  return undefined
}

const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth)

describe('what the parser refuses', () => {
  it.each<[string, RejectedBecause, string | Uint8Array]>([
    ['a document type', 'document-type', '<!DOCTYPE a><a/>'],
    ['entities that grow', 'document-type', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['an outside entity', 'document-type', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an unknown entity', 'not-well-formed', '<a>&nbsp;</a>'],
    ['an undeclared prefix', 'not-well-formed', '<b:a/>'],
    ['an undeclared prefix of an attribute', 'not-well-formed', '<a b:c="1"/>'],
    ['another encoding by name', 'encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
    ['bytes that are not UTF-8', 'encoding', Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])],
    ['UTF-16', 'encoding', Buffer.from('\ufeff<a/>', 'utf16le')],
    ['an overlong form', 'encoding', Uint8Array.from([0x3c, 0xc0, 0xaf])],
    ['more than 64 levels', 'too-deep', nested(65)],
    ['more than a megabyte', 'too-large', `<a>${'x'.repeat(1_048_576)}</a>`],
    ['a character that XML has not', 'not-well-formed', '<a>&#0;</a>'],
    ['half a character', 'not-well-formed', '<a>&#xD800;</a>'],
    ['two roots', 'not-well-formed', '<a/><a/>'],
    ['an open end', 'not-well-formed', '<a><b></a>'],
    ['the same attribute twice', 'not-well-formed', '<a b="1" b="2"/>'],
    ['nothing', 'not-well-formed', ''],
  ])('%s', (_, because, source) => {
    expect(reasonFor(source)).toBe(because)
  })

  it('takes 64 levels, a byte order mark and a declared UTF-8', () => {
    expect(parseXml(nested(64)).name).toBe('a')
    expect(parseXml(Buffer.from('\ufeff<?xml version="1.0" encoding="utf-8"?><a/>')).name).toBe('a')
  })

  it('goes by namespace and not by prefix', () => {
    const plain = parseXml('<epp xmlns="urn:e"><d:x xmlns:d="urn:d" a="1">t</d:x></epp>')
    expect(parseXml('<e:epp xmlns:e="urn:e"><x xmlns="urn:d" a="1">t</x></e:epp>')).toEqual(plain)
  })

  it('takes an undeclared prefix only inside a value, and only when asked', () => {
    const quoted = '<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><value><domain:name>a</domain:name></value></epp>'
    expect(reasonFor(quoted)).toBe('not-well-formed')
    const tolerant = parseXml(quoted, { undeclaredPrefixInValue: 'tolerate' })
    expect(tolerant.children[0]?.children[0]).toMatchObject({ name: 'name', text: 'a' })
    const outside = quoted.replaceAll('value', 'other')
    expect(() => parseXml(outside, { undeclaredPrefixInValue: 'tolerate' })).toThrow(XmlRejected)
  })

  it('is not misled by names of the language itself', () => {
    const found = parseXml('<a __proto__="1" constructor="2"><toString/></a>')
    expect(found.attributes.constructor).toBe('2')
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
    expect(reasonFor('<__proto__:a/>')).toBe('not-well-formed')
    expect(reasonFor('<constructor:a/>')).toBe('not-well-formed')
  })
})

const text = fc.stringMatching(/^[ -~\t\n\r一-鿿😀-🙏]{0,20}$/u)
const name = fc.stringMatching(/^[a-zA-Z_][\w.-]{0,8}$/)
const uris = fc.constantFrom(
  'urn:ietf:params:xml:ns:epp-1.0',
  'urn:ietf:params:xml:ns:domain-1.0',
  'urn:a&b"<',
  'urn:other',
)
const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      ns: uris,
      name,
      attributes: fc.dictionary(name, text, { noNullPrototype: true }),
      children: fc.constant([]),
      text,
    }),
    fc.record({
      ns: uris,
      name,
      attributes: fc.dictionary(name, text, { noNullPrototype: true }),
      children: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      text: fc.constant(''),
    }),
  ),
}))

describe('writing and reading', () => {
  it('returns every tree as it was, whatever its text', () => {
    fc.assert(
      fc.property(tree, (element) => {
        expect(parseXml(writeXml(element))).toEqual(element)
        expect(parseXml(Buffer.from(writeXml(element)))).toEqual(element)
      }),
    )
  })

  it('refuses to write what XML cannot carry', () => {
    for (const bad of ['\u0000', '\u001f', '\ud800', '\udc00', '\uffff']) {
      expect(() => writeXml(elementsOf('urn:a')('a', `x${bad}`))).toThrow(RangeError)
    }
  })
})

/** Reads as a server and as a client would; anything but XmlRejected escapes. */
function readAll(source: string | Uint8Array): void {
  try {
    const document = parseXml(source)
    try {
      const found = readClientDocument(document)
      if (found.kind === 'command') readCommand(found)
    } catch (error) {
      if (!(error instanceof XmlRejected)) throw error
    }
    readResponse(document, '')
  } catch (error) {
    if (!(error instanceof XmlRejected)) throw error
  }
}

describe('no input brings a reader down', () => {
  const frame = fc.constantFrom(...golden)
  const position = fc.nat({ max: 3000 })

  it('as any text or bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.uint8Array({ maxLength: 200 })),
        (source) => {
          expect(() => readAll(source)).not.toThrow()
        },
      ),
      { numRuns: 500 },
    )
  })

  it('as a frame of ours with bytes changed, cut out or put in', () => {
    fc.assert(
      fc.property(
        frame,
        position,
        fc.nat({ max: 40 }),
        fc.oneof(
          fc.string({ maxLength: 12 }),
          fc.constantFrom('<', '>', '&', '"', '</', ']]>', 'xmlns:x=""', '\u0000'),
        ),
        (source, at, cut, put) => {
          const bytes = Buffer.from(source)
          const start = at % bytes.length
          expect(() =>
            readAll(Buffer.concat([bytes.subarray(0, start), Buffer.from(put), bytes.subarray(start + cut)])),
          ).not.toThrow()
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('as a frame with an element emptied or renamed', () => {
    fc.assert(
      fc.property(frame, fc.nat({ max: 60 }), name, (source, which, other) => {
        const names = [...source.matchAll(/<([\w-]+:)?([\w]+)/g)].map((found) => found[2] ?? '')
        const victim = names[which % names.length] ?? 'epp'
        expect(() => readAll(source.replaceAll(new RegExp(`\\b${victim}\\b(?=[\\s/>])`, 'g'), other))).not.toThrow()
        expect(() =>
          readAll(source.replaceAll(new RegExp(`>[^<]+</([\\w-]+:)?${victim}>`, 'g'), `></$1${victim}>`)),
        ).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})

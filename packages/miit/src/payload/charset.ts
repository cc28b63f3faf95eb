import iconv from 'iconv-lite'
import { XmlRejected } from '../xml/rejected.ts'

/**
 * What V3.0 calls GBK is written as code page 936, the part of it that every decoder knows alike: its lone byte 0x80
 * (the euro sign) and the characters that were added to GBK later are decoded differently by different systems.
 */
const written = 'cp936'
const plain = /^[\t\n\r -~]*$/

/** The characters of a text that GBK has no bytes for, each once. */
export function notInGbk(text: string): readonly string[] {
  if (plain.test(text)) return []
  const bad = new Set<string>()
  for (const char of text) if (!plain.test(char) && !hasBytes(char)) bad.add(char)
  return [...bad]
}

const known = new Map<string, boolean>()

function hasBytes(char: string): boolean {
  const before = known.get(char)
  if (before !== undefined) return before
  const bytes = iconv.encode(char, written)
  const has = bytes.length === 2 && iconv.decode(bytes, written) === char
  // The writer meets the same few thousand characters again and again; the set of all of them is bounded.
  known.set(char, has)
  return has
}

/** @throws RangeError when a character has no bytes: writers ask `notInGbk` first and name the field. */
export function encodeGbk(text: string): Buffer {
  if (plain.test(text)) return Buffer.from(text, 'latin1')
  const bad = notInGbk(text)
  if (bad.length > 0) throw new RangeError(`GBK has no bytes for ${bad.join(' ')}`)
  return iconv.encode(text, written)
}

/** Bytes for a digest: passwords are hashed in GBK, whatever they hold. */
export function passwordBytes(text: string): Buffer {
  return encodeGbk(text)
}

const declaredEncoding = /^(?:\ufeff)?<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/

/**
 * Decodes a document of the bureau. GB18030 reads everything that GBK writes and more; UTF-8 is read where the
 * document says so, because newer systems send it.
 * @throws XmlRejected when the bytes are of neither, or the document names a third encoding
 */
export function decodeDocument(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const encoding = (
    declaredEncoding.exec(head.replace('\u00ef\u00bb\u00bf', ''))?.[1] ?? (marked ? 'utf-8' : 'gbk')
  ).toLowerCase()
  if (encoding === 'utf-8' || encoding === 'utf8') return decodeWhole(bytes, 'utf-8')
  if (encoding !== 'gbk' && encoding !== 'gb2312' && encoding !== 'gb18030')
    throw new XmlRejected('encoding', `encoding ${encoding} is neither GBK nor UTF-8`)
  return decodeWhole(bytes, 'gb18030')
}

function decodeWhole(bytes: Uint8Array, encoding: 'gb18030' | 'utf-8'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlRejected('encoding', `the bytes are not ${encoding === 'utf-8' ? 'UTF-8' : 'GBK'}`)
  }
}

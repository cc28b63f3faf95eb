import type { HiddenContent } from './paper-facts.ts'

/** Code, or the beginning of a page; none shorter than five letters, as pixels hold every shorter text by chance. */
const code = /<(?:(script|\?php|%eval)|!doctype html|html[\s>]|svg\s+xmlns)/gi
/** The bytes are read as text piece by piece, which keeps little of it in memory. */
const piece = 2 ** 18
const overlap = 32

/** PDF readers take a file whose header begins within this many bytes. */
const pdfHeaderWithin = 1_024
const zipEnd = Buffer.from([0x50, 0x4b, 0x05, 0x06])
/** The end record of a ZIP has 22 bytes and a comment of at most 65,535. */
const zipEndWithin = 65_557

/**
 * Other content in the bytes of a picture: what opens as PDF, ZIP or web page too, and code in its metadata.
 * A second picture or a short film behind the first, as phones add them, is not meant.
 */
export function hiddenContent(bytes: Uint8Array): HiddenContent[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Set<HiddenContent>()
  if (all.subarray(0, pdfHeaderWithin + 5).indexOf('%PDF-') > 0) found.add('pdf')
  if (endsAsZip(all)) found.add('zip')
  for (let at = 0; at < all.length; at += piece)
    for (const [, script] of all.toString('latin1', at, at + piece + overlap).matchAll(code))
      found.add(script ? 'script' : 'page')
  return [...found]
}

function endsAsZip(all: Buffer): boolean {
  const from = Math.max(0, all.length - zipEndWithin)
  for (let at = all.indexOf(zipEnd, from); at >= 0; at = all.indexOf(zipEnd, at + 1))
    if (at + 22 <= all.length && at + 22 + all.readUInt16LE(at + 20) <= all.length) return true
  return false
}

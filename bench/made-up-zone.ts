import { Readable } from 'node:stream'

const consonants = 'bcdfghjklmnpqrst'
const vowels = 'aeio'
const syllables = Array.from({ length: 64 }, (_, i) => `${consonants[i >> 2]}${vowels[i & 3]}`)
const pairs = Array.from({ length: 4096 }, (_, i) => `${syllables[i >> 6]}${syllables[i & 63]}`)
const endings = Array.from({ length: 256 }, (_, i) => (i < 64 ? (syllables[i] ?? '') : i.toString(36)))

/** A different label of ten letters and digits for each number below 2^32. */
export function madeUpLabel(number: number): string {
  const mixed = Math.imul(number ^ 0x2545f491, 0x9e3779b1)
  return `${pairs[mixed & 4095]}${pairs[(mixed >>> 12) & 4095]}${endings[mixed >>> 24]}`
}

const soa = 'com. 900 in soa a.gtld-servers.example. host.example. 1 1800 900 604800 86400\n'

/** The text of a zone of made-up names with two name servers each. */
export function madeUpZone(names: number): Readable {
  return Readable.from(pieces(names), { objectMode: false, highWaterMark: 2 ** 22 })
}

function* pieces(names: number): Generator<Buffer> {
  yield Buffer.from(soa)
  let text = ''
  for (let i = 0; i < names; i++) {
    const owner = `${madeUpLabel(i)}.com.\t172800\tin\tns\t`
    text += `${owner}ns1.example.net.\n${owner}ns2.example.net.\n`
    if (text.length < 2 ** 20) continue
    yield Buffer.from(text, 'latin1')
    text = ''
  }
  yield Buffer.from(text + soa, 'latin1')
}

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Turns the variant table of the ICANN second-level reference label generation rules for Chinese (RFC 7940) into the
 * product's own form: ranges of code points without variants, then one line a variant set. Run when the table changes:
 * `node scripts/make-variants.ts`.
 */
const letters: Record<string, string> = {
  'r-both': 'B',
  'r-simp': 'S',
  'r-trad': 'T',
  'r-neither': 'N',
  'out-of-repertoire-var': 'X',
  simp: 's',
  trad: 't',
  both: 'b',
  'simp-1': 'p',
  'simp-2': 'q',
  'trad-1': 'v',
  'trad-2': 'w',
  blocked: '-',
}

const root = path.join(import.meta.dirname, '..')
const shared = process.env.YUMING_SHARED_DATA ?? path.join(root, '../shared/data')
const rows = new Map<number, Map<number, string>>()
for (const line of readFileSync(path.join(shared, 'lgr/han-variants.tsv'), 'utf8').split('\n')) {
  const [point, variants] = line.split('\t')
  if (line.startsWith('#') || point === undefined || variants === undefined) continue
  const types = variants.split(',').map((variant): [number, string] => {
    const [to = '', type = ''] = variant.split(':')
    const letter = letters[type]
    if (letter === undefined) throw new Error(`unknown type ${type} at ${point}`)
    return [Number.parseInt(to, 16), letter]
  })
  rows.set(Number.parseInt(point, 16), new Map(types))
}

const sets: string[] = []
const plain: number[] = []
const seen = new Set<number>()
for (const [point, types] of [...rows].toSorted(([a], [b]) => a - b)) {
  if (seen.has(point)) continue
  const members = [...new Set([point, ...types.keys()])].toSorted((a, b) => a - b)
  for (const member of members) seen.add(member)
  if (members.length === 1 && types.get(point) === 'B') {
    plain.push(point)
    continue
  }
  const matrix = members.map((from) => members.map((to) => rows.get(from)?.get(to) ?? missing(from, to)).join(''))
  sets.push(`${String.fromCodePoint(...members)} ${matrix.join(' ')}`)
}

/** The table is symmetric and transitive: every member of a set has a type towards every other. */
function missing(from: number, to: number): never {
  throw new Error(`no type from ${from.toString(16)} to ${to.toString(16)}`)
}

const ranges: [number, number][] = []
for (const point of plain) {
  const last = ranges.at(-1)
  if (last && last[1] === point - 1) last[1] = point
  else ranges.push([point, point])
}
const hex = (point: number) => point.toString(16)
const text = [
  '# Variant sets of Chinese characters (简繁体与异体字). Made by scripts/make-variants.ts; not to be edited.',
  '# Source: ICANN Second-Level Reference Label Generation Rules for the Chinese Language, 2022-05-31 (RFC 7940 form).',
  '# First line: ranges of code points without variants. Then a set a line: its members by code point, and for each',
  `# member its type towards every member: ${Object.entries(letters)
    .map(([type, letter]) => `${letter} ${type}`)
    .join(', ')}.`,
  ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(' '),
  ...sets,
]
writeFileSync(path.join(root, 'packages/names/data/han-variants.txt'), `${text.join('\n')}\n`)

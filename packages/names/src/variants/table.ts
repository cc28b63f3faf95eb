/** Type of one code point as a variant of another, as in RFC 7940 §6; the letters are those of the data file. */
export type VariantType = 'B' | 'S' | 'T' | 'N' | 'X' | 's' | 't' | 'b' | 'p' | 'q' | 'v' | 'w' | '-'

/** A table of variants: which characters are one character to a registry. */
export interface VariantTable {
  /** Smallest code point of the set that a code point belongs to; 0 when the table does not know it. */
  indexOf(point: number): number
  /** Whether a label may have the code point at all. */
  has(point: number): boolean
  /** Members of a code point's set, itself included. */
  membersOf(point: number): readonly number[]
  /** undefined when the two are in different sets. */
  typeOf(from: number, to: number): VariantType | undefined
}

interface VariantSet {
  readonly members: readonly number[]
  readonly rows: readonly string[]
}

const types = /^[BSTNXstbpqvw-]+$/

/** Reads a table in the form that `data/han-variants.txt` explains. @throws when it is not of that form */
export function readVariantTable(text: string): VariantTable {
  const [ranges = '', ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const plain = ranges.split(' ').map((range) => range.split('-').map((point) => Number.parseInt(point, 16)))
  const sets = lines.map(readSet)
  const last = Math.max(...plain.map(([from = 0, to = from]) => to), ...sets.flatMap(({ members }) => members))
  const index = new Uint32Array(last + 1)
  for (const [from = 0, to = from] of plain) for (let point = from; point <= to; point++) index[point] = point
  const byPoint = new Map<number, VariantSet>()
  for (const set of sets)
    for (const point of set.members) {
      index[point] = set.members[0] as number
      byPoint.set(point, set)
    }
  const typeOf = (from: number, to: number): VariantType | undefined => {
    const set = byPoint.get(from)
    if (!set) return from === to && index[from] ? 'B' : undefined
    return set.rows[set.members.indexOf(from)]?.[set.members.indexOf(to)] as VariantType | undefined
  }
  const outside = new Set([...byPoint.keys()].filter((point) => typeOf(point, point) === 'X'))
  return {
    indexOf: (point) => index[point] ?? 0,
    has: (point) => (index[point] ?? 0) !== 0 && !outside.has(point),
    membersOf: (point) => byPoint.get(point)?.members ?? (index[point] ? [point] : []),
    typeOf,
  }
}

function readSet(line: string): VariantSet {
  const [characters = '', ...rows] = line.split(' ')
  const members = [...characters].map((character) => character.codePointAt(0) ?? 0)
  const square = rows.length === members.length && rows.every((row) => row.length === members.length && types.test(row))
  if (!square || members.some((point, at) => at > 0 && point <= (members[at - 1] ?? 0)))
    throw new Error(`not a variant set: ${line}`)
  return { members, rows }
}

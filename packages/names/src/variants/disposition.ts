import { hanVariants } from './han-variants.ts'
import type { VariantTable, VariantType } from './table.ts'

/**
 * What may become of a variant of a registered label: the same holder may have it beside the first (allocatable), or
 * nobody may (blocked). `invalid`: it is no label; `different`: it is no variant of the other.
 */
export type Disposition =
  | 'original'
  | 'allocatable-simplified'
  | 'allocatable-traditional'
  | 'allocatable'
  | 'blocked'
  | 'invalid'
  | 'different'

const all = (types: ReadonlySet<VariantType>, allowed: string) => [...types].every((type) => allowed.includes(type))

/**
 * The disposition of `variant` beside `original`, by the actions of the reference rules in their order (RFC 7940 §7):
 * out of repertoire, blocked, only originals, all simplified, all traditional, any other mix is blocked.
 */
export function dispositionOf(original: string, variant: string, table: VariantTable = hanVariants()): Disposition {
  const from = [...original]
  const to = [...variant]
  if (from.length !== to.length) return 'different'
  const types = new Set<VariantType>()
  for (const [at, character] of from.entries()) {
    const type = table.typeOf(character.codePointAt(0) ?? 0, to[at]?.codePointAt(0) ?? 0)
    if (type === undefined) return 'different'
    if (to[at] !== character && !table.has(to[at]?.codePointAt(0) ?? 0)) return 'invalid'
    types.add(type)
  }
  if (types.has('X')) return 'invalid'
  if (types.has('-')) return 'blocked'
  if (all(types, 'NTSB')) return 'original'
  const simplified = all(types, 'sSbBp') || all(types, 'sSbBq')
  const traditional = all(types, 'tTbBv') || all(types, 'tTbBw')
  if (simplified && traditional) return 'allocatable'
  if (simplified) return 'allocatable-simplified'
  return traditional ? 'allocatable-traditional' : 'blocked'
}

import { hanVariants } from './han-variants.ts'
import type { VariantTable } from './table.ts'

/** The simplified form of a label (简体), as a registry would allot it; undefined when a character has none, or several. */
export function simplifiedForm(label: string, table: VariantTable = hanVariants()): string | undefined {
  return form(label, { stays: 'SB', turns: 'sb', several: 'pq' }, table)
}

/** The traditional form of a label (繁体); undefined when a character has none, or several, as 发 has 發 and 髮. */
export function traditionalForm(label: string, table: VariantTable = hanVariants()): string | undefined {
  return form(label, { stays: 'TB', turns: 'tb', several: 'vw' }, table)
}

function form(
  label: string,
  { stays, turns, several }: { stays: string; turns: string; several: string },
  table: VariantTable,
): string | undefined {
  let made = ''
  for (const character of label) {
    const point = character.codePointAt(0) ?? 0
    const own = table.typeOf(point, point)
    if (own === undefined) return undefined
    if (stays.includes(own)) {
      made += character
      continue
    }
    const others = table.membersOf(point).filter((other) => other !== point)
    const typed = others.map((other) => [other, table.typeOf(point, other) ?? '-'] as const)
    if (typed.some(([, type]) => several.includes(type))) return undefined
    const [found, ...more] = typed.filter(([, type]) => turns.includes(type))
    if (!found || more.length > 0) return undefined
    made += String.fromCodePoint(found[0])
  }
  return made
}

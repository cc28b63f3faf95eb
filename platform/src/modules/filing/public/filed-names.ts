import type { Trx } from '../../../kernel/database/index.ts'
import { namesAbove } from '../names-above.ts'
import type { FilingRegister } from '../ports.ts'

export interface FiledName {
  readonly state: 'filed-here' | 'filed-elsewhere' | 'not-filed' | 'not-known'
  readonly number: string | null
  /** Addresses under which it is filed here. */
  readonly ips: readonly string[]
}

/** What is filed here of each of the names, by itself or by the nearest name above it. */
export async function filedHere(trx: Trx, asciis: readonly string[]): Promise<ReadonlyMap<string, FiledName>> {
  const lines = new Map(asciis.map((ascii) => [ascii, namesAbove(ascii)]))
  const all = [...new Set([...lines.values()].flat())]
  if (all.length === 0) return new Map()
  const rows = await trx
    .selectFrom('filing_domain')
    .innerJoin('filing_service', 'filing_service.id', 'filing_domain.service')
    .leftJoin('filing_access', (join) =>
      join.onRef('filing_access.service', '=', 'filing_service.id').on('filing_access.ended_at', 'is', null),
    )
    .select(['filing_domain.ascii', 'filing_service.number', 'filing_access.ips'])
    .where('filing_domain.ended_at', 'is', null)
    .where('filing_domain.ascii', 'in', all)
    .execute()
  const byName = Map.groupBy(rows, ({ ascii }) => ascii)
  return new Map(
    [...lines].flatMap(([ascii, line]) => {
      const found = line.map((name) => byName.get(name)).find((at) => at !== undefined)
      return found
        ? [
            [
              ascii,
              { state: 'filed-here', number: found[0]?.number ?? null, ips: found.flatMap(({ ips }) => ips ?? []) },
            ],
          ]
        : []
    }),
  )
}

/** What the bureaus say of a name that is not filed here; one that cannot be asked leaves it not known. */
export async function filedElsewhere(register: FilingRegister, ascii: string): Promise<FiledName> {
  try {
    const said = await register.byDomain(undefined, ascii)
    if (!said) return { state: 'not-known', number: null, ips: [] }
    const number = said.serviceNumber ?? said.subjectNumber ?? null
    return { state: said.filed ? 'filed-elsewhere' : 'not-filed', number: said.filed ? number : null, ips: [] }
  } catch {
    return { state: 'not-known', number: null, ips: [] }
  }
}

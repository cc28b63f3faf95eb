import type { HolderType, OfferedKind } from '../../api/types.ts'

const ownPapers = ['CN', 'HK', 'MO', 'TW']

/** From neither the mainland nor Hong Kong, Macao or Taiwan: names and addresses are not Chinese. */
export function isForeign(region: string): boolean {
  return !ownPapers.includes(region)
}

function fits({ regions }: OfferedKind, region: string): boolean {
  return regions.includes('any') || regions.includes(isForeign(region) ? 'foreign' : region)
}

/** Kinds of papers for a holder: those of the region, and those of other regions. */
export function kindsFor(
  kinds: readonly OfferedKind[],
  holderType: HolderType,
  region: string,
): { here: OfferedKind[]; elsewhere: OfferedKind[] } {
  const own = kinds.filter((each) => each.holderType === holderType)
  return { here: own.filter((each) => fits(each, region)), elsewhere: own.filter((each) => !fits(each, region)) }
}

/** The kind that most holders have. */
export function usualKind(holderType: HolderType, region: string): string {
  if (holderType === 'organisation') return region === 'CN' ? 'unified-code-certificate' : 'overseas-body'
  if (region === 'CN') return 'cn-resident-id'
  if (region === 'TW') return 'tw-travel-permit'
  return region === 'HK' || region === 'MO' ? 'hk-macao-travel-permit' : 'passport'
}

/** Whether what was typed is in the name of a kind, in either language, or is its registry code. */
export function named({ title, code }: OfferedKind, typed: string): boolean {
  const words = typed.trim().toLowerCase().split(/\s+/)
  const text = `${title.zh} ${title.en} ${code ?? ''}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

import { holderFindings as nameHolderFindings } from '@yuming/names'
import type { Finding } from '@yuming/rules'

/** Who wants to hold a name, and at which shop front of the platform. */
export interface HolderFacts {
  readonly suffix: string
  /** Shop front: the China site or the international one (中国站、国际站). */
  readonly site: 'china' | 'international'
  /** ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
  readonly region: string
  readonly holderType: 'person' | 'organisation'
  /** Kind of unit that the certificate states, such as 机关法人 (needed under .gov.cn). */
  readonly certificateKind?: string
}

export type HolderVerdict =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'refused'; readonly findings: readonly Finding[] }
  /** What is missing: a place that is known, or the kind of unit. */
  | { readonly verdict: 'unknown'; readonly missing: 'region' | 'certificateKind' }

/** The regions that the matrix of S1-12…S1-25 tells apart; any other place stands for “other countries and regions”. */
export const regionsOfMatrix = ['CN', 'HK', 'MO', 'TW', 'other'] as const

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
// ZZ is a code for “unknown region”; `other` is the matrix's own word.
function isPlace(region: string): boolean {
  return region === 'other' || (/^[A-Z]{2}$/.test(region) && region !== 'ZZ' && regionNames.of(region) !== undefined)
}

/** Whether a holder may have names under a suffix (Unicode form) on a day; a place that is not known is not a refusal. */
export function mayHold(facts: HolderFacts, day: string): HolderVerdict {
  if (!isPlace(facts.region)) {
    const verdicts = regionsOfMatrix.map((region) => mayHold({ ...facts, region }, day))
    const [first] = verdicts
    return first && verdicts.every(({ verdict }) => verdict === first.verdict)
      ? first
      : { verdict: 'unknown', missing: 'region' }
  }
  const findings = refusals(facts, day)
  if (findings.length > 0) return { verdict: 'refused', findings }
  // Only a legal person of the kind 机关法人 may: an organisation that has not said its kind may be one.
  if (facts.suffix === 'gov.cn' && facts.certificateKind === undefined)
    return { verdict: 'unknown', missing: 'certificateKind' }
  return { verdict: 'allowed' }
}

/** What stands against this holder having a name under this suffix on that day; what is not known refuses nothing. */
export function holderFindings(facts: HolderFacts, day: string): readonly Finding[] {
  const verdict = mayHold(facts, day)
  return verdict.verdict === 'refused' ? verdict.findings : []
}

function refusals({ suffix, site, region, holderType, certificateKind }: HolderFacts, day: string): readonly Finding[] {
  const certificate = certificateKind === undefined ? {} : { certificate: { unit: certificateKind } }
  return nameHolderFindings(suffix, { site, region, holderType, ...certificate }, day).filter(
    ({ severity }) => severity === 'refuse',
  )
}

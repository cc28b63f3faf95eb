import { type CertificateKind, certificateKinds } from '@yuming/identity'
import type { Text } from '@yuming/rules'

/** A kind of paper as a form offers it. */
export interface OfferedKind {
  /** Id of the kind. */
  readonly kind: string
  /** Its code at the .cn registry, null where it has none. */
  readonly code: string | null
  readonly holderType: 'person' | 'organisation'
  /** `CN`, `HK`, `MO`, `TW`; `foreign` for all others; `any` for all. */
  readonly regions: readonly string[]
  readonly title: Text
  /** Whether a domain may be held with it here; null is not known. */
  readonly accepted: boolean | null
  /** Which days the paper shows. */
  readonly dates: { readonly issued: boolean; readonly ends: boolean }
}

const undated = new Set(['cn-household-page', 'military-code'])
const unending = new Set(['cn-household-proof', 'law-firm', 'prc-credit-code-certificate', 'hkmo-news-station'])

function offer({ id, codes, holderTypes, regions, name, holder }: CertificateKind): OfferedKind[] {
  const dates = { issued: !undated.has(id), ends: !undated.has(id) && !unending.has(id) }
  return holderTypes.map((holderType) => ({
    kind: id,
    code: codes.cnnic,
    holderType,
    regions,
    title: name,
    accepted: holder,
    dates,
  }))
}

/** Every kind of paper (S0-05, S1-108); which of them fits a holder and its region, the form and the rules tell. */
export const offeredKinds: readonly OfferedKind[] = certificateKinds.flatMap(offer)

import type { Finding } from '@yuming/rules'

/** The rule whose remedy is the other shop front (S1-14, S1-16…S1-20). */
const byRegion = 'CN-REGION-01'

/** Findings whose remedy is the other shop front, with its address; the others as they are. */
export function pointedTo<F extends Finding>(findings: readonly F[], other: { readonly url: string } | undefined): F[] {
  return findings.map((finding) =>
    finding.rule === byRegion && other !== undefined ? { ...finding, see: other.url } : finding,
  )
}

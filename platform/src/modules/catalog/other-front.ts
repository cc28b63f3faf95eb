import type { Finding } from '@yuming/rules'

/** Rules whose remedy is the other shop front (S1-14, S1-16…S1-20, S1-176). */
const remedies: ReadonlySet<string> = new Set(['CN-REGION-01', 'FILING-FRONT-01', 'FILING-FRONT-02'])

/** Findings whose remedy is the other shop front, with its address; the others as they are. */
export function pointedTo<F extends Finding>(findings: readonly F[], other: { readonly url: string } | undefined): F[] {
  return findings.map((finding) =>
    remedies.has(finding.rule) && other !== undefined ? { ...finding, see: other.url } : finding,
  )
}

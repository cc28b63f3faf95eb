import type { Finding } from '@yuming/rules'
import type { ShopFront } from '../../kernel/http/index.ts'

/** Rules whose remedy may be a shop front (S1-14, S1-16…S1-20, S1-176). */
const remedies: ReadonlySet<string> = new Set([
  'CN-REGION-01',
  'CN-REGION-02',
  'SUFFIX-ELIGIBLE-01',
  'FILING-FRONT-01',
  'FILING-FRONT-02',
])

/** How their remedies call a front. Where no front takes the holder they name none, and nobody is sent anywhere. */
const called: Readonly<Record<ShopFront['kind'], string>> = { china: '中国站', international: '国际站' }

/** Findings whose remedy is the other shop front, with its address; the others as they are. */
export function pointedTo<F extends Finding>(
  findings: readonly F[],
  other: Pick<ShopFront, 'kind' | 'url'> | undefined,
): F[] {
  return findings.map((finding) =>
    other !== undefined && remedies.has(finding.rule) && finding.remedy.zh.includes(called[other.kind])
      ? { ...finding, see: other.url }
      : finding,
  )
}

import { checkFiling, filingDraft } from '@yuming/filing'
import type { Measured } from '@yuming/papers'
import type { Finding } from '@yuming/rules'
import type { CheckWay } from './check-row.ts'

export interface TakenPhoto {
  readonly way: CheckWay
  /** Full name of the province. */
  readonly province: string | undefined
  readonly measured: Measured
  /** Taken on the spot by the page on the phone; undefined where it is not known. */
  readonly live: boolean | undefined
  readonly usedBefore: boolean
}

/** What the rules of a day say of a photograph of the principal, as far as a picture tells (S3-64…S3-66). */
export function photoFindings(
  { way, province, measured, live, usedBefore }: TakenPhoto,
  day: string,
): readonly Finding[] {
  const { portrait = {}, takenOn } = measured
  const { background, clothes, curtainEdge } = portrait
  const draft = filingDraft(
    {
      ...(province && { province }),
      verification: {
        way: way === 'app-photo' ? 'face' : way,
        usedBefore,
        ...(background && { background }),
        ...(takenOn && { takenOn }),
        ...(clothes && { clothes }),
        ...(way === 'curtain' && curtainEdge !== undefined && { curtainEdge }),
        ...(live !== undefined && { live }),
      },
    },
    day,
  )
  return checkFiling(draft)
    .findings.filter(({ field, severity }) => field.startsWith('verification.') && severity !== 'unknown')
    .map((finding) => ({ ...finding, field: 'paper' }))
}

import { factsOf, provinceNamed } from '@yuming/filing'

/** Whether the principal is photographed or seen by face after our review, in a province on a day (S3-58, S3-60). */
export function photoNeeded(province: string | null, day: string): boolean {
  const known = province === null ? undefined : provinceNamed(province)
  return known !== undefined && factsOf(known, day).some(({ topic }) => topic === 'verification')
}

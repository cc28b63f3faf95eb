import { verificationWays, type Way } from '../national/national-figures.ts'
import { factsOf, provinceNamed } from './province-facts.ts'

/** How the principal of a filing is verified in a province on a day: in its bureau's own App (上海, S3-59), or as in the country. */
export function principalWays(province: string | undefined, day: string): readonly Way[] {
  const known = province === undefined ? undefined : provinceNamed(province)
  const own =
    known && factsOf(known, day).some(({ topic, params }) => topic === 'verification' && params.way === 'bureau-app')
  return own ? ['bureau-app'] : verificationWays(known?.code, day)
}

import { type CommandFrame, namespaces, namestoreExt, type ResponseInput } from '@yuming/epp'
import { readName } from '../names.ts'
import type { RegistryProfile } from '../profile.ts'
import { Refused } from '../refused.ts'

/** Every object command names the sub-product, and a domain the one of its suffix. @throws Refused 2003, 2306 */
export function requireSubProduct(profile: RegistryProfile, frame: CommandFrame, given: string | undefined): void {
  if (!given) throw new Refused(2003, 'The extension namestoreExt is required')
  const served = profile.suffixes.map((suffix) => suffix.subProduct)
  if (!served.includes(given)) throw new Refused(2306, `The sub-product ${given} is not served here`)
  if (frame.command.object !== namespaces.domain) return
  for (const name of namesOf(frame.request))
    if (suffixProduct(profile, name) !== given) throw new Refused(2306, `${name} does not belong to ${given}`)
}

/** The answer names the sub-product too. */
export function answerNamestore(answer: ResponseInput, subProduct: string): ResponseInput {
  const told = namestoreExt.elements.namestoreExt(subProduct)
  return { ...answer, extensions: [told, ...(answer.extensions ?? [])] }
}

function namesOf(request: unknown): string[] {
  const asked = request as { name?: string; names?: readonly string[] }
  return [...(asked.names ?? []), ...(asked.name === undefined ? [] : [asked.name])]
}

/** A name that is none belongs everywhere: the command itself says what is wrong with it. */
function suffixProduct(profile: RegistryProfile, name: string): string | undefined {
  try {
    return readName(profile, name).suffix.subProduct
  } catch {
    return profile.suffixes.find((suffix) => name.toLowerCase().endsWith(`.${suffix.ascii}`))?.subProduct
  }
}

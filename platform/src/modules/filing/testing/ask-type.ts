import type { Visitor } from '../../../testing/console-api.ts'
import { solved } from '../../../testing/solve-challenge.ts'

/** Asks for the type as the console does: with the proof that it wants. */
export async function askType(who: Visitor, body: object) {
  const { body: given } = await who.call('POST', 'v1/filing-challenges')
  return who.call('POST', 'v1/filing-types', { ...body, human: solved(given) })
}

import type { Profile } from '../profile/profile.ts'
import { miit30 } from './miit-3.0/index.ts'

/** Every version of the interface, oldest first. A new one is a folder beside the others and a line here. */
export const profiles: readonly Profile[] = [miit30]

/** Of a stored file, whatever version is in force by now. */
export function profileById(id: string): Profile {
  const found = profiles.find((profile) => profile.id === id)
  if (!found) throw new RangeError(`no profile ${id}`)
  return found
}

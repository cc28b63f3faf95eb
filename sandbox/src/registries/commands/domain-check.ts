import { isReserved, readName } from '../names.ts'
import type { Office } from '../office.ts'
import { Refused } from '../refused.ts'

export interface Availability {
  readonly name: string
  readonly available: boolean
  readonly reason?: string
}

/** RFC 5731 §3.1.1. A name that is no name is answered as not available, with the reason. */
export function checkDomain(office: Office, asked: string): Availability {
  try {
    const name = readName(office.profile, asked)
    if (isReserved(name)) return { name: asked, available: false, reason: 'reserved' }
    if (office.objects.isHeld(name)) return { name: asked, available: false, reason: 'In use' }
    return { name: asked, available: true }
  } catch (error) {
    // A reason has at most 32 characters (eppcom reasonBaseType); the long one comes with a create.
    if (error instanceof Refused)
      return { name: asked, available: false, reason: error.code === 2005 ? 'Invalid name' : 'Not registered here' }
    throw error
  }
}

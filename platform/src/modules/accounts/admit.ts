import type { CustomerActor, Who } from '../../kernel/http/index.ts'
import { ownerOnly, signInNeeded } from './errors.ts'
import { mayOrder } from './may-order.ts'

/** Lets a caller through a route's door, whichever way they came in. @throws signInNeeded, ownerOnly, subUserMayNotOrder */
export function admit(who: Exclude<Who, 'anyone'>, actor: CustomerActor | undefined): CustomerActor {
  if (!actor) throw signInNeeded()
  if (who === 'owner' && actor.role !== 'owner') throw ownerOnly()
  if (who === 'buyer') mayOrder(actor)
  return actor
}

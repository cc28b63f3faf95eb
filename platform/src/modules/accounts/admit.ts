import type { CustomerActor, Operator, OperatorActor, OperatorRole, Who } from '../../kernel/http/index.ts'
import { operatorOnly, ownerOnly, signInNeeded } from './errors.ts'
import { mayOrder } from './may-order.ts'

/** Lets a caller through a route's door, whichever way they came in. @throws signInNeeded, ownerOnly, subUserMayNotOrder */
export function admit(who: Exclude<Who, 'anyone' | 'operator'>, actor: CustomerActor | undefined): CustomerActor {
  if (!actor) throw signInNeeded()
  if (who === 'owner' && actor.role !== 'owner') throw ownerOnly()
  if (who === 'buyer') mayOrder(actor)
  return actor
}

/** Lets somebody who runs the platform through, by role. @throws signInNeeded, operatorOnly */
export function admitOperator(
  roles: readonly OperatorRole[],
  operator: Operator | undefined,
  actor: CustomerActor | undefined,
): OperatorActor {
  if (!operator) throw actor ? operatorOnly() : signInNeeded()
  if (!operator.roles.includes('admin') && !roles.some((role) => operator.roles.includes(role))) throw operatorOnly()
  return { ...operator.actor, roles: operator.roles }
}

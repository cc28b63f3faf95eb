import type { OrderType } from '../model/order-types.ts'

export type SmsTarget = 'subject-principal' | 'service-principal'

const targets: Readonly<Record<OrderType, readonly SmsTarget[]>> = {
  first: ['subject-principal', 'service-principal'],
  'new-service-here': ['subject-principal', 'service-principal'],
  'new-service-elsewhere': ['subject-principal', 'service-principal'],
  // As filed at the earlier provider, with the number stated there.
  'new-access': ['service-principal'],
  'change-subject': ['subject-principal'],
  'change-service': ['service-principal'],
  'change-access': ['service-principal'],
  'cancel-subject': ['subject-principal'],
  'cancel-service': ['service-principal'],
  'cancel-access': [],
  claim: [],
}

/** Who enters the ministry's code, by type; one code where both have one number. */
export function smsTargets(type: OrderType): readonly SmsTarget[] {
  return targets[type]
}

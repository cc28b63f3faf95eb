import { namespaces } from '@yuming/epp'
import type { RegistryProfile } from './profile.ts'

/** Low balance notices are an object of the poll queue, as the operator of com and net announces them. */
export const lowBalanceUri = 'http://www.verisign.com/epp/lowbalance-poll-1.0'

/** Object URIs of a registry's greeting. */
export function objectUris(profile: RegistryProfile): string[] {
  return [
    namespaces.domain,
    namespaces.host,
    ...(profile.contacts === 'required' ? [namespaces.contact] : []),
    ...(profile.namestore ? [lowBalanceUri] : []),
  ]
}

import { bringsService, type OrderType, principalWays, smsTargets, smsWindow, type Way } from '@yuming/filing'

/** Our reviewers look first at what brings or changes something (S3-56); a cancellation goes to its bureau as it is. */
export function reviewedHere(type: OrderType): boolean {
  return bringsService(type) || type === 'claim' || type.startsWith('change-')
}

/** How the principal is verified after our review (S3-51, S3-58…S3-60); [] where nothing more is asked. */
export function photoWays(type: OrderType, province: string | null, day: string): readonly Way[] {
  const brings = type === 'first' || type.startsWith('new-')
  return brings ? principalWays(province ?? undefined, day) : []
}

/** Hours in which the ministry's code is to be entered; undefined where none is asked of this order (S3-68, S3-72). */
export function smsHours(type: OrderType, province: string | null, day: string): number | undefined {
  return smsTargets(type).length === 0 ? undefined : smsWindow(province ?? undefined, day)?.hours
}

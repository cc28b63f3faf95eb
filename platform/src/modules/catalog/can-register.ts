import type { KnownSuffix } from './suffix-record.ts'

/** The ways of registering that begin at the search box; a suffix of another one has its channels (`channelsOf`). */
const general: ReadonlySet<KnownSuffix['flow']> = new Set(['general', 'trademark', 'gov'])

/** Whether names under a suffix are found by search and ordered in the general way. */
export function canRegister(suffix: KnownSuffix): boolean {
  return general.has(suffix.flow) && isSold(suffix)
}

/** Whether names of a suffix are ordered on a page of their own (姓名.网址, S1-116). */
export function sellsPersonalNames(suffix: KnownSuffix): boolean {
  return suffix.flow === 'personal-name' && suffix.under !== null && isSold(suffix)
}

function isSold({ registry, priceFen }: KnownSuffix): boolean {
  return registry !== null && priceFen.register !== null
}

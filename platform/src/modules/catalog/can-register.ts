import type { KnownSuffix } from './suffix-record.ts'

/** The ways of registering that orders know; a suffix of another one has its channels (`channelsOf`). */
const ordered: ReadonlySet<KnownSuffix['flow']> = new Set(['general', 'trademark'])

/** Whether names under a suffix can be ordered here at all. */
export function canRegister({ registry, flow, priceFen }: KnownSuffix): boolean {
  return registry !== null && ordered.has(flow) && priceFen.register !== null
}

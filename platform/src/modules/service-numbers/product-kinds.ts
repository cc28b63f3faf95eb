import type { StatedFiling } from '@yuming/filing'

export type ServerFacts = NonNullable<StatedFiling['servers']>[number]
export type ProductKind = NonNullable<ServerFacts['product']>

/** Products by kind, as the rules of eligibility know them. */
export const productKinds = [
  'cloud-server',
  'light-server',
  'virtual-host',
  'elastic-hosting',
  'site-builder',
  'edge-node',
  'dedicated-server',
  'nat-gateway',
  'ipv6-gateway',
] as const satisfies readonly ProductKind[]

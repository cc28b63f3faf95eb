export interface PremiumPrice {
  /** The first year, in fen. */
  readonly createFen: number
  /** Every further year, where that is not the usual price either. */
  readonly renewFen?: number
}

/** Labels that the general registry sells at a price of their own (溢价域名); nobody holds them at first. */
export const premiumWords: ReadonlyMap<string, PremiumPrice> = new Map([
  ['chashan', { createFen: 880_000 }],
  ['yunhai', { createFen: 600_000 }],
  ['haitang', { createFen: 450_000 }],
  ['lantern', { createFen: 1_200_000 }],
  ['山月', { createFen: 2_000_000 }],
  ['好茶', { createFen: 3_000_000 }],
  ['jinyu', { createFen: 500_000, renewFen: 300_000 }],
])

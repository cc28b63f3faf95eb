import { cite, type Source } from '@yuming/rules'

export type ShopSite = 'china' | 'international'
export type HolderType = 'person' | 'organisation'

/** The regions that the matrix tells apart; every other place is one of `other` (S1-12…S1-25). */
export const matrixRegions = ['CN', 'HK', 'MO', 'TW', 'other'] as const
export type MatrixRegion = (typeof matrixRegions)[number]

/** Who may register names of a suffix, by shop front and region; a cell that is absent is not known. */
export interface Eligibility {
  readonly cells: Readonly<Record<ShopSite, Readonly<Partial<Record<MatrixRegion, readonly HolderType[]>>>>>
  readonly source: Source
}

const both = ['organisation', 'person'] as const
const everywhere = { CN: both, HK: both, MO: both, TW: both, other: both } as const

/** The four CNNIC suffixes as the manual has them (S1-11…S1-25). */
export const manualEligibility: Eligibility = {
  cells: {
    china: { CN: both, HK: ['organisation'], MO: ['organisation'], TW: [], other: [] },
    international: everywhere,
  },
  source: cite('域名注册（文档版本20210119）', '1 支持注册的域名后缀', { date: '2021-01-19' }),
}

interface Asked {
  readonly site?: ShopSite | undefined
  /** ISO 3166-1 alpha-2. */
  readonly region?: string | undefined
  readonly holderType?: HolderType | undefined
}

/** Whether a holder may; undefined while what is stated, or what is known, does not tell. */
export function mayRegister({ cells }: Eligibility, { site, region, holderType }: Asked): boolean | undefined {
  const place = region === undefined ? undefined : (matrixRegions.find((known) => known === region) ?? 'other')
  const answers = (site === undefined ? (['china', 'international'] as const) : [site]).flatMap((front) =>
    (place === undefined ? matrixRegions : [place]).flatMap((at) => {
      const kinds = cells[front][at]
      if (kinds === undefined) return [undefined]
      return (holderType === undefined ? both : [holderType]).map((kind) => kinds.includes(kind))
    }),
  )
  const [first] = answers
  return answers.every((answer) => answer === first) ? first : undefined
}

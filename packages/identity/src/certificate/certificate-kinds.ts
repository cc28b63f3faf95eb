import type { Source, Text } from '@yuming/rules'
import table from '../../data/certificates.json' with { type: 'json' }

export type HolderType = 'person' | 'organisation'

/** What the number of a paper is made of; see number/read-number.ts. */
export type NumberForm =
  | 'resident'
  | 'passport'
  | 'hk-macao-permit'
  | 'taiwan-permit'
  | 'residence-permit'
  | 'foreigner-card'
  | 'licence'
  | 'credit'
  | 'organisation'
  | 'free'

/** Codes of one kind at those who are told about it; null where a party has none or it is not known. */
export interface CertificateCodes {
  /** Contact type at the .cn registry, such as `SFZ`. */
  readonly cnnic: string | null
  /** The same in the older shape of its contacts. */
  readonly cnnicOld: string | null
  /** Proof type at a verification provider: `poc`, `poe` or `poot` (nv-1.0). */
  readonly provider: string | null
  /** Number in interface 3.0 of the filing system. */
  readonly miit: number | null
  /** Numbers in the table of filing attachments, one per nature of organisation. */
  readonly filing: readonly number[] | null
}

export interface CertificateKind {
  readonly id: string
  readonly holderTypes: readonly HolderType[]
  /** `CN`, `HK`, `MO`, `TW`; `foreign` for all others; `any` for all. */
  readonly regions: readonly string[]
  readonly name: Text
  readonly codes: CertificateCodes
  /** The kind it is handed in as, where it has no code of its own. */
  readonly sentAs: string | null
  /** Whether a domain may be held with it here; null is not known. */
  readonly holder: boolean | null
  readonly numberForm: NumberForm
  /** Of the number in capitals without spaces; null where no form is known. */
  readonly numberPattern: RegExp | null
  /** First two characters that such a number usually has. */
  readonly prefixes: readonly string[] | null
  /** Sides of the paper that the review asks for; null is not known. */
  readonly sides: number | null
  readonly source: readonly Source[]
}

const documents = new Map(
  Object.entries(table.sources).map(([tag, { document, date }]): [string, Source] => [
    tag,
    Object.freeze({ document: document.zh, section: '证件类型', ...(date === null ? {} : { date }) }),
  ]),
)

function kindOf(row: (typeof table.kinds)[number]): CertificateKind {
  return Object.freeze({
    ...row,
    holderTypes: row.holderTypes as readonly HolderType[],
    numberForm: row.numberForm as NumberForm,
    numberPattern: row.numberPattern === null ? null : new RegExp(row.numberPattern, 'u'),
    source: row.sources.flatMap((tag) => documents.get(tag) ?? []),
  })
}

/** Every kind of identity paper that any source names, persons first. */
export const certificateKinds: readonly CertificateKind[] = table.kinds.map(kindOf)

const byId = new Map(certificateKinds.map((kind) => [kind.id, kind]))
const byCode = new Map<string, readonly CertificateKind[]>()
for (const kind of certificateKinds)
  for (const code of new Set([kind.codes.cnnic, kind.codes.cnnicOld]))
    if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), kind])

export function certificateKind(id: string): CertificateKind | undefined {
  return byId.get(id)
}

/**
 * The kind of a code of the .cn registry, such as `SFZ`. `GATJZZ` stands for two kinds: the one of the region is taken,
 * and the first of them where the region tells nothing.
 */
export function certificateKindOfCode(code: string, region?: string): CertificateKind | undefined {
  const kinds = byCode.get(code)
  if (kinds === undefined || region === undefined) return kinds?.[0]
  return kinds.find((kind) => takesRegion(kind, region)) ?? kinds[0]
}

const ownPapers = new Set(['CN', 'HK', 'MO', 'TW'])

/** @param region ISO 3166-1 alpha-2; HK, MO and TW stand for themselves */
export function takesRegion({ regions }: CertificateKind, region: string): boolean {
  return regions.includes('any') || regions.includes(ownPapers.has(region) ? region : 'foreign')
}

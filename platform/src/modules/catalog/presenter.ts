import { holderFindings } from '@yuming/names'
import type { CatalogDay } from './catalog.ts'
import { changeOfSource } from './changes/record-on.ts'
import { channelsOf } from './channels.ts'
import type { KnownSuffix, SourceLegend } from './suffix-record.ts'

/** The regions that the matrix of S1-12…S1-25 tells apart; any other place stands for “other countries and regions”. */
const regionsOfMatrix = ['CN', 'HK', 'MO', 'TW', 'other'] as const

/** Price of the first year and nine renewals; null when either is not known. */
function tenYears({ register, renew }: KnownSuffix['priceFen']): number | null {
  return register === null || renew === null ? null : register + 9 * renew
}

/** The ways of registering that orders know; a suffix of another one has its channels (`channelsOf`). */
const ordered: ReadonlySet<KnownSuffix['flow']> = new Set(['general', 'trademark'])

/** Whether names under a suffix can be ordered here at all. */
export function canRegister({ registry, flow, priceFen }: KnownSuffix): boolean {
  return registry !== null && ordered.has(flow) && priceFen.register !== null
}

const notSold = {
  zh: '这个后缀不在价格总览里，不能在这里注册、转入或续费',
  en: 'This suffix is not in the price overview: it cannot be registered, transferred or renewed here',
}

function holderRules(suffix: string, day: string) {
  return (['china', 'international'] as const).flatMap((site) =>
    regionsOfMatrix.flatMap((region) =>
      (['organisation', 'person'] as const).map((holderType) => {
        const finding = holderFindings(suffix, { site, region, holderType }, day).find(
          ({ severity }) => severity === 'refuse',
        )
        return { site, region, holderType, allowed: finding === undefined, ...(finding ? { finding } : {}) }
      }),
    ),
  )
}

// Rules of who may hold depend on nothing but the suffix and the day, and most suffixes have none.
const rulesOfDay = { day: '', bySuffix: new Map<string, ReturnType<typeof holderRules>>() }
function rulesFor(suffix: string, day: string): ReturnType<typeof holderRules> {
  if (rulesOfDay.day !== day) {
    rulesOfDay.day = day
    rulesOfDay.bySuffix.clear()
  }
  const found = rulesOfDay.bySuffix.get(suffix)
  if (found) return found
  const made = holderRules(suffix, day)
  rulesOfDay.bySuffix.set(suffix, made)
  return made
}

/** A suffix as a row of the list: `holderRules` is empty when anyone may hold its names. */
export function presentRow(record: KnownSuffix, day: string) {
  const { suffix, ascii, registry, registryOperator, kind, flow, meaning, periods, idn, realName } = record
  const { verifyBefore, templateCovers, priceFen, miitApproved, labelClass, label, variants } = record
  const register = canRegister(record)
  const rules = rulesFor(suffix, day)
  const sold = Object.values(priceFen).some((fen) => fen !== null)
  return {
    suffix,
    ascii,
    registry,
    registryOperator,
    kind,
    flow,
    meaning,
    periods,
    idn,
    realName,
    verifyBefore,
    templateCovers,
    sold,
    // A price alone brings no name in from another registrar: orders know no transfer.
    supports: { register, transfer: false, renew: priceFen.renew !== null },
    channels: sold && !register ? channelsOf(record).map((channel) => ({ ...channel })) : [],
    miitApproved,
    labelClass,
    label,
    variants,
    priceFen,
    tenYearFen: register ? tenYears(priceFen) : null,
    holderRules: rules.some(({ allowed }) => !allowed) ? rules : [],
    note: sold ? null : notSold,
    sources: [] as { field: string; source: { id: string; document: string; date?: string } }[],
  }
}

/** Everything that is known of a suffix, each value with where it is from, in the reader's language. */
export function presentSuffix(record: KnownSuffix, { day }: CatalogDay, legend: SourceLegend, locale: 'zh' | 'en') {
  const { lifecycle, realNameSince, templateCautions, namingReview, namingRefund } = record
  const { qualification, special, miitApprovedOn, registryLock, dnssec, capabilities, zone } = record
  const { examplePriceFen, premiumTiers, namedBy, lastSeenOnSale, notes, backend, sources } = record
  const change = { zh: '运营者的改动', en: 'A change by the operator' }[locale]
  return {
    ...presentRow(record, day),
    holderRules: rulesFor(record.suffix, day),
    on: day,
    backend,
    zone,
    lifecycle,
    realNameSince,
    templateCautions,
    namingReview,
    namingRefund,
    qualification,
    special,
    miitApprovedOn,
    registryLock,
    dnssec,
    capabilities,
    examplePriceFen,
    premiumTiers,
    namedBy,
    lastSeenOnSale,
    notes,
    sources: Object.entries(sources).map(([field, id]) => {
      const named = changeOfSource(id) === undefined ? legend[id] : undefined
      const date = named?.date
      return { field, source: { id, document: named ? named.what[locale] : change, ...(date ? { date } : {}) } }
    }),
  }
}

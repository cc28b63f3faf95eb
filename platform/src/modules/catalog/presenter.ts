import { holderFindings } from '@yuming/names'
import type { ShopFront } from '../../kernel/http/index.ts'
import { canRegister, sellsPersonalNames } from './can-register.ts'
import type { CatalogDay } from './catalog.ts'
import { changeOfSource } from './changes/record-on.ts'
import { channelsOf } from './channels.ts'
import { nameSuffixOf } from './name-suffixes.ts'
import { pointedTo } from './other-front.ts'
import type { KnownSuffix, SourceLegend } from './suffix-record.ts'

/** The regions that the matrix of S1-12…S1-25 tells apart; any other place stands for “other countries and regions”. */
const regionsOfMatrix = ['CN', 'HK', 'MO', 'TW', 'other'] as const

/** Price of the first year and nine renewals; null when either is not known. */
function tenYears({ register, renew }: KnownSuffix['priceFen']): number | null {
  return register === null || renew === null ? null : register + 9 * renew
}

const notSold = {
  zh: '这个后缀不在价格总览里，不能在这里注册、转入或续费',
  en: 'This suffix is not in the price overview: it cannot be registered, transferred or renewed here',
}

function holderRules(record: KnownSuffix, day: string, legend: SourceLegend) {
  const facts = nameSuffixOf(record, legend)
  return (['china', 'international'] as const).flatMap((site) =>
    regionsOfMatrix.flatMap((region) =>
      (['organisation', 'person'] as const).map((holderType) => {
        const finding = holderFindings(facts, { site, region, holderType }, day).find(
          ({ severity }) => severity === 'refuse',
        )
        return { site, region, holderType, allowed: finding === undefined, ...(finding ? { finding } : {}) }
      }),
    ),
  )
}

// Rules of who may hold depend on nothing but the record and the day, and most suffixes have none.
const rulesOfDay = { day: '', byRecord: new WeakMap<KnownSuffix, ReturnType<typeof holderRules>>() }
function rulesFor(record: KnownSuffix, day: string, legend: SourceLegend): ReturnType<typeof holderRules> {
  if (rulesOfDay.day !== day) {
    rulesOfDay.day = day
    rulesOfDay.byRecord = new WeakMap()
  }
  const found = rulesOfDay.byRecord.get(record)
  if (found) return found
  const made = holderRules(record, day, legend)
  rulesOfDay.byRecord.set(record, made)
  return made
}

function pointing(rules: ReturnType<typeof holderRules>, other: ShopFront | undefined) {
  if (!other) return rules
  return rules.map(({ finding, ...rule }) => {
    const [pointed] = pointedTo(finding && rule.site !== other.kind ? [finding] : [], other)
    return { ...rule, ...(finding ? { finding: pointed ?? finding } : {}) }
  })
}

/** A suffix as a row of the list: `holderRules` is empty when anyone may hold its names. */
export function presentRow(record: KnownSuffix, day: string, legend: SourceLegend, other?: ShopFront) {
  const { suffix, ascii, registry, registryOperator, kind, flow, meaning, periods, idn, realName } = record
  const { verifyBefore, templateCovers, priceFen, miitApproved, labelClass, label, variants, premiumTiers } = record
  const register = canRegister(record) || sellsPersonalNames(record)
  const rules = rulesFor(record, day, legend)
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
    channels: sold && (!register || record.flow === 'gov') ? channelsOf(record).map((channel) => ({ ...channel })) : [],
    miitApproved,
    labelClass,
    label,
    variants,
    premiumTiers,
    priceFen,
    tenYearFen: register ? tenYears(priceFen) : null,
    holderRules: rules.some(({ allowed }) => !allowed) ? pointing(rules, other) : [],
    note: sold ? null : notSold,
    sources: [] as { field: string; source: { id: string; document: string; date?: string } }[],
  }
}

/** Everything that is known of a suffix, each value with where it is from, in the reader's language. */
export function presentSuffix(
  record: KnownSuffix,
  { day }: CatalogDay,
  { legend, locale, other }: { legend: SourceLegend; locale: 'zh' | 'en'; other?: ShopFront | undefined },
) {
  const { lifecycle, realNameSince, templateCautions, namingReview, namingRefund, offeredWords } = record
  const { qualification, special, eligibility, miitApprovedOn, registryLock, dnssec, capabilities, zone } = record
  const { examplePriceFen, examplePriceAsOf, exampleRestoreOther, namedBy, lastSeenOnSale, notes, backend, sources } =
    record
  const change = { zh: '运营者的改动', en: 'A change by the operator' }[locale]
  return {
    ...presentRow(record, day, legend),
    holderRules: pointing(rulesFor(record, day, legend), other),
    on: day,
    backend,
    zone,
    lifecycle,
    realNameSince,
    templateCautions,
    namingReview,
    namingRefund,
    eligibility,
    qualification,
    offeredWords,
    special,
    miitApprovedOn,
    registryLock,
    dnssec,
    capabilities,
    examplePriceFen,
    examplePriceAsOf,
    exampleRestoreOther,
    namedBy,
    lastSeenOnSale,
    notes,
    sources: Object.entries(sources).flatMap(([field, id]) => {
      const named = changeOfSource(id) === undefined ? legend[id] : undefined
      const date = named?.date
      const source = { id, document: named ? named.what[locale] : change, ...(date ? { date } : {}) }
      // The value stands twice in the answer, under both names.
      return field === 'idn'
        ? [
            { field, source },
            { field: 'label.chinese', source },
          ]
        : [{ field, source }]
    }),
  }
}

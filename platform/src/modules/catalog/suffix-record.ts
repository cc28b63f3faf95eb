import { z } from 'zod'

const fen = z.number().int().nonnegative().nullable()

/** Prices of one suffix in fen a year, tax included; null: not offered, or not known. */
export const priceSchema = z.strictObject({ register: fen, renew: fen, transfer: fen, restore: fen })

const text = z.strictObject({ zh: z.string(), en: z.string() })
const known = z.boolean().nullable().default(null)
const days = z.number().int().min(0).max(400).nullable().default(null)
const length = z.number().int().min(1).max(63).nullable().default(null)
const years = z.number().int().min(1).max(10).nullable().default(null)

const periodsSchema = z.strictObject({ min: years, max: years })

/** Classes of label rules, as packages/names knows them. */
const labelClasses = [
  'general',
  'cnnic',
  'cn-category',
  'cn-province',
  'gov-cn',
  'hk',
  'hk-third',
  'personal-name',
] as const

export const labelSchema = z.strictObject({
  /** Lengths in characters left of the suffix; an unknown maximum leaves the 63 octets of DNS. */
  minLength: length,
  maxLength: length,
  maxLengthChinese: length,
  /** `no-consecutive`: no two hyphens in a row; `no-3-4`: none in the third and fourth place. Neither takes one at an edge. */
  hyphenRule: z.enum(['no-consecutive', 'no-3-4']).nullable().default(null),
  chinese: known,
})

export const lifecycleSchema = z.strictObject({
  /** Days after registration in which a deletion is free of charge at the registry. */
  addGraceDays: days,
  /** Days after expiry in which the registry still holds the name as renewed. */
  autoRenewGraceDays: days,
  /** Days after expiry in which a seller still renews at the ordinary price. */
  renewGraceDays: days,
  redemptionDays: days,
  /** What sellers offer of the redemption window. */
  redemptionRetailDays: days,
  pendingDeleteDays: days,
  /** No transfer in these days after registration or an earlier transfer. */
  transferLockDays: days,
  /** No transfer in these days before expiry. */
  transferDaysBeforeExpiry: days,
  marketHoldDays: days,
})

/** Who may register, by shop front and region; null: not known, and then nobody is refused for it. */
const may = z.enum(['both', 'organisation', 'person', 'nobody']).nullable().default(null)
export const eligibilitySchema = z.strictObject({
  chinaCN: may,
  chinaHK: may,
  chinaMO: may,
  chinaTW: may,
  chinaOther: may,
  internationalCN: may,
  internationalHK: may,
  internationalMO: may,
  internationalTW: may,
  internationalOther: may,
})

const offeredWord = z.string().regex(/^[\p{Script=Han}a-z0-9]{1,10}$/u)
const offeredWordsSchema = z.strictObject({
  before: z.array(offeredWord).max(200),
  after: z.array(offeredWord).max(200),
})

const capabilitySchema = z.strictObject({ register: known, transfer: known, renew: known })

const asked = z.strictObject({ year: z.number().int(), source: z.string() })

/** A class of dearer names as its registry lists it, in fen a year: shown, never charged. */
const premiumTierSchema = z.strictObject({ tier: z.string().min(1).max(40), priceFen: priceSchema })

/** All that is known of one suffix. null means unknown, and is shown as such; in the file an absent field is null. */
export const suffixFactsSchema = z.strictObject({
  /** Unicode, without a leading dot. */
  suffix: z.string().min(1),
  ascii: z.string().min(1),
  /** Unicode form of the zone in which the names of a product stand (姓名.网址: 网址); `ascii` is that zone's then. */
  under: z.string().min(1).nullable().default(null),
  /** Id of the connection that takes its names; null: not sold here. */
  registry: z.string().min(1).max(40).nullable().default(null),
  registryOperator: z.string().nullable().default(null),
  backend: z.string().nullable().default(null),
  zone: z.enum(['gtld', 'new-gtld', 'cctld', 'idn', 'second-level', 'product']),
  kind: z.enum(['china', 'generic', 'restricted', 'renew-only']),
  /** Which way of registering it goes (S1-28). */
  flow: z.enum(['general', 'trademark', 'personal-name', 'gov', 'renew-only']),
  meaning: text,
  labelClass: z.enum(labelClasses),
  label: labelSchema.prefault({}),
  /** Whether simplified and traditional forms are one name (S1-30). */
  variants: z.enum(['one-name']).nullable().default(null),
  periods: periodsSchema.prefault({}),
  lifecycle: lifecycleSchema.prefault({}),
  realName: z.enum(['required', 'not-required', 'unknown']).default('unknown'),
  /** Day from which the duty holds; null also where it always held. */
  realNameSince: z.string().nullable().default(null),
  /** Whether the holder's identity is verified before the registration, not within days after it. */
  verifyBefore: known,
  /** Whether a verified template covers the name (S0-15). */
  templateCovers: known,
  templateCautions: z.array(z.string()).nullable().default(null),
  namingReview: known,
  namingRefund: known,
  eligibility: eligibilitySchema.prefault({}),
  /** What a holder must prove; null: nothing known. */
  qualification: z.string().max(60).nullable().default(null),
  /** What may stand around a personal name (S1-118); null: the words that the product brings. */
  offeredWords: offeredWordsSchema.nullable().default(null),
  special: z.string().nullable().default(null),
  miitApproved: known,
  /** Year, month or day of the licence; `by`: on or before it. */
  miitApprovedOn: z
    .strictObject({ date: z.string(), is: z.enum(['on', 'by', 'about']) })
    .nullable()
    .default(null),
  registryLock: known,
  dnssec: known,
  capabilities: capabilitySchema.prefault({}),
  /** What sellers asked in a year: for comparison, never charged. */
  examplePriceFen: priceSchema.nullable().default(null),
  /** Of which year each of these prices is, and from where. */
  examplePriceAsOf: z
    .partialRecord(z.enum(['register', 'renew', 'transfer', 'restore']), asked)
    .nullable()
    .default(null),
  /** Another source's price of restoring, where two disagree; the newer one stands above. */
  exampleRestoreOther: asked.extend({ fen: z.number().int().nonnegative() }).nullable().default(null),
  premiumTiers: z.array(premiumTierSchema).max(40).nullable().default(null),
  /** Sellers whose documents name it. */
  namedBy: z.array(z.string()).default([]),
  lastSeenOnSale: z.string().nullable().default(null),
  notes: z.array(z.string()).default([]),
  /** Id of the source (data/sources.json) by field; `lifecycle.redemptionDays` for a field inside another. */
  sources: z.record(z.string(), z.string()),
})

export type PriceRecord = z.output<typeof priceSchema>
type SuffixFacts = z.output<typeof suffixFactsSchema>

/** A suffix as it is on one day, known and with the operator's prices; it need not be sold. */
export interface KnownSuffix extends SuffixFacts {
  readonly priceFen: PriceRecord
  /** The same as `label.chinese`. */
  readonly idn: boolean | null
}

/** A suffix of the operator's price list: its periods are known. */
export interface SuffixRecord extends Omit<KnownSuffix, 'periods'> {
  readonly periods: { readonly min: number; readonly max: number }
}

export const sourceLegendSchema = z.record(z.string(), z.strictObject({ what: text, date: z.string().nullable() }))

/** What each source is, in our own words, and of when; by id. */
export type SourceLegend = z.output<typeof sourceLegendSchema>

import { z } from 'zod'
import { findingSchema, textSchema } from '../../kernel/http/index.ts'
import { priceSchema, suffixFactsSchema } from './suffix-record.ts'

const facts = suffixFactsSchema.shape

/** A suffix in the list of suffixes. */
export const rowAnswer = z.object({
  suffix: z.string(),
  ascii: z.string(),
  registry: z.string().nullable(),
  registryOperator: z.string().nullable(),
  kind: facts.kind,
  flow: facts.flow,
  meaning: textSchema,
  periods: facts.periods.unwrap(),
  idn: z.boolean().nullable(),
  realName: facts.realName.unwrap(),
  verifyBefore: z.boolean().nullable(),
  templateCovers: z.boolean().nullable(),
  /** Whether the price overview lists it (S1-09). */
  sold: z.boolean(),
  supports: z.object({ register: z.boolean(), transfer: z.boolean(), renew: z.boolean() }),
  /** Where names are had that cannot be ordered here in the general way. */
  channels: z.array(z.object({ who: textSchema, how: textSchema, url: z.string().optional() })),
  miitApproved: z.boolean().nullable(),
  labelClass: facts.labelClass,
  label: facts.label.unwrap(),
  variants: facts.variants.unwrap(),
  /** As the registry lists them: what one name costs is asked with the name. */
  premiumTiers: facts.premiumTiers.unwrap(),
  priceFen: priceSchema,
  tenYearFen: z.number().int().nullable(),
  holderRules: z.array(
    z.object({
      site: z.string(),
      region: z.string(),
      holderType: z.string(),
      allowed: z.boolean(),
      finding: findingSchema.optional(),
    }),
  ),
  note: textSchema.nullable(),
  sources: z.array(
    z.object({
      field: z.string(),
      source: z.object({ id: z.string(), document: z.string(), date: z.string().optional() }),
    }),
  ),
})

/** A suffix with everything that is known of it; null: not known. */
export const suffixAnswer = rowAnswer.extend({
  on: z.string(),
  backend: z.string().nullable(),
  zone: facts.zone,
  lifecycle: facts.lifecycle.unwrap(),
  realNameSince: z.string().nullable(),
  templateCautions: z.array(z.string()).nullable(),
  namingReview: z.boolean().nullable(),
  namingRefund: z.boolean().nullable(),
  eligibility: facts.eligibility.unwrap(),
  qualification: z.string().nullable(),
  offeredWords: facts.offeredWords.unwrap(),
  special: z.string().nullable(),
  miitApprovedOn: facts.miitApprovedOn.unwrap(),
  registryLock: z.boolean().nullable(),
  dnssec: z.boolean().nullable(),
  capabilities: facts.capabilities.unwrap(),
  examplePriceFen: priceSchema.nullable(),
  examplePriceAsOf: facts.examplePriceAsOf.unwrap(),
  exampleRestoreOther: facts.exampleRestoreOther.unwrap(),
  namedBy: z.array(z.string()),
  lastSeenOnSale: z.string().nullable(),
  notes: z.array(z.string()),
})

export const suffixName = z.object({ suffix: z.string(), ascii: z.string(), kind: facts.kind, sold: z.boolean() })

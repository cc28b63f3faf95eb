import { z } from 'zod'
import { eligibilitySchema, labelSchema, lifecycleSchema, suffixFactsSchema } from '../suffix-record.ts'

const facts = suffixFactsSchema.shape
const label = labelSchema.shape
const life = lifecycleSchema.shape
const periods = facts.periods.unwrap().shape
const capabilities = facts.capabilities.unwrap().shape

/** The fields of a schema without their defaults. */
function unwrapped<Shape extends Record<string, z.ZodDefault<z.ZodType>>>(shape: Shape) {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field.unwrap()])) as {
    [Name in keyof Shape]: ReturnType<Shape[Name]['unwrap']>
  }
}

// A field that is absent stays as it was, so that none may have the default of the record's own schema.
/** What the operator may set of a suffix; null makes a value unknown. */
export const patchSchema = z
  .strictObject({
    registry: facts.registry.unwrap(),
    registryOperator: facts.registryOperator.unwrap(),
    meaning: facts.meaning,
    label: z
      .strictObject({
        minLength: label.minLength.unwrap(),
        maxLength: label.maxLength.unwrap(),
        maxLengthChinese: label.maxLengthChinese.unwrap(),
        hyphenRule: label.hyphenRule.unwrap(),
        chinese: label.chinese.unwrap(),
      })
      .partial(),
    variants: facts.variants.unwrap(),
    periods: z.strictObject({ min: periods.min.unwrap(), max: periods.max.unwrap() }).partial(),
    lifecycle: z
      .strictObject({
        addGraceDays: life.addGraceDays.unwrap(),
        autoRenewGraceDays: life.autoRenewGraceDays.unwrap(),
        renewGraceDays: life.renewGraceDays.unwrap(),
        redemptionDays: life.redemptionDays.unwrap(),
        redemptionRetailDays: life.redemptionRetailDays.unwrap(),
        pendingDeleteDays: life.pendingDeleteDays.unwrap(),
        transferLockDays: life.transferLockDays.unwrap(),
        transferDaysBeforeExpiry: life.transferDaysBeforeExpiry.unwrap(),
        marketHoldDays: life.marketHoldDays.unwrap(),
      })
      .partial(),
    eligibility: z.strictObject(unwrapped(eligibilitySchema.shape)).partial(),
    realName: facts.realName.unwrap(),
    realNameSince: z.iso.date().nullable(),
    verifyBefore: facts.verifyBefore.unwrap(),
    templateCovers: facts.templateCovers.unwrap(),
    namingReview: facts.namingReview.unwrap(),
    namingRefund: facts.namingRefund.unwrap(),
    qualification: facts.qualification.unwrap(),
    offeredWords: facts.offeredWords.unwrap(),
    miitApproved: facts.miitApproved.unwrap(),
    miitApprovedOn: facts.miitApprovedOn.unwrap(),
    registryLock: facts.registryLock.unwrap(),
    dnssec: facts.dnssec.unwrap(),
    capabilities: z
      .strictObject({
        register: capabilities.register.unwrap(),
        transfer: capabilities.transfer.unwrap(),
        renew: capabilities.renew.unwrap(),
      })
      .partial(),
    // Signs are looked at by the rules of changes, which say what is wrong in a sentence.
    priceFen: z
      .strictObject({
        register: z.number().int().nullable(),
        renew: z.number().int().nullable(),
        transfer: z.number().int().nullable(),
        restore: z.number().int().nullable(),
      })
      .partial(),
    premiumTiers: facts.premiumTiers.unwrap(),
  })
  .partial()

export type CatalogPatch = z.output<typeof patchSchema>

/** A dated change of one suffix by the operator. Days are China's, both ends inclusive. */
export interface CatalogChange {
  readonly id: string
  /** Order of publication. */
  readonly place: number
  readonly suffix: string
  readonly patch: CatalogPatch
  readonly from: string
  /** null: for good, or until a later change. */
  readonly until: string | null
}

import type { PremiumPrice } from './data/premium-words.ts'

/** Prices a year in fen; `restore` once. */
interface SuffixPrices {
  readonly create: number
  readonly renew: number
  readonly transfer: number
  readonly restore: number
}

export interface RegistrySuffix {
  /** As people write it, without the leading dot. */
  readonly suffix: string
  readonly ascii: string
  readonly prices: SuffixPrices
  /** `ascii`: letters, digits and hyphens only; `any`: Chinese too. */
  readonly labels: 'ascii' | 'any'
  /** The sub-product name where the registry asks for it on every command. */
  readonly subProduct?: string
  /** Labels with a price of their own. */
  readonly premium?: ReadonlyMap<string, PremiumPrice>
  /** Which names are reviewed for a qualification (资质审核); none when absent. */
  readonly qualification?: 'words-of-state' | 'every-name'
}

/** A registry's policy. Another registry is another record, not another program. */
export interface RegistryProfile {
  readonly id: 'thin' | 'cn' | 'wangzhi' | 'general'
  readonly name: { readonly zh: string; readonly en: string }
  readonly svID: string
  readonly roidTag: string
  readonly suffixes: readonly RegistrySuffix[]
  readonly contacts: 'rejected' | 'required'
  /** `loc-and-int`: a contact needs its postal data in Chinese and in ASCII. */
  readonly postalForms: 'either' | 'loc-and-int'
  /** The registrar must send the extension of .cn (type, purveyor, certificate) with every create. */
  readonly cnnic: boolean
  /** A contact must carry its holder's papers (cnnic-contact), and is refused without. */
  readonly demandIdentity: boolean
  /** What a failed naming review does: the .cn family deletes and gives the fee back, others put on hold. */
  readonly namingFailure: 'delete' | 'hold'
  /** Every object command must name the sub-product. */
  readonly namestore: boolean
  /** Languages (ISO 639-2) of which a create of an internationalised label must name one; not asked for when absent. */
  readonly idnLanguages?: readonly string[]
  readonly hyphens: 'never-two' | 'not-third-and-fourth'
  readonly maxNameservers: number
  readonly maxYears: number
  readonly days: {
    readonly addGrace: number
    readonly renewGrace: number
    readonly autoRenewGrace: number
    readonly transferGrace: number
    readonly redemption: number
    /** 0: a name is free as soon as the redemption ends. */
    readonly pendingDelete: number
    readonly transferAnswer: number
    readonly transferLock: number
    /** No transfer in the last days before the expiry. */
    readonly transferBeforeExpiry: number
  }
  readonly restoreNeedsReport: boolean
  /** Without money for the automatic renewal the name goes into redemption (.cn); else the account goes below zero. */
  readonly expiryNeedsBalance: boolean
  readonly maxSessions: number
  readonly startBalanceFen: number
  readonly lowBalanceFen: number
  /** Extension URIs of the greeting, in its order. */
  readonly extensions: readonly string[]
}

interface Effect {
  readonly pages: readonly string[]
  readonly rules: readonly string[]
}

const suffixPage = '/suffixes/:suffix'
const lists = ['/prices', suffixPage]
/** Where names are looked for and bought: search, lists of names, the confirmation of an order. */
const buying = ['/', '/bulk', '/confirm']
const onlyShown: Effect = { pages: [suffixPage], rules: [] }
const phase: Effect = { pages: [suffixPage, '/domains'], rules: [] }
const verifiedWhen = ['REGISTER-IDENTITY-01', 'REGISTER-IDENTITY-02', 'REGISTER-IDENTITY-03']
const soldOrNot = ['SUFFIX-ABSENT-01', 'SUFFIX-FLOW-01']

/**
 * Where a field of the catalogue is shown, and which rules of names, orders and filing ask it; by its name, or by the whole
 * that it is part of. What contradicts itself stands among the findings of a preview.
 */
const effects: Readonly<Record<string, Effect>> = {
  'priceFen.register': { pages: [...lists, ...buying, '/personal-names'], rules: soldOrNot },
  'priceFen.renew': { pages: [...lists, ...buying, '/personal-names', '/domains'], rules: ['RENEW-PRICE-01'] },
  // Orders know no transfer, and no page shows a price that nobody can pay.
  'priceFen.transfer': { pages: [], rules: [] },
  'priceFen.restore': { pages: lists, rules: [] },
  // Listed, and no more: what a premium name costs is told by its registry (EPP fee extension).
  premiumTiers: { pages: lists, rules: [] },
  periods: { pages: [...lists, '/confirm', '/personal-names'], rules: ['TERM-RANGE-01'] },
  registry: { pages: [...lists, ...buying, '/personal-names'], rules: soldOrNot },
  registryOperator: onlyShown,
  meaning: { pages: [...lists, '/'], rules: [] },
  // What can be done with a suffix goes by its prices.
  capabilities: { pages: [], rules: [] },
  'label.minLength': { pages: [...lists, ...buying], rules: ['SUFFIX-MIN-01', 'CN-PROVINCE-02'] },
  'label.maxLength': { pages: [...lists, ...buying], rules: ['SUFFIX-MAX-01'] },
  'label.maxLengthChinese': {
    pages: [...lists, ...buying],
    rules: ['SUFFIX-MAX-02', 'HK-LENGTH-01', 'NAME-LENGTH-02'],
  },
  'label.hyphenRule': onlyShown,
  'label.chinese': { pages: [...lists, ...buying], rules: ['SUFFIX-IDN-01'] },
  variants: { pages: lists, rules: ['NAME-VARIANT-01'] },
  lifecycle: onlyShown,
  'lifecycle.renewGraceDays': phase,
  'lifecycle.redemptionDays': phase,
  'lifecycle.pendingDeleteDays': phase,
  eligibility: { pages: [...lists, '/confirm'], rules: ['CN-REGION-01', 'SUFFIX-ELIGIBLE-01'] },
  realName: { pages: [...lists, '/', '/confirm', '/domains'], rules: [...verifiedWhen, 'REGISTER-COVER-01'] },
  realNameSince: onlyShown,
  verifyBefore: {
    pages: [suffixPage, '/', '/confirm', '/domains'],
    rules: [...verifiedWhen, 'BLOCK-UNVERIFIED-ALL'],
  },
  templateCovers: { pages: [...lists, '/', '/confirm'], rules: ['REGISTER-COVER-01'] },
  namingReview: phase,
  namingRefund: onlyShown,
  qualification: { pages: [suffixPage, ...buying], rules: ['SUFFIX-HOLDER-01', 'SUFFIX-QUAL-01'] },
  offeredWords: { pages: ['/personal-names'], rules: ['PERSON-WORDS-01'] },
  miitApproved: { pages: [...lists, ...buying, '/filings'], rules: ['SUFFIX-MIIT-01', 'DOMAIN-SUFFIX-01'] },
  miitApprovedOn: onlyShown,
  registryLock: onlyShown,
  dnssec: onlyShown,
}

/** undefined for a field of which nothing is written here. */
export function effectOf(field: string): Effect | undefined {
  return effects[field] ?? effects[field.split('.')[0] ?? '']
}

/** Pages that show other things, and rules that answer otherwise, once these fields change. */
export function effectsOf(fields: readonly string[], suffix: string): { pages: string[]; rules: string[] } {
  const touched = fields.flatMap((field) => effectOf(field) ?? [])
  return {
    pages: [...new Set(touched.flatMap(({ pages }) => pages))].map((page) => page.replace(':suffix', suffix)),
    rules: [...new Set(touched.flatMap(({ rules }) => rules))],
  }
}

interface Effect {
  readonly pages: readonly string[]
  readonly rules: readonly string[]
}

const lists = ['/prices', '/suffixes/:suffix']
const buying = ['/', '/confirm']

/** Where a field of the catalogue is shown, and which rules ask it; by the first part of its name. */
const effects: Readonly<Record<string, Effect>> = {
  priceFen: { pages: [...lists, ...buying, '/domains'], rules: ['SUFFIX-ABSENT-01', 'SUFFIX-FLOW-01'] },
  premiumTiers: { pages: [...lists, ...buying], rules: [] },
  periods: { pages: [...lists, '/confirm'], rules: ['TERM-RANGE-01'] },
  registry: { pages: [...lists, ...buying], rules: ['SUFFIX-ABSENT-01'] },
  capabilities: { pages: [...lists, ...buying], rules: ['SUFFIX-FLOW-01'] },
  label: { pages: [...lists, '/'], rules: ['SUFFIX-IDN-01', 'SUFFIX-MIN-01', 'SUFFIX-MAX-01', 'SUFFIX-MAX-02'] },
  realName: { pages: [...lists, '/confirm', '/domains'], rules: [] },
  verifyBefore: { pages: [...lists, '/confirm', '/domains'], rules: [] },
  templateCovers: { pages: [...lists, '/confirm', '/domains'], rules: [] },
  namingReview: { pages: ['/suffixes/:suffix', '/domains'], rules: [] },
  namingRefund: { pages: ['/suffixes/:suffix', '/confirm'], rules: [] },
  lifecycle: { pages: ['/suffixes/:suffix', '/domains'], rules: [] },
}

/** Pages that show other things, and rules that answer otherwise, once these fields change. */
export function effectsOf(fields: readonly string[], suffix: string): { pages: string[]; rules: string[] } {
  const touched = fields.map(
    (field) => effects[field.split('.')[0] ?? ''] ?? { pages: ['/suffixes/:suffix'], rules: [] },
  )
  return {
    pages: [...new Set(touched.flatMap(({ pages }) => pages))].map((page) => page.replace(':suffix', suffix)),
    rules: [...new Set(touched.flatMap(({ rules }) => rules))],
  }
}

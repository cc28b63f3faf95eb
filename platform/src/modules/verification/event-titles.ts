interface Title {
  readonly zh: string
  readonly en: string
}

/** What happens to a case (审核单). */
export type ReviewEventKind =
  | 'submitted'
  | 'passed-first'
  | 'provider'
  | 'passed'
  | 'failed'
  | 'withdrawn'
  | 'escalated'
  | 'provider-passed'
  | 'provider-failed'

const titles: Readonly<Record<ReviewEventKind, Title>> = {
  submitted: { zh: '提交材料', en: 'Papers handed in' },
  'passed-first': { zh: '初审通过，等复核', en: 'Passed once, waiting for a second look' },
  provider: { zh: '平台审核通过，送核验机构', en: 'Passed by us, handed to the provider' },
  passed: { zh: '审核通过', en: 'Passed' },
  failed: { zh: '审核没有通过', en: 'Refused' },
  withdrawn: { zh: '撤回材料', en: 'Papers withdrawn' },
  escalated: { zh: '请另一位审核员再看', en: 'Another reviewer looks at it' },
  'provider-passed': { zh: '核验机构通过', en: 'Passed by the provider' },
  'provider-failed': { zh: '核验机构没有通过', en: 'Refused by the provider' },
}

/** What happened to a case, in a few words. */
export const titleOfEvent = (kind: ReviewEventKind): Title => titles[kind]

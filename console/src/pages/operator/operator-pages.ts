import type { OperatorRole } from '../../api/types.ts'
import type { TextKey } from '../../i18n/dictionary.ts'

/** The pages of those who run the platform, in the order of the side list, each with the role that opens it. */
const operatorPages = [
  {
    to: '/operator/reviews',
    role: ['reviewer', 'qualification-reviewer'],
    text: 'reviews.title',
    also: [],
  },
  {
    to: '/operator/cases',
    role: ['reviewer', 'qualification-reviewer'],
    text: 'cases.find',
    also: ['/operator/cases/'],
  },
  { to: '/operator/decisions', role: ['reviewer', 'qualification-reviewer'], text: 'decisions.title', also: [] },
  { to: '/operator/enhanced-checks', role: ['reviewer'], text: 'enhanced.desk', also: [] },
  { to: '/operator/filings', role: ['reviewer'], text: 'operator.filings', also: ['/operator/filings/'] },
  {
    to: '/operator/filing-entries',
    role: ['reviewer'],
    text: 'operator.filingEntries',
    also: ['/operator/filing-entries/'],
  },
  { to: '/operator/filing-findings', role: ['reviewer'], text: 'operator.filingFindings', also: [] },
  {
    to: '/operator/bureau-files',
    role: ['reviewer'],
    text: 'operator.bureauFiles',
    also: ['/operator/bureau-files/'],
  },
  { to: '/operator/curtains', role: ['reviewer'], text: 'operator.curtains', also: [] },
  { to: '/operator/reasons', role: ['reviewer', 'qualification-reviewer'], text: 'reasons.title', also: [] },
  { to: '/operator/reviewers', role: ['reviewer', 'qualification-reviewer'], text: 'reviewers.title', also: [] },
  { to: '/operator/tickets', role: ['support'], text: 'operator.tickets', also: ['/operator/tickets/'] },
  { to: '/operator/domain-reports', role: ['support'], text: 'operator.domainReports', also: [] },
  { to: '/operator/remittances', role: ['finance'], text: 'remittances.title', also: [] },
  { to: '/operator/refunds', role: ['finance'], text: 'refunds.title', also: [] },
  {
    to: '/operator/promotions',
    role: ['finance'],
    text: 'promotions.title',
    also: ['/operator/promotions/'],
  },
  { to: '/operator/catalog', role: ['catalog'], text: 'operator.catalog', also: ['/operator/catalog/'] },
  { to: '/operator/changes', role: ['catalog'], text: 'operator.changes', also: [] },
] as const satisfies readonly { to: string; role: readonly OperatorRole[]; text: TextKey; also: readonly string[] }[]

/** Whether somebody with these roles may do what needs any of those; `admin` may do all of it. */
export function mayOperate(roles: readonly OperatorRole[], ...needs: readonly OperatorRole[]): boolean {
  return roles.includes('admin') || needs.some((role) => roles.includes(role))
}

export function operatorPagesFor(roles: readonly OperatorRole[]) {
  return operatorPages.filter(({ role }) => mayOperate(roles, ...role))
}

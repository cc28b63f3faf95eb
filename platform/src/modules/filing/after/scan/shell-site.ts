import { type SiteFacts, termOf } from '@yuming/filing'
import type { DutyKind } from '../duty-kinds.ts'
import { type FiledService, type KnownDuty, keyOf } from './filed-services.ts'

/** What says of one name that its site is not with us. */
const ofName = [
  'access-differs',
  'dead-site',
  'cancel-expired-domain',
  'cancel-gone-domain',
] as const satisfies DutyKind[]
/** Those are found anew by every look at our rows; the others stand until a look from outside ends them. */
const foundNow: ReadonlySet<DutyKind> = new Set(['cancel-expired-domain', 'cancel-gone-domain', 'no-access'])

/**
 * A shell site (空壳网站): a website without access anywhere, or none of whose names is with us, for longer than its owner
 * was given to mend it. No source says how long that is: the day of each finding is taken, and then a notice of as many
 * days, after which the access is cancelled.
 */
export function shellSite(service: FiledService, found: ReadonlySet<string>, day: string): SiteFacts | undefined {
  if (service.kind !== 'website' || service.duties === null) return undefined
  const ours = service.duties.filter(({ open, found_by: by }) => open && by !== 'bureau')
  const over = ({ kind, ascii, due_on: due }: KnownDuty): boolean =>
    due !== null && due < day && (!foundNow.has(kind) || found.has(keyOf(kind, ascii)))
  const past = new Set(ours.filter(over).map(({ kind, ascii }) => keyOf(kind, ascii)))
  const domains = service.domains ?? []
  const away = () => domains.length > 0 && domains.every((name) => ofName.some((kind) => past.has(keyOf(kind, name))))
  // Whether another provider gives it access is not always known.
  const nowhere = () => service.other_accesses === 0 && past.has(keyOf('no-access', null))
  if (service.accesses > 0 ? !away() : !nowhere()) return undefined
  const told = ours.find(({ kind }) => kind === 'shell-site')?.due_on
  return {
    domain: domains[0] ?? service.name,
    address: 'none',
    accessLeft: service.accesses > 0,
    noticeUntil: told ?? termOf('SITE-SHELL-01', day).on,
  }
}

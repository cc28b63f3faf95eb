type DomainPhase = 'active' | 'redemption' | 'pendingRestore' | 'pendingDelete'

interface Grace {
  readonly kind: 'addPeriod' | 'renewPeriod' | 'autoRenewPeriod' | 'transferPeriod'
  readonly until: string
  /** What the sponsor gets back when the name is deleted before `until`. */
  readonly fen: number
}

export interface TransferRecord {
  readonly status:
    | 'pending'
    | 'clientApproved'
    | 'clientRejected'
    | 'clientCancelled'
    | 'serverApproved'
    | 'serverCancelled'
  readonly reID: string
  readonly reDate: string
  readonly acID: string
  readonly acDate: string
  readonly exDate?: string
  readonly years: number
  readonly fen: number
}

export interface DsRecord {
  readonly keyTag: number
  readonly alg: number
  readonly digestType: number
  readonly digest: string
}

/** A verification code that came with a command; `date` is when. */
export interface SetCode {
  readonly type: string
  readonly code: string
  readonly date: string
}

/** Why a name is on hold; `registry`: what put it there before any review did. */
export type Hold = 'identity' | 'naming' | 'qualification' | 'registry'

/** A registered name. Instants in ISO, `name` in lower-case A-label form. */
export interface DomainRecord {
  readonly name: string
  readonly canonical: string
  readonly roid: string
  readonly sponsor: string
  readonly crID: string
  readonly crDate: string
  readonly upID?: string
  readonly upDate?: string
  readonly trDate?: string
  readonly exDate: string
  readonly registrant?: string
  readonly contacts: readonly { readonly type: string; readonly id: string }[]
  readonly nameservers: readonly string[]
  /** client… and server… statuses that were set; the others are derived. */
  readonly statuses: readonly string[]
  /** The reasons of a serverHold, where a review is one of them. */
  readonly holds?: readonly Hold[]
  /** SHA-256 of the authorisation information; none means that no transfer is possible (RFC 9154 §4). */
  readonly authSha256?: string
  readonly ds: readonly DsRecord[]
  readonly cnnic?: { readonly type: string; readonly purveyor: string }
  readonly codes?: readonly SetCode[]
  readonly phase: DomainPhase
  /** When the phase ends by itself. */
  readonly phaseUntil?: string
  readonly graces: readonly Grace[]
  readonly transfer?: TransferRecord
  /** A change of holder whose papers are under review (过户资料审核中); the ids are those of the command. */
  readonly newHolder?: { readonly registrant: string; readonly clTRID: string; readonly svTRID: string }
}

/** RFC 5731 §2.3: everything that is shown, `ok` when nothing else is. */
export function shownStatuses(domain: DomainRecord): string[] {
  const shown = [...domain.statuses]
  if (domain.phase !== 'active') shown.push('pendingDelete')
  if (domain.transfer?.status === 'pending') shown.push('pendingTransfer')
  if (domain.newHolder) shown.push('pendingUpdate')
  if (domain.nameservers.length === 0) shown.push('inactive')
  return shown.length === 0 ? ['ok'] : shown
}

/** RFC 3915 §3.1 at an instant. */
export function rgpStatuses(domain: DomainRecord, now: Date, pendingDeleteDays: number): string[] {
  if (domain.phase === 'redemption') return ['redemptionPeriod']
  if (domain.phase === 'pendingRestore') return ['pendingRestore']
  if (domain.phase === 'pendingDelete') return pendingDeleteDays > 0 ? ['pendingDelete'] : ['redemptionPeriod']
  return [
    ...new Set(domain.graces.filter((grace) => Date.parse(grace.until) > now.getTime()).map((grace) => grace.kind)),
  ]
}

/** The next instant at which the clockwork has to look at this name. */
export function dueAt(domain: DomainRecord): string {
  if (domain.phaseUntil) return domain.phaseUntil
  const transfer = domain.transfer?.status === 'pending' ? domain.transfer.acDate : undefined
  return transfer && transfer < domain.exDate ? transfer : domain.exDate
}

import type { DomainRecord } from '../domain-record.ts'
import { readName } from '../names.ts'
import type { Office } from '../office.ts'
import { endHolderChange } from './holder-change-review.ts'
import { hold, lift, type Told, tell } from './holds.ts'
import type { NewReview, Review } from './review-record.ts'

interface Decision {
  readonly pass: boolean
  readonly reason?: string | undefined
}

const kindNames = { naming: ['naming', '命名审核'], qualification: ['qualification', '资质审核'] } as const

/** A script that lets pass after no time does so with the command itself; whatever else it decides comes later. */
export function openReview(office: Office, review: NewReview): Review {
  const opened = office.reviews.open(review)
  const due = office.reviews.decisionOf(opened.id)
  return due?.pass && due.at === opened.createdAt ? decide(office, opened, due) : opened
}

/** Ends a review, does what follows from it and says so by poll. A name's failure may be the end of the name. */
export function decide(office: Office, review: Review, { pass, reason }: Decision): Review {
  const why = pass ? undefined : (reason ?? '审核未通过')
  office.reviews.end(review.id, pass ? 'passed' : 'failed', why)
  if (review.kind === 'identity') holderDecided(office, review, pass, why)
  else if (review.kind === 'holder-change') endHolderChange(office, review, pass, why)
  else nameDecided(office, { ...review, kind: review.kind }, pass, why)
  return office.reviews.find(review.id) ?? review
}

function holderDecided(office: Office, { subject, title }: Review, pass: boolean, why: string | undefined): void {
  const contact = office.objects.contact(subject)
  if (!contact) return
  const says = pass
    ? `The identity of the holder ${subject} passed the review (实名审核通过): ${title}`
    : `The identity of the holder ${subject} failed the review (实名审核不通过): ${why}`
  office.messages.add(contact.sponsor, {
    kind: 'holder-reviewed',
    says,
    contact,
    state: 'after',
    operation: 'custom',
    op: 'identity-review',
    reason: `Identity review ${pass ? 'passed' : 'failed'}`,
  })
  if (!pass) return
  for (const domain of office.objects.domainsOfHolder(subject)) holderVerified(office, domain)
}

/** The five days no longer count, and the hold for want of an identity ends. */
export function holderVerified(office: Office, domain: DomainRecord): void {
  office.reviews.clearDeadline(domain.name)
  lift(office, domain, 'identity', {
    op: 'identity-review',
    says: `The hold of ${domain.name} has ended: its holder's identity is verified (实名审核通过，解除 serverHold)`,
    reason: 'Identity verified',
  })
}

function nameDecided(
  office: Office,
  { kind, subject, fen }: Review & { kind: 'naming' | 'qualification' },
  pass: boolean,
  why: string | undefined,
): void {
  const name = readName(office.profile, subject)
  const domain = office.objects.domain(name)
  if (!domain) return
  const [en, zh] = kindNames[kind]
  const op = `${kind}-review` as const
  const reason = `${capital(en)} review ${pass ? 'passed' : 'failed'}`
  if (pass) {
    const says = `The name ${subject} passed the ${en} review (${zh}通过)`
    const told = { op, says, reason }
    if (domain.holds?.includes(kind)) lift(office, domain, kind, told)
    else tell(office, domain, told)
    return
  }
  if (kind === 'naming' && office.profile.namingFailure === 'hold') {
    const says = `The name ${subject} failed the ${en} review and is on hold (${zh}不通过，serverHold): ${why}`
    hold(office, domain, kind, { op, says, reason })
    return
  }
  const back = office.profile.namingFailure === 'delete' ? fen + renewalFen(domain, office.clock.now()) : 0
  const says = `The name ${subject} failed the ${en} review and was deleted (${zh}不通过，直接删除${back > 0 ? '，退还注册费' : ''}): ${why}`
  remove(office, domain, back, { op, says, reason })
}

/** The .cn family gives the create fee back whenever it deletes, and a renewal while its own grace runs. */
function renewalFen({ graces }: DomainRecord, now: Date): number {
  return graces
    .filter(({ kind, until }) => kind === 'renewPeriod' && until > now.toISOString())
    .reduce((sum, { fen }) => sum + fen, 0)
}

function remove(office: Office, domain: DomainRecord, fen: number, told: Told): void {
  office.accounts.post(domain.sponsor, fen, 'refund review', domain.name)
  office.messages.add(domain.sponsor, { kind: 'changed', state: 'before', domain, operation: 'delete', ...told })
  office.objects.releaseDomain(domain)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

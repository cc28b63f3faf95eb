import { integer, text, textOrNull } from '../../store/columns.ts'
import type { Row, Store } from '../../store/store.ts'
import type { Clock } from '../../world/clock.ts'
import { HolderChanges } from './holder-changes.ts'
import { Modes } from './review-modes.ts'
import type { NewReview, Review, ReviewKind } from './review-record.ts'
import { ReviewScripts } from './review-scripts.ts'

/** What a script has decided, for when its time has come. */
interface DueDecision {
  readonly review: Review
  readonly at: string
  readonly pass: boolean
  readonly reason: string | undefined
}

/** A registry's reviews, and the days on which names go on hold for want of one. */
export class Reviews {
  readonly #store: Store
  readonly #clock: Clock
  readonly modes: Modes
  readonly scripts: ReviewScripts
  readonly holderChanges: HolderChanges

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
    this.modes = new Modes(store)
    this.scripts = new ReviewScripts(store)
    this.holderChanges = new HolderChanges(store)
  }

  /** Opens a review that a script may decide later; nothing is decided before this turn has ended. */
  open(review: NewReview): Review {
    const script = this.scripts.find(review.kind, [review.title, review.subject])
    const decides = script && script.decision !== 'by-hand'
    const now = this.#clock.now()
    const row = this.#store.get(
      `insert into review (kind, subject, title, fen, state, created_at, due_at, due_pass, due_reason)
       values (?, ?, ?, ?, 'pending', ?, ?, ?, ?) returning *`,
      review.kind,
      review.subject,
      review.title,
      review.fen,
      now.toISOString(),
      decides ? new Date(now.getTime() + script.seconds * 1_000).toISOString() : null,
      decides ? Number(script.decision === 'pass') : null,
      decides ? (script.reason ?? null) : null,
    )
    if (!row) throw new Error('the review was not kept')
    return reviewOf(row)
  }

  find(id: number): Review | undefined {
    const row = this.#store.get('select * from review where id = ?', id)
    return row && reviewOf(row)
  }

  /** The one that counts: the newest of its kind that was not withdrawn. */
  of(kind: ReviewKind, subject: string): Review | undefined {
    const row = this.#store.get(
      `select * from review where subject = ? and kind = ? and state <> 'withdrawn' order by id desc limit 1`,
      subject,
      kind,
    )
    return row && reviewOf(row)
  }

  /** Newest first. */
  list(filter: { state?: Review['state'] | undefined; kind?: ReviewKind | undefined }, limit = 500): Review[] {
    return this.#store
      .all(
        `select * from review where state = coalesce(?, state) and kind = coalesce(?, kind) order by id desc limit ?`,
        filter.state ?? null,
        filter.kind ?? null,
        limit,
      )
      .map(reviewOf)
  }

  end(id: number, state: 'passed' | 'failed', reason: string | undefined): void {
    this.#store.run(
      'update review set state = ?, reason = ?, decided_at = ?, due_at = null where id = ?',
      state,
      reason ?? null,
      this.#clock.now().toISOString(),
      id,
    )
  }

  /** What was decided about a holder no longer counts, nor will what is pending. */
  withdrawIdentity(contact: string): void {
    this.#store.run(
      `update review set state = 'withdrawn', due_at = null
       where subject = ? and kind = 'identity' and state <> 'withdrawn'`,
      contact,
    )
  }

  /** What a script decides about a pending review. */
  decisionOf(id: number): Omit<DueDecision, 'review'> | undefined {
    const row = this.#store.get('select * from review where id = ? and due_at is not null', id)
    return row && decisionOf(row)
  }

  /** The decision of a script whose time came first, not later than `now`. */
  firstDue(now: Date): DueDecision | undefined {
    const row = this.#store.get('select * from review where due_at <= ? order by due_at, id limit 1', now.toISOString())
    return row && { review: reviewOf(row), ...decisionOf(row) }
  }

  /** The name goes on hold at `at` unless its holder has passed by then. */
  setDeadline(domain: string, at: string): void {
    this.#store.run(
      'insert into hold_deadline (domain, due_at) values (?, ?) on conflict (domain) do update set due_at = excluded.due_at',
      domain,
      at,
    )
  }

  clearDeadline(domain: string): void {
    this.#store.run('delete from hold_deadline where domain = ?', domain)
  }

  deadlineOf(domain: string): string | undefined {
    const row = this.#store.get('select due_at from hold_deadline where domain = ?', domain)
    return row && text(row, 'due_at')
  }

  firstDeadline(now: Date): { domain: string; at: string } | undefined {
    const row = this.#store.get(
      'select * from hold_deadline where due_at <= ? order by due_at, domain limit 1',
      now.toISOString(),
    )
    return row && { domain: text(row, 'domain'), at: text(row, 'due_at') }
  }
}

function decisionOf(row: Row): Omit<DueDecision, 'review'> {
  return {
    at: text(row, 'due_at'),
    pass: integer(row, 'due_pass') === 1,
    reason: textOrNull(row, 'due_reason') ?? undefined,
  }
}

function reviewOf(row: Row): Review {
  const reason = textOrNull(row, 'reason')
  const decidedAt = textOrNull(row, 'decided_at')
  const dueAt = textOrNull(row, 'due_at')
  return {
    id: integer(row, 'id'),
    kind: text(row, 'kind') as ReviewKind,
    subject: text(row, 'subject'),
    title: text(row, 'title'),
    fen: integer(row, 'fen'),
    state: text(row, 'state') as Review['state'],
    createdAt: text(row, 'created_at'),
    ...(reason === null ? {} : { reason }),
    ...(decidedAt === null ? {} : { decidedAt }),
    ...(dueAt === null ? {} : { dueAt }),
  }
}

import { integer, text, textOrNull } from '../../store/columns.ts'
import type { Store } from '../../store/store.ts'
import type { ReviewKind } from './review-record.ts'

/** What the reviewers decide by themselves. */
export interface NewReviewScript {
  readonly kind: ReviewKind | '*'
  /** Part of the holder's name, of the label or of the whole name; `*` is everything. */
  readonly pattern: string
  readonly decision: 'pass' | 'fail' | 'by-hand'
  /** On the sandbox's clock after the review was opened. */
  readonly seconds: number
  readonly reason?: string | undefined
}

export interface ReviewScript extends NewReviewScript {
  readonly id: number
}

/** The newest script that fits counts; without any somebody decides by hand. */
export class ReviewScripts {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  add(script: NewReviewScript): ReviewScript {
    const row = this.#store.get(
      'insert into review_script (kind, pattern, decision, seconds, reason) values (?, ?, ?, ?, ?) returning id',
      script.kind,
      script.pattern,
      script.decision,
      script.seconds,
      script.reason ?? null,
    )
    return { ...script, id: row ? integer(row, 'id') : 0 }
  }

  list(): ReviewScript[] {
    return this.#store.all('select * from review_script order by id desc').map((row) => ({
      id: integer(row, 'id'),
      kind: text(row, 'kind') as ReviewScript['kind'],
      pattern: text(row, 'pattern'),
      decision: text(row, 'decision') as ReviewScript['decision'],
      seconds: integer(row, 'seconds'),
      reason: textOrNull(row, 'reason') ?? undefined,
    }))
  }

  clear(): void {
    this.#store.run('delete from review_script')
  }

  /** @param subjects what the pattern may be part of */
  find(kind: ReviewKind, subjects: readonly string[]): ReviewScript | undefined {
    return this.list().find(
      (one) =>
        (one.kind === '*' || one.kind === kind) &&
        (one.pattern === '*' || subjects.some((subject) => subject.includes(one.pattern))),
    )
  }
}

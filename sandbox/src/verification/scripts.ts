import { integer, text, textOrNull } from '../store/columns.ts'
import type { Store } from '../store/store.ts'

/** What the reviewers do with a label or a holder that a script names. */
export interface NewScript {
  readonly kind: 'dnv' | 'rnv'
  /** Part of the label or of the holder's name; `*` is everything. */
  readonly pattern: string
  /** `restricted`: a label that passes only with the code of a holder who passed. `by-hand`: somebody decides later. */
  readonly decision: 'approve' | 'approve-later' | 'refuse' | 'by-hand' | 'lose-answer' | 'restricted'
  /** On the sandbox's clock, for `approve-later`. */
  readonly minutes?: number | undefined
  /** What a refusal says. */
  readonly message?: string | undefined
}

export interface Script extends NewScript {
  readonly id: number
}

/** The reviewers' instructions: the newest that names a subject counts; without any it passes at once. */
export class Scripts {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  add(script: NewScript): Script {
    this.#store.run(
      'insert into script (kind, pattern, decision, minutes, message) values (?, ?, ?, ?, ?)',
      script.kind,
      script.pattern,
      script.decision,
      script.minutes ?? 0,
      script.message ?? null,
    )
    const row = this.#store.get('select last_insert_rowid() as id')
    return { ...script, id: row ? integer(row, 'id') : 0 }
  }

  list(): Script[] {
    return this.#store.all('select * from script order by id desc').map((row) => ({
      id: integer(row, 'id'),
      kind: text(row, 'kind') as Script['kind'],
      pattern: text(row, 'pattern'),
      decision: text(row, 'decision') as Script['decision'],
      minutes: integer(row, 'minutes'),
      message: textOrNull(row, 'message') ?? undefined,
    }))
  }

  clear(): void {
    this.#store.run('delete from script')
  }

  find(kind: Script['kind'], subject: string): Script | undefined {
    return this.list().find((one) => one.kind === kind && (one.pattern === '*' || subject.includes(one.pattern)))
  }
}

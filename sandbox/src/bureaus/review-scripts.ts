import { z } from 'zod'
import { integer, text, textOrNull } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import { provinces } from './provinces.ts'

/** What a bureau's reviewers do with a request whose title has the pattern in it; the newest script that fits counts. */
export const newReviewScript = z.strictObject({
  bureau: z.enum(['*', ...provinces.map(({ code }) => code)]).default('*'),
  /** Part of the subject's name, of a service's name or of a domain; `*` fits all. */
  pattern: z.string().min(1).max(100),
  decision: z.enum(['approve', 'refuse', 'by-hand']),
  /** Days on the sandbox's clock until they decide. */
  days: z.coerce.number().int().min(0).max(365).default(5),
  opinion: z.string().min(1).max(500).optional(),
})
type ReviewScript = z.infer<typeof newReviewScript> & { readonly id: number }

/** Without a script a bureau approves, as it does in most cases, after five days. */
export const usual = { decision: 'approve', days: 5 } as const

export class ReviewScripts {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  add(script: z.infer<typeof newReviewScript>): ReviewScript {
    this.#store.run(
      'insert into script (bureau, pattern, decision, days, opinion) values (?, ?, ?, ?, ?)',
      script.bureau,
      script.pattern,
      script.decision,
      script.days,
      script.opinion ?? null,
    )
    return this.list()[0] as ReviewScript
  }

  list(): ReviewScript[] {
    return this.#store.all('select * from script order by id desc').map((row) => {
      const opinion = textOrNull(row, 'opinion')
      return {
        id: integer(row, 'id'),
        bureau: text(row, 'bureau') as ReviewScript['bureau'],
        pattern: text(row, 'pattern'),
        decision: text(row, 'decision') as ReviewScript['decision'],
        days: integer(row, 'days'),
        ...(opinion === null ? {} : { opinion }),
      }
    })
  }

  for(bureau: string, title: string): ReviewScript | undefined {
    return this.list().find(
      (script) =>
        (script.bureau === '*' || script.bureau === bureau) &&
        (script.pattern === '*' || title.includes(script.pattern)),
    )
  }

  clear(): void {
    this.#store.run('delete from script')
  }
}

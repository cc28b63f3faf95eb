import type { Trx } from '../../kernel/database/index.ts'
import type { OrderRow } from './orders.ts'
import type { standings } from './schemas.ts'

type Standing = (typeof standings)[number]
type Filed = Pick<OrderRow, 'account' | 'type' | 'state' | 'filing_number'>

const filedSomething = ({ type, state, filing_number: number }: Filed): boolean =>
  state === 'passed' && number !== null && !type.startsWith('cancel-')

/** What became of what each order filed: it may have been cancelled since, or its access here given up. */
export async function standingsOf(trx: Trx, rows: readonly Filed[]): Promise<(row: Filed) => Standing | null> {
  const passed = rows.filter(filedSomething)
  const numbers = passed.flatMap(({ filing_number: number }) => number ?? [])
  const accounts = [...new Set(passed.map(({ account }) => account))]
  if (numbers.length === 0) return () => null
  const services = await trx
    .selectFrom('filing_service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_service.number', 'filing_service.state', 'here', 'filing_service.filed_at'])
    .where('filing_subject.account', 'in', accounts)
    .where('filing_service.number', 'in', numbers)
    .orderBy('filing_service.filed_at')
    .execute()
  const subjects = await trx
    .selectFrom('filing_subject')
    .select(['number', 'state', 'filed_at'])
    .where('account', 'in', accounts)
    .where('number', 'in', numbers)
    .orderBy('filed_at')
    .execute()
  // The newest row of a number counts: one that was cancelled may have been claimed again.
  const known = new Map<string | null, Standing>([
    ...subjects.map(({ number, state }) => [number, state] as const),
    ...services.map(({ number, state, here }) => {
      return [number, state === 'filed' && !here ? 'elsewhere' : state] as const
    }),
  ])
  return (row) => (filedSomething(row) ? (known.get(row.filing_number) ?? null) : null)
}

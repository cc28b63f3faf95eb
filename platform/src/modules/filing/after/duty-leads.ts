import type { Trx } from '../../../kernel/database/index.ts'

interface Duty {
  readonly subject: string
  readonly ascii: string | null
  readonly service_number: string | null
}

/** Where the owner of a filing is led from what is to be done about it: the order that filed it, and the name, while it is his. */
export async function dutyLeads(trx: Trx, account: string, duties: readonly Duty[]) {
  const subjects = [...new Set(duties.map(({ subject }) => subject))]
  const names = [...new Set(duties.flatMap(({ ascii }) => ascii ?? []))]
  // The newest first: it is the one whose page speaks of what is filed now.
  const orders =
    subjects.length === 0
      ? []
      : await trx
          .selectFrom('filing_order')
          .select(['number', 'subject', 'filing_number'])
          .where('account', '=', account)
          .where('subject', 'in', subjects)
          .where('state', '=', 'passed')
          .where('type', 'not in', ['cancel-subject', 'cancel-service', 'cancel-access'])
          .orderBy('created_at', 'desc')
          .execute()
  const held =
    names.length === 0
      ? []
      : await trx
          .selectFrom('domain')
          .select('ascii')
          .where('account', '=', account)
          .where('ascii', 'in', names)
          .where('released_at', 'is', null)
          .execute()
  const own = new Set(held.map(({ ascii }) => ascii))
  return {
    order({ subject, service_number: number }: Duty): string | undefined {
      const filed = number === null ? undefined : orders.find(({ filing_number: one }) => one === number)
      return (filed ?? orders.find((one) => one.subject === subject))?.number
    },
    domain: ({ ascii }: Duty): string | undefined => (ascii !== null && own.has(ascii) ? ascii : undefined),
  }
}

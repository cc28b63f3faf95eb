import { bringsService, filingSystem } from '@yuming/filing'
import type { Trx } from '../../kernel/database/index.ts'
import { typedAscii } from '../domains/index.ts'
import type { StoredDraft } from './draft/draft-box.ts'
import type { OrderRow } from './orders.ts'

/** What follows from a filing that is done: the number, the foot of the page, the records that may be set, the next duty. */
export async function resultOf(trx: Trx, row: OrderRow, draft: StoredDraft) {
  const { filing_number: number } = row
  if (row.state !== 'passed' || number === null || !bringsService(row.type)) return null
  const duty = row.subject
    ? await trx
        .selectFrom('filing_duty')
        .select('due_on')
        .where('subject', '=', row.subject)
        .where('kind', '=', 'public-security')
        .where('done_at', 'is', null)
        .orderBy('due_on')
        .executeTakeFirst()
    : undefined
  const records = recordsOf(draft)
  const hosted = await hostedRecords(trx, row.id)
  return {
    number,
    footer: {
      text: number,
      link: filingSystem,
      html: `<a href="${filingSystem}" target="_blank" rel="noopener">${number}</a>`,
    },
    records: records.map((one) => ({ ...one, hosted: hosted.get(one.name) ?? null })),
    publicSecurityBy: duty?.due_on ?? null,
  }
}

/** What names of a filing may lead to, once it has passed. */
export function recordsOf({ services }: Pick<StoredDraft, 'services'>) {
  // The records of a name that an App uses are the name's own, and not held back until now.
  return services.flatMap(({ kind, domains = [], access = [] }) =>
    (kind === 'website' ? domains : []).flatMap((name) =>
      access.flatMap(({ ips = [] }) =>
        ips.map((ip) => ({
          name: typedAscii(name),
          type: ip.includes(':') ? ('AAAA' as const) : ('A' as const),
          value: ip,
        })),
      ),
    ),
  )
}

/** What became of the names whose zones are hosted here. */
async function hostedRecords(trx: Trx, order: string) {
  const rows = await trx
    .selectFrom('filing_zone_record')
    .select(['name', 'state'])
    .where('filing_order', '=', order)
    .execute()
  return new Map(rows.map(({ name, state }) => [name, state]))
}

import { checkFiling, filingDraft } from '@yuming/filing'
import type { Finding } from '@yuming/rules'
import type { Selectable } from 'kysely'
import type { Tables } from '../../kernel/database/index.ts'
import type { ServerFacts } from './product-kinds.ts'

export type ProductRow = Selectable<Tables['hosting_product']>

/** A product as the rules of filing look at it. */
export function factsOfProduct(row: ProductRow): ServerFacts {
  return {
    product: row.kind,
    region: row.region,
    ...(row.billing !== null && { billing: row.billing }),
    ...(row.months !== null && { months: row.months }),
    ...(row.fen !== null && { fen: Number(row.fen) }),
    ...(row.public_ip !== null && { publicIp: row.public_ip }),
    ...(row.ends_on !== null && { endsOn: row.ends_on }),
  }
}

/** What the rules of the day say of a product by itself (S3-10…S3-15); each finding names its field of the product. */
export function productFindings(facts: ServerFacts, today: string): readonly Finding[] {
  const { findings } = checkFiling(filingDraft({ check: 'before-submission', servers: [facts] }, today))
  const within = 'servers.0.'
  return findings
    .filter(({ field }) => field.startsWith(within))
    .map((finding) => ({ ...finding, field: finding.field.slice(within.length) }))
}

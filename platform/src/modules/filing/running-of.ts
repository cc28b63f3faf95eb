import type { ServiceKind } from '@yuming/filing'
import type { Trx } from '../../kernel/database/index.ts'
import { typedAscii } from '../domains/index.ts'

/** The account's own order that runs already for this certificate or one of these domains. */
export async function runningOf(
  trx: Trx,
  {
    account,
    number_digest,
    services,
  }: {
    account: string
    number_digest: Buffer | null
    services: readonly { readonly kind: ServiceKind; readonly domains?: readonly string[] | undefined }[]
  },
): Promise<string | null> {
  const asciis = services.flatMap(({ kind, domains = [] }) => (kind === 'website' ? domains.map(typedAscii) : []))
  const row = await trx
    .selectFrom('filing_order')
    .select('number')
    .where('account', '=', account)
    .where('state', 'not in', ['passed', 'withdrawn'])
    .where((eb) =>
      eb.or([
        ...(number_digest === null ? [] : [eb('number_digest', '=', number_digest)]),
        ...(asciis.length === 0
          ? []
          : [
              eb.exists(
                eb
                  .selectFrom('filing_order_domain')
                  .select('ascii')
                  .whereRef('filing_order_domain.filing_order', '=', 'filing_order.id')
                  .where('ascii', 'in', asciis),
              ),
            ]),
        eb.val(false),
      ]),
    )
    .orderBy('created_at')
    .executeTakeFirst()
  return row?.number ?? null
}

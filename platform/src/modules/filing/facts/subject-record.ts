import type { StatedFiling } from '@yuming/filing'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Stated } from '../draft/draft-box.ts'
import type { RegisteredFiling } from '../ports.ts'

type Record = NonNullable<StatedFiling['record']>
type AccountFacts = NonNullable<StatedFiling['account']>

export interface KnownSubject {
  readonly record: Record
  readonly account: AccountFacts
  /** The subject as it is filed through this platform, of this account. */
  readonly own: { readonly id: string; readonly province: string } | undefined
}

/** What is filed under a subject's paper: here by our own rows, elsewhere by the register or by what was stated. */
export async function knownSubject(
  trx: Trx,
  {
    account,
    number_digest,
    stated,
    registered,
    order,
  }: {
    account: string
    number_digest: Buffer | null
    stated: Stated
    registered: RegisteredFiling | undefined
    order: string | undefined
  },
): Promise<KnownSubject> {
  const elsewhere = filedElsewhere(stated, registered)
  const own = await trx
    .selectFrom('filing_subject')
    .select(['id', 'number_digest', 'province'])
    .where('account', '=', account)
    .where('state', '=', 'filed')
    .execute()
  if (number_digest === null)
    return { record: elsewhere, account: own.length === 0 ? { subject: 'none' } : {}, own: undefined }
  const row = await trx
    .selectFrom('filing_subject')
    .selectAll()
    .where('number_digest', '=', number_digest)
    .where('state', '=', 'filed')
    .executeTakeFirst()
  const running = await runningOrder(trx, { account, number_digest, order })
  const subject =
    own.length === 0 ? 'none' : own.some((one) => one.number_digest.equals(number_digest)) ? 'same' : 'other'
  const facts: AccountFacts = {
    subject,
    ...(row && row.account !== account ? { certificateFiledInOther: true } : {}),
  }
  if (!row) return { record: { ...elsewhere, running }, account: facts, own: undefined }
  const mine = row.account === account
  const services = await trx
    .selectFrom('filing_service')
    .select('name')
    .where('subject', '=', row.id)
    .where('state', '=', 'filed')
    .execute()
  return {
    record: {
      filed: true,
      at: 'here',
      account: mine ? 'own' : 'other',
      running,
      // Of another account's subject nothing more is told than that it is filed here.
      ...(mine && {
        ...(row.number !== null && { number: row.number }),
        name: row.name,
        province: row.province,
        serviceCount: services.length,
        serviceNames: services.map(({ name }) => name),
      }),
    },
    account: facts,
    own: mine ? { id: row.id, province: row.province } : undefined,
  }
}

function filedElsewhere(stated: Stated, registered: RegisteredFiling | undefined): Record {
  const filed = registered?.filed ?? stated.subjectFiled
  if (filed === undefined) return {}
  if (!filed) return { filed: false }
  const number = registered?.subjectNumber ?? stated.subjectNumber
  return { filed: true, at: 'elsewhere', ...(number !== undefined && { number }) }
}

async function runningOrder(
  trx: Trx,
  { account, number_digest, order }: { account: string; number_digest: Buffer; order: string | undefined },
): Promise<'none' | 'here'> {
  let rows = trx
    .selectFrom('filing_order')
    .select('id')
    .where('number_digest', '=', number_digest)
    .where('state', 'not in', ['passed', 'withdrawn'])
    .where((eb) => eb.or([eb('account', '=', account), eb('state', 'not in', ['draft', 'returned', 'refused'])]))
  if (order !== undefined) rows = rows.where('id', '<>', order)
  return (await rows.executeTakeFirst()) ? 'here' : 'none'
}

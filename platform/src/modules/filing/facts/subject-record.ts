import type { StatedFiling } from '@yuming/filing'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Stated } from '../draft/draft-box.ts'
import { isBlacklisted } from '../matters/blacklist.ts'
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
    about,
  }: {
    account: string
    number_digest: Buffer | null
    stated: Stated
    registered: RegisteredFiling | undefined
    order: string | undefined
    /** What the draft is about, by our ids of services and by domains: that is no other service beside it. */
    about: { readonly keys: readonly string[]; readonly asciis: readonly string[] }
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
  const blacklisted = await isBlacklisted(trx, 'subject', number_digest.toString('hex'))
  const stands = { running, ...(blacklisted && { blacklisted }) }
  if (!row) return { record: { ...elsewhere, ...stands }, account: facts, own: undefined }
  const mine = row.account === account
  const services = await trx
    .selectFrom('filing_service')
    .select(['name', 'own_id'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('filing_domain')
            .select('ascii')
            .whereRef('filing_domain.service', '=', 'filing_service.id')
            .where('ended_at', 'is', null)
            .where('ascii', 'in', about.asciis.length > 0 ? [...about.asciis] : ['']),
        )
        .as('same'),
    )
    .where('subject', '=', row.id)
    .where('state', '=', 'filed')
    .execute()
  const others = services.filter(({ own_id, same }) => !same && !about.keys.includes(own_id))
  return {
    record: {
      filed: true,
      at: 'here',
      account: mine ? 'own' : 'other',
      ...stands,
      // Of another account's subject nothing more is told than that it is filed here.
      ...(mine && {
        ...(row.number !== null && { number: row.number }),
        name: row.name,
        province: row.province,
        serviceCount: services.length,
        serviceNames: others.map(({ name }) => name),
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

import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { templateNotFound } from '../errors.ts'
import type { HolderInformation } from '../schemas.ts'
import { digester, type Triple } from './digests.ts'

export const certificatePurpose = 'registrant.certificate'

/** Who a holder is, equal to the byte: the same name, kind of paper and number are the same record within an account. */
export interface IdentityRecord extends Triple {
  readonly id: string
  readonly holderType: 'person' | 'organisation'
}

/** The identity behind a template, its number opened. @throws templateNotFound, also for one of another account */
export async function identityOf(
  trx: Trx,
  vault: Vault,
  { account, template }: { account: string; template: string },
): Promise<IdentityRecord> {
  const row = await trx
    .selectFrom('registrant_template')
    .innerJoin('identity', 'identity.id', 'registrant_template.identity_record')
    .select(['identity.id', 'identity.holder_type', 'identity.kind', 'identity.number_item', 'name_zh'])
    .where('registrant_template.id', '=', template)
    .where('registrant_template.account', '=', account)
    .where('registrant_template.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw templateNotFound()
  const number = await vault.open(trx, row.number_item, certificatePurpose)
  return {
    id: row.id,
    holderType: row.holder_type,
    name: row.name_zh,
    kind: row.kind,
    number: number.toString('utf8'),
  }
}

/** The record of a holder, found or made; its number is sealed once. The caller has locked the account. */
export async function recordIdentity(
  account: string,
  { holderType, name, certificate }: Pick<HolderInformation, 'holderType' | 'name' | 'certificate'>,
  { vault, trx, random, clock }: Pick<Context, 'trx' | 'random' | 'clock'> & { vault: Vault },
): Promise<string> {
  const { kind, number } = certificate
  const digestsOf = await digester(vault, { trx, random })
  const { name_digest, number_digest } = digestsOf({ name: name.zh, kind, number })
  const known = await trx
    .selectFrom('identity')
    .select('id')
    .where('account', '=', account)
    .where('holder_type', '=', holderType)
    .where('kind', '=', kind)
    .where('name_digest', '=', name_digest)
    .where('number_digest', '=', number_digest)
    .executeTakeFirst()
  if (known) return known.id
  const id = random.uuid()
  await trx
    .insertInto('identity')
    .values({
      id,
      account,
      holder_type: holderType,
      kind,
      name_digest,
      number_digest,
      number_item: await vault.seal(trx, number, { purpose: certificatePurpose, account, kind }),
      created_at: clock.now(),
    })
    .execute()
  return id
}

/** A record that no template stands on any more goes, with its number (PIPL art. 19). The caller has locked the account. */
export async function forgetUnused(trx: Trx, identity: string): Promise<void> {
  const gone = await trx
    .deleteFrom('identity')
    .where('id', '=', identity)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('registrant_template').select('id').where('identity_record', '=', identity))),
    )
    .returning('number_item')
    .executeTakeFirst()
  if (gone) await trx.deleteFrom('sealed_item').where('id', '=', gone.number_item).execute()
}

import type { Logger } from 'pino'
import type { Db, Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { lockAccount } from '../lock-account.ts'
import { digester } from './digests.ts'
import { certificatePurpose, forgetUnused } from './identity-record.ts'

interface Services {
  readonly db: Db
  readonly vault: Vault
  readonly random: Random
  readonly log: Logger
}

/**
 * Gives their digests to identities of before there were any, and makes one record of those that are equal. The database
 * cannot do it: numbers are sealed. Killed at any moment it goes on at the next start; one that cannot be opened stays as
 * it is. Returns how many were settled.
 */
export async function settleIdentities({ db, vault, random, log }: Services): Promise<number> {
  let count = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const next = await db
      .selectFrom('identity')
      .select(['id', 'account'])
      .where('number_digest', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!next) return count
    after = next.id
    try {
      await db.transaction().execute(async (trx) => {
        await lockAccount(trx, next.account)
        await settle(next.id, { trx, vault, random })
      })
      count++
    } catch (error) {
      log.error({ err: error, identity: next.id }, 'the number of an identity could not be opened')
    }
  }
}

async function settle(id: string, { trx, vault, random }: { trx: Trx; vault: Vault; random: Random }): Promise<void> {
  const row = await trx
    .selectFrom('identity')
    .innerJoin('registrant_template', 'registrant_template.identity_record', 'identity.id')
    .selectAll('identity')
    .select('name_zh')
    .where('identity.id', '=', id)
    .where('number_digest', 'is', null)
    .limit(1)
    .executeTakeFirst()
  // Another process, or a correction of its template, was quicker.
  if (!row) return forgetUnused(trx, id)
  const number = (await vault.open(trx, row.number_item, certificatePurpose)).toString('utf8')
  const digestsOf = await digester(vault, { trx, random })
  const { name_digest, number_digest } = digestsOf({ name: row.name_zh, kind: row.kind, number })
  const equal = await trx
    .selectFrom('identity')
    .select('id')
    .where('account', '=', row.account)
    .where('holder_type', '=', row.holder_type)
    .where('kind', '=', row.kind)
    .where('name_digest', '=', name_digest)
    .where('number_digest', '=', number_digest)
    .executeTakeFirst()
  if (!equal) {
    await trx.updateTable('identity').set({ name_digest, number_digest }).where('id', '=', id).execute()
    return
  }
  await trx
    .updateTable('registrant_template')
    .set({ identity_record: equal.id })
    .where('identity_record', '=', id)
    .execute()
  await forgetUnused(trx, id)
}

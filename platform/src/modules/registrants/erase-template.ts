import { sql } from 'kysely'
import { record } from '../../kernel/audit/index.ts'
import type { DeadlineHandler } from '../../kernel/deadlines/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { lockAccount } from './lock-account.ts'

/** Kind of the deadline on which a deleted template is emptied; its subject is the template. */
export const templateErasure = 'template.erasure'

/**
 * Empties a deleted template: everything that tells who the holder is goes from its row and its cases; keeping the sealed
 * number ends today, and leaves a certificate. The number stays where another template of the account stands on the same
 * identity.
 */
export function eraseTemplate({ vault }: { vault: Vault }): DeadlineHandler {
  return async ({ subject: id }, { trx, clock }) => {
    const owner = await trx.selectFrom('registrant_template').select('account').where('id', '=', id).executeTakeFirst()
    if (!owner) return
    // Records of identities are found and made under this lock.
    await lockAccount(trx, owner.account)
    const row = await trx
      .selectFrom('registrant_template')
      .select(['identity_record', 'email'])
      .where('id', '=', id)
      .where('deleted_at', 'is not', null)
      .where('erased_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return
    await trx
      .updateTable('registrant_template')
      .set({ ...nobody, erased_at: clock.now() })
      .where('id', '=', id)
      .execute()
    await sql`update review_case set remark = null, declared = null where template = ${id}`.execute(trx)
    const unused = await trx
      .deleteFrom('identity')
      .where('id', '=', row.identity_record)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('registrant_template').select('id').where('identity_record', '=', row.identity_record))),
      )
      .returning('number_item')
      .executeTakeFirst()
    if (unused) await vault.keepUntil(trx, unused.number_item, clock.today(), 'template-deleted')
    await trx
      .deleteFrom('email_verification')
      .where('account', '=', owner.account)
      .where('email', '=', row.email.toLowerCase())
      .where(({ not, exists, selectFrom, fn }) =>
        not(
          exists(
            selectFrom('registrant_template')
              .select('id')
              .where('account', '=', owner.account)
              .where(fn<string>('lower', ['email']), '=', row.email.toLowerCase()),
          ),
        ),
      )
      .execute()
    await record(
      { action: 'template.erased', subject: id },
      { trx, clock, actor: { kind: 'system', name: 'template-erasure' } },
    )
  }
}

const nobody = {
  name_zh: '',
  name_en: '',
  contact_zh: '',
  contact_en: '',
  legal_representative: '',
  region: '',
  province_zh: '',
  province_en: '',
  city_zh: '',
  city_en: '',
  street_zh: '',
  street_en: '',
  postcode: '',
  phone: '',
  email: '',
  certificate_tail: '',
  certificate_issued_on: null,
  certificate_ends_on: null,
  identity_record: null,
} as const

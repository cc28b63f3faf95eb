import type { Trx } from '../../kernel/database/index.ts'

/** Whether the holder of a template is somebody whose name and ID number have passed here a short while ago (S1-124). */
export async function isCheckedPerson(
  trx: Trx,
  { account, template, now }: { account: string; template: string; now: Date },
): Promise<boolean> {
  const found = await trx
    .selectFrom('registrant_template')
    .innerJoin('identity', 'identity.id', 'registrant_template.identity_record')
    .innerJoin('personal_name_check', (join) =>
      join
        .onRef('personal_name_check.account', '=', 'registrant_template.account')
        .onRef('personal_name_check.name_digest', '=', 'identity.name_digest')
        .onRef('personal_name_check.number_digest', '=', 'identity.number_digest'),
    )
    .select('personal_name_check.id')
    .where('registrant_template.id', '=', template)
    .where('registrant_template.account', '=', account)
    .where('identity.holder_type', '=', 'person')
    .where('personal_name_check.passed_until', '>', now)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { alreadyRegistered, registeredForms } from '../../domains/index.ts'
import { listFull, nameRefused } from '../errors.ts'
import type { Appraiser } from '../ports.ts'
import { sameName } from '../rules.ts'

const longestList = 500

/** Adds a name or changes its years (S0-07, S0-09). @throws nameRefused (findings), listFull */
export async function putItem(
  actor: CustomerActor,
  { name, years }: { name: string; years: number },
  appraiser: Appraiser,
  { trx, clock }: Context,
): Promise<void> {
  const seen = appraiser.appraise(name, years)
  if (!seen.ok) throw nameRefused({ findings: seen.findings })
  // Requests of one account take turns, so that the limit holds.
  await trx.selectFrom('account').select('id').where('id', '=', actor.account).forUpdate().executeTakeFirstOrThrow()
  const { count } = await trx
    .selectFrom('list_item')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account', '=', actor.account)
    .where('ascii', '<>', seen.ascii)
    .executeTakeFirstOrThrow()
  if (count >= longestList) throw listFull()
  const twin = await trx
    .selectFrom('list_item')
    .select('name')
    .where('account', '=', actor.account)
    .where('variant_key', '=', seen.key)
    .where('ascii', '<>', seen.ascii)
    .executeTakeFirst()
  if (twin) throw nameRefused({ findings: [sameName(seen.name, twin.name)] })
  const form = (await registeredForms(trx, { keys: [seen.key] })).get(seen.key)
  if (form) {
    const { name, ascii, suffix } = seen
    const label = name.slice(0, -suffix.length - 1)
    throw nameRefused({ findings: [alreadyRegistered({ name, ascii, label, account: actor.account }, form)] })
  }
  await trx
    .insertInto('list_item')
    .values({
      account: actor.account,
      ascii: seen.ascii,
      variant_key: seen.key,
      name: seen.name,
      suffix: seen.suffix,
      years,
      added_at: clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['account', 'ascii']).doUpdateSet({ years }))
    .execute()
}

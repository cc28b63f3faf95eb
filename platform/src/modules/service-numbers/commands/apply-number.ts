import { productNeeds } from '@yuming/filing'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { factsOfProduct, productFindings } from '../eligibility.ts'
import { NotEligible, ProductNotFound } from '../errors.ts'

/**
 * A service number of a product, up to its allowance: those that were given away or used count, for they never come back.
 * @throws ProductNotFound, also for another account's; NotEligible (findings)
 */
export async function applyNumber(
  product: string,
  { trx, clock, random, actor }: Context & { actor: CustomerActor },
): Promise<string> {
  // The lock makes two applications at one moment count each other.
  const row = await trx
    .selectFrom('hosting_product')
    .selectAll()
    .where('id', '=', product)
    .where('account', '=', actor.account)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw ProductNotFound()
  const { n } = await trx
    .selectFrom('service_number')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('product', '=', product)
    .executeTakeFirstOrThrow()
  const findings = productFindings({ ...factsOfProduct(row), numbersUsed: Number(n) }, clock.today())
  refuse(NotEligible, findings)
  // Of a product that the rules do not know, nobody knows how many it gives.
  if (productNeeds(row.kind, clock.today()) === undefined) throw NotEligible({ findings })
  const number = `FW-${random.digits(16)}`
  await trx
    .insertInto('service_number')
    .values({ number, product, account: actor.account, applied_at: clock.now() })
    .execute()
  await record({ action: 'service-number.applied', subject: number, detail: { product } }, { trx, clock, actor })
  return number
}

import type { Trx } from '../../kernel/database/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { registrantOf } from '../registrants/index.ts'
import { paperPurpose } from './commands/keep-paper.ts'
import type { HolderProof } from './ports.ts'
import type { HolderVerification } from './tasks/verify-holder-task.ts'

/** Opens what a provider is shown of a holder: the number and the photographs of the case. */
export async function holderProof(
  trx: Trx,
  vault: Vault,
  { reviewCase, account, template }: HolderVerification,
): Promise<HolderProof> {
  const holder = await registrantOf(trx, vault, { account, template })
  const { papers } = await trx
    .selectFrom('review_case')
    .select('papers')
    .where('id', '=', reviewCase)
    .executeTakeFirstOrThrow()
  const items = await trx
    .selectFrom('identity_paper')
    .select('item')
    .where('id', 'in', papers)
    .orderBy('kind')
    .execute()
  const pictures: Buffer[] = []
  for (const { item } of items) pictures.push(await vault.open(trx, item, paperPurpose))
  return {
    role: holder.holderType === 'person' ? 'person' : 'org',
    name: holder.name.zh || holder.name.en,
    number: holder.certificate.number,
    certificateKind: holder.certificate.kind,
    pictures,
  }
}

import type { Context } from '../../../kernel/context.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { identityDigests } from '../../registrants/index.ts'
import type { DraftSubject } from '../draft/draft-schemas.ts'

export interface SubjectDigests {
  readonly number_digest: Buffer | null
  readonly name_digest: Buffer | null
}

/** A subject's paper and name, so that they can be found again without being readable; null while they are not written. */
export async function digestsOf(
  { name, certificate }: DraftSubject,
  { vault, trx, random }: Pick<Context, 'trx' | 'random'> & { vault: Vault },
): Promise<SubjectDigests> {
  const { kind, number } = certificate ?? {}
  if (kind === undefined || number === undefined || number === '') return { number_digest: null, name_digest: null }
  return identityDigests(vault, { name: name ?? '', kind, number }, { trx, random })
}

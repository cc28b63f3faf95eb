import type { Clock } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { templateNotFound } from '../errors.ts'
import { type Identity, type IdentityStep, identityShown, nextIdentity } from '../states.ts'

export interface LockedTemplate {
  /** As it is shown: `failed` also where a registry refused a verified holder. */
  readonly identity: Identity
  readonly holderType: 'person' | 'organisation'
  readonly certificateKind: string
}

/** Locks a template of the account until the end of the transaction. @throws templateNotFound, also for one of another account */
export async function lockTemplate(
  trx: Trx,
  { account, id }: { account: string; id: string },
): Promise<LockedTemplate> {
  const row = await trx
    .selectFrom('registrant_template')
    .select(['identity', 'verified_at', 'refused_at', 'holder_type', 'certificate_kind'])
    .where('id', '=', id)
    .where('account', '=', account)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw templateNotFound()
  return { identity: identityShown(row), holderType: row.holder_type, certificateKind: row.certificate_kind }
}

/**
 * Keeps a template of the account from being deleted until the end of the transaction that puts it to use.
 * @throws templateNotFound, also for one that has just been deleted
 */
export async function holdTemplate(trx: Trx, { account, id }: { account: string; id: string }): Promise<void> {
  const row = await trx
    .selectFrom('registrant_template')
    .select('id')
    .where('id', '=', id)
    .where('account', '=', account)
    .where('deleted_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  if (!row) throw templateNotFound()
}

/** Moves the holder's identity one step. @throws RangeError when its state does not allow the step: the caller has looked */
export async function moveIdentity(
  template: string,
  step: IdentityStep,
  { trx, clock }: { trx: Trx; clock: Clock },
): Promise<Identity> {
  const row = await trx
    .selectFrom('registrant_template')
    .select('identity')
    .where('id', '=', template)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw templateNotFound()
  const identity = nextIdentity(row.identity, step)
  if (identity === undefined) throw new RangeError(`a template that is ${row.identity} cannot ${step}`)
  await trx
    .updateTable('registrant_template')
    .set({ identity, ...(identity === 'verified' ? { verified_at: clock.now() } : {}) })
    .where('id', '=', template)
    .execute()
  return identity
}

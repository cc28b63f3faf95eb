import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { consentText } from '../consent-text.ts'
import { ConsentNeeded } from '../errors.ts'

const { version: consentVersion } = consentText

/** Keeps that the account agrees to photographs of papers being kept for verification (PIPL art. 29). Twice is once. */
export async function giveConsent(actor: CustomerActor, { trx, clock, random }: Context): Promise<void> {
  if (await hasConsent(trx, actor.account)) return
  await trx
    .updateTable('consent')
    .set({ withdrawn_at: clock.now() })
    .where('account', '=', actor.account)
    .where('purpose', '=', 'identity-papers')
    .where('withdrawn_at', 'is', null)
    .execute()
  await trx
    .insertInto('consent')
    .values({
      id: random.uuid(),
      account: actor.account,
      given_by: actor.user,
      purpose: 'identity-papers',
      text_version: consentVersion,
      given_at: clock.now(),
      withdrawn_at: null,
    })
    .execute()
  await record(
    { action: 'consent.given', subject: actor.account, detail: { purpose: 'identity-papers', text: consentVersion } },
    { trx, clock, actor },
  )
}

/** Photographs are deleted today, those under review as soon as it is decided; none can be added. */
export async function withdrawConsent(
  actor: CustomerActor,
  { trx, clock, vault }: Context & { vault: Vault },
): Promise<void> {
  const withdrawn = await trx
    .updateTable('consent')
    .set({ withdrawn_at: clock.now() })
    .where('account', '=', actor.account)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute()
  if (withdrawn.length === 0) return
  await trx
    .updateTable('identity_paper')
    .set({ removed_at: clock.now() })
    .where('account', '=', actor.account)
    .where('removed_at', 'is', null)
    .execute()
  const kept = await trx
    .selectFrom('identity_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
    .select('sealed_item.id')
    .where('identity_paper.account', '=', actor.account)
    .where('sealed_item.erased_at', 'is', null)
    .execute()
  for (const { id } of kept) await vault.keepUntil(trx, id, clock.today(), 'consent-withdrawn')
  await record(
    { action: 'consent.withdrawn', subject: actor.account, detail: { purpose: 'identity-papers' } },
    { trx, clock, actor },
  )
}

export async function hasConsent(trx: Trx, account: string): Promise<boolean> {
  return (await consentInForce(trx, account)) !== undefined
}

/** The consent to the words of today, if there is one. */
export async function consentInForce(trx: Trx, account: string): Promise<{ at: string; version: string } | undefined> {
  const found = await trx
    .selectFrom('consent')
    .select(['given_at', 'text_version'])
    .where('account', '=', account)
    .where('purpose', '=', 'identity-papers')
    .where('text_version', '=', consentVersion)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return found && { at: found.given_at.toISOString(), version: found.text_version }
}

/** @throws ConsentNeeded */
export async function mustHaveConsent(trx: Trx, account: string): Promise<void> {
  if (!(await hasConsent(trx, account))) throw ConsentNeeded()
}

import type { Clock } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'

export interface SignedCode {
  readonly code: string
  readonly encoded: string
}

/** Keeps what a provider signed; the newest code of a holder or label takes the place of an earlier one. */
export async function keepCode(
  trx: Trx,
  {
    code,
    encoded,
    account,
    ...about
  }: SignedCode & { readonly account: string } & ({ readonly template: string } | { readonly label: string }),
  clock: Clock,
): Promise<void> {
  const kind = 'template' in about ? 'real-name' : 'domain'
  const earlier = trx.deleteFrom('verification_code').where('account', '=', account).where('kind', '=', kind)
  await ('template' in about
    ? earlier.where('template', '=', about.template)
    : earlier.where('label', '=', about.label)
  ).execute()
  await trx
    .insertInto('verification_code')
    .values({ code, kind, account, template: null, label: null, ...about, encoded, issued_at: clock.now() })
    .execute()
}

/**
 * The real-name code (RNV) of a template's holder. What was signed of data that were corrected since proves nothing of those
 * that are there now: nobody's code is sent who does not count as verified.
 */
export async function holderCode(trx: Trx, template: string): Promise<SignedCode | undefined> {
  return trx
    .selectFrom('verification_code')
    .innerJoin('registrant_template', 'registrant_template.id', 'verification_code.template')
    .select(['code', 'encoded'])
    .where('verification_code.template', '=', template)
    .where('identity', '=', 'verified')
    .executeTakeFirst()
}

/** The domain code (DNV) of a label that this account was given. */
export async function labelCode(
  trx: Trx,
  { account, label }: { account: string; label: string },
): Promise<SignedCode | undefined> {
  return trx
    .selectFrom('verification_code')
    .select(['code', 'encoded'])
    .where('account', '=', account)
    .where('label', '=', label)
    .executeTakeFirst()
}

/** Both codes of a name, base64, as its registry takes them; undefined while one is missing. */
export async function codesOf(
  trx: Trx,
  { account, label, template }: { account: string; label: string; template: string | null },
): Promise<readonly string[] | undefined> {
  if (template === null) return undefined
  const [domain, holder] = [await labelCode(trx, { account, label }), await holderCode(trx, template)]
  return domain && holder && [domain.encoded, holder.encoded]
}

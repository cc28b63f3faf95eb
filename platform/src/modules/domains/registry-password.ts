import type { Actor } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit/index.ts'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db, Trx } from '../../kernel/database/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'

const purpose = 'registry.password'
const actor = { kind: 'system', name: 'registry-password' } as const

export interface LoginPasswords {
  readonly pw: string
  /** To be set by the next login (RFC 5730 §2.9.1.1). */
  readonly newPW?: string
}

/** What to log in with at a registry: the configured password, unless it was changed over EPP since. */
export async function loginPasswords(
  db: Db | Trx,
  vault: Vault,
  { registry, configured }: { registry: string; configured: string },
): Promise<LoginPasswords> {
  const row = await db.selectFrom('registry_password').selectAll().where('registry', '=', registry).executeTakeFirst()
  if (!row || (await vault.unbox(row.instead_of, purpose)) !== configured) return { pw: configured }
  const pw = row.password === null ? configured : await vault.unbox(row.password, purpose)
  return row.wanted === null ? { pw } : { pw, newPW: await vault.unbox(row.wanted, purpose) }
}

/** Keeps the password that a registry is to be asked for, before anything is sent. One that was wanted before gives way. */
export async function wantPassword(
  { registry, configured, wanted }: { registry: string; configured: string; wanted: string },
  { trx, vault, clock, actor }: { trx: Trx; vault: Vault; clock: Clock; actor: Actor },
): Promise<void> {
  const { pw } = await loginPasswords(trx, vault, { registry, configured })
  const [insteadOf, password, sealed] = await Promise.all([
    vault.box(configured, purpose),
    pw === configured ? null : vault.box(pw, purpose),
    vault.box(wanted, purpose),
  ])
  const row = {
    instead_of: insteadOf,
    password,
    wanted: sealed,
    refused_code: null,
    asked_at: clock.now(),
    settled_at: null,
  }
  await trx
    .insertInto('registry_password')
    .values({ registry, ...row })
    .onConflict((conflict) => conflict.column('registry').doUpdateSet(row))
    .execute()
  await record({ action: 'registry.password-wanted', subject: registry, detail: {} }, { trx, clock, actor })
}

/** What became of the change; several processes may say so. */
export async function settlePassword(
  { registry, refusedCode }: { registry: string; refusedCode?: number | undefined },
  { trx, clock }: { trx: Trx; clock: Clock },
): Promise<void> {
  const row = await trx
    .selectFrom('registry_password')
    .select('wanted')
    .where('registry', '=', registry)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.wanted) return
  await trx
    .updateTable('registry_password')
    .set({
      wanted: null,
      settled_at: clock.now(),
      ...(refusedCode === undefined ? { password: row.wanted } : { refused_code: refusedCode }),
    })
    .where('registry', '=', registry)
    .execute()
  const made = refusedCode === undefined
  await record(
    {
      action: made ? 'registry.password-made' : 'registry.password-refused',
      subject: registry,
      detail: made ? {} : { code: refusedCode },
    },
    { trx, clock, actor },
  )
}

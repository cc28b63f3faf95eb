import type { Selectable } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Tables } from '../../../kernel/database/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { ProviderAnswer } from '../../verification/index.ts'
import { TooManyChecks } from '../errors.ts'

/** Long enough to make a template and prove its address, short enough that nobody orders on yesterday's card. */
const passMs = 2 * 3_600_000
const windowMs = 24 * 3_600_000
const most = 10

export interface PersonDigests {
  readonly name_digest: Buffer
  readonly number_digest: Buffer
}

type Check = Selectable<Tables['personal_name_check']>

/** A check as its route needs it: one that answers already, or a new one that the provider is asked about. */
export type OpenedCheck = Pick<Check, 'id' | 'state' | 'code' | 'passed_until'> & { readonly isNew: boolean }

/**
 * Writes down that the provider will be asked, before it hears of it. A live pass of the same person, and a check that the
 * provider is still at, are answered without asking again. Ten a day for an account and for a number, whoever asks: what is
 * asked without end tells whose number is whose. @throws TooManyChecks
 */
export async function openCheck(
  { account, digests }: { account: string; digests: PersonDigests },
  { trx, clock, random }: Context,
): Promise<OpenedCheck> {
  const now = clock.now()
  const since = new Date(now.getTime() - windowMs)
  await trx.selectFrom('account').select('id').where('id', '=', account).forUpdate().executeTakeFirst()
  const known = await trx
    .selectFrom('personal_name_check')
    .select(['id', 'state', 'code', 'passed_until'])
    .where('account', '=', account)
    .where('name_digest', '=', digests.name_digest)
    .where('number_digest', '=', digests.number_digest)
    .where('asked_at', '>', since)
    .where((eb) => eb.or([eb('state', '=', 'pending'), eb('passed_until', '>', now)]))
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  if (known) return { ...known, isNew: false }
  const counted = (column: 'account' | 'number_digest', value: string | Buffer) =>
    trx
      .selectFrom('personal_name_check')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where(column, '=', value as never)
      .where('asked_at', '>', since)
      .where('state', '<>', 'unanswered')
      .executeTakeFirstOrThrow()
  const ofAccount = await counted('account', account)
  const ofNumber = await counted('number_digest', digests.number_digest)
  if (Math.max(Number(ofAccount.n), Number(ofNumber.n)) >= most) throw TooManyChecks()
  // What is older than the window serves nobody any more.
  await trx.deleteFrom('personal_name_check').where('account', '=', account).where('asked_at', '<=', since).execute()
  const id = random.uuid()
  await trx
    .insertInto('personal_name_check')
    .values({ id, account, ...digests, state: 'asked', code: null, asked_at: now, passed_until: null })
    .execute()
  return { id, state: 'asked', code: null, passed_until: null, isNew: true }
}

/** Notes how a check ended; one that has ended already stays as it is. */
export async function closeCheck(
  {
    id,
    outcome,
  }: { id: string; outcome: (Pick<ProviderAnswer, 'state'> & { code?: string }) | { state: 'unanswered' } },
  { trx, clock, actor }: Context & { actor: CustomerActor },
): Promise<{ passedUntil: Date | null }> {
  const now = clock.now()
  const passedUntil = outcome.state === 'passed' ? new Date(now.getTime() + passMs) : null
  const code = 'code' in outcome ? (outcome.code ?? null) : null
  const changed = await trx
    .updateTable('personal_name_check')
    .set({ state: outcome.state, passed_until: passedUntil, ...(code === null ? {} : { code }) })
    .where('id', '=', id)
    .where('account', '=', actor.account)
    .where('state', 'in', ['asked', 'pending'])
    .returning('id')
    .executeTakeFirst()
  if (!changed) return { passedUntil: null }
  if (outcome.state === 'pending' && code !== null)
    await trx
      .insertInto('provider_verification')
      .values({ code, task: null, state: 'pending', message: null, encoded: null, asked_at: now })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .execute()
  await record(
    { action: 'personal-name.person-checked', subject: id, detail: { state: outcome.state } },
    { trx, clock, actor },
  )
  return { passedUntil }
}

import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../../kernel/database/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { hasConsent } from '../commands/give-consent.ts'
import { EnhancedCheckNotFound } from '../errors.ts'
import { enhancedKinds } from '../paper-kinds.ts'
import { casesOf, papersOf } from '../queries.ts'
import type { EnhancedState } from './enhanced-states.ts'

export type EnhancedCheck = Selectable<Tables['enhanced_check']>

export const turnOf: Readonly<Record<EnhancedState, 'you' | 'we' | 'registry' | null>> = {
  open: 'you',
  reviewing: 'we',
  sent: 'registry',
  passed: null,
  withdrawn: null,
}

/** The newest check of a name of the caller's. @throws EnhancedCheckNotFound: also for a name of another account */
export async function enhancedCheckOf(
  trx: Trx,
  { account }: Pick<CustomerActor, 'account'>,
  ascii: string,
): Promise<EnhancedCheck> {
  const row = await trx
    .selectFrom('enhanced_check')
    .selectAll()
    .where('account', '=', account)
    .where('ascii', '=', ascii)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw EnhancedCheckNotFound()
  return row
}

/** How far it is, what is wanted, and which names hang on it. */
export async function shownCheck(trx: Trx, check: EnhancedCheck) {
  const { account, template, ascii, state } = check
  const names = await trx
    .selectFrom('domain')
    .select('name')
    .where('account', '=', account)
    .where('template', '=', template)
    .where('released_at', 'is', null)
    .where((eb) => eb.or([eb('ascii', 'like', '%.cn'), eb('ascii', 'like', '%.xn--fiqs8s')]))
    .orderBy('name')
    .limit(100)
    .execute()
  return {
    name: check.name,
    words: check.words,
    noticedOn: check.noticed_on,
    dueOn: check.due_on,
    state,
    turn: turnOf[state],
    answer: check.answer,
    consent: await hasConsent(trx, account),
    needed: enhancedKinds,
    papers: await papersOf(trx, template, ascii, enhancedKinds),
    cases: await casesOf(trx, template, ascii, 'enhanced'),
    /** Of the same holder: the registry acts on all of them. */
    names: names.map(({ name }) => name),
  }
}

import type { Logger } from 'pino'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { identityDigests } from '../../registrants/index.ts'
import { moveOrder, note, type OrderRow } from '../orders.ts'
import type { BlacklistNews } from '../ports.ts'
import { tellBlacklisted, tellReturned } from '../tell.ts'

type Doing = Pick<Context, 'trx' | 'clock' | 'random'>

interface Listed {
  readonly what: 'subject' | 'domain'
  readonly value: string
  readonly listed: boolean
  readonly remark: string | undefined
}

/**
 * A bureau's blacklist (S2-37): from now on no order of a subject or a domain on it is taken; one that has not left comes
 * back with the reason, and whoever files or has filed with it is told. Papers are kept as digests only.
 */
export async function noteBlacklist(
  bureau: string,
  { subjects, domains }: BlacklistNews,
  context: Doing,
  { vault, log }: { vault: Vault; log: Logger },
): Promise<void> {
  const entries: Listed[] = domains.map(({ name, ...one }) => ({ ...one, what: 'domain', value: typedAscii(name) }))
  for (const { kinds, number, ...one } of subjects) {
    if (kinds.length === 0) log.error({ bureau }, 'a blacklisted subject has a kind of paper that no table explains')
    for (const kind of kinds) {
      const { number_digest } = await identityDigests(vault, { name: '', kind, number }, context)
      entries.push({ ...one, what: 'subject', value: number_digest.toString('hex') })
    }
  }
  for (const entry of entries) {
    const isNew = await keepEntry(bureau, entry, context)
    if (isNew) await stopOrders(entry, context)
  }
}

/** True: it was not on the list until now. */
async function keepEntry(bureau: string, { what, value, listed, remark }: Listed, { trx, clock }: Doing) {
  const now = clock.now()
  if (!listed) {
    await trx
      .updateTable('bureau_blacklist')
      .set({ ended_at: now })
      .where('bureau', '=', bureau)
      .where('what', '=', what)
      .where('value', '=', value)
      .where('ended_at', 'is', null)
      .execute()
    return false
  }
  const before = await isBlacklisted(trx, what, value)
  const values = { remark: remark ?? null, listed_at: now, ended_at: null }
  await trx
    .insertInto('bureau_blacklist')
    .values({ bureau, what, value, ...values })
    .onConflict((conflict) => conflict.columns(['bureau', 'what', 'value']).doUpdateSet(values))
    .execute()
  return !before
}

async function stopOrders({ what, value, remark }: Listed, context: Doing): Promise<void> {
  const { trx } = context
  const orders = await trx
    .selectFrom('filing_order')
    .selectAll()
    .where('state', 'not in', ['passed', 'withdrawn', 'draft'])
    .where((eb) =>
      what === 'subject'
        ? eb('number_digest', '=', Buffer.from(value, 'hex'))
        : eb.exists(
            eb
              .selectFrom('filing_order_domain')
              .select('ascii')
              .whereRef('filing_order_domain.filing_order', '=', 'filing_order.id')
              .where('ascii', '=', value),
          ),
    )
    .orderBy('number')
    .forUpdate()
    .execute()
  const words = said(what, remark)
  for (const order of orders) await stopOrder(order, words, context)
  const told = new Set(orders.map(({ account }) => account))
  for (const filed of await filedWith(trx, what, value))
    if (!told.has(filed.account)) {
      told.add(filed.account)
      await tellBlacklisted(filed, words, context)
    }
}

/** What is still ours comes back; what its bureau has is the bureau's to refuse, and its owner knows why it will. */
async function stopOrder(order: OrderRow, words: string, context: Doing): Promise<void> {
  const atBureau = order.state === 'submitting' || order.state === 'sms' || order.state === 'bureau'
  const returned = atBureau ? undefined : await moveOrder(order, 'giveBack', context)
  await note(order.id, returned ? 'check-failed' : 'blacklisted', returned ? 'we' : 'bureau', context, {
    remark: words,
  })
  if (returned) await tellReturned(order, { by: 'we', reasons: [], remark: words }, context)
  else await tellBlacklisted({ ...order, name: order.title }, words, context)
}

function said(what: Listed['what'], remark: string | undefined): string {
  const who = what === 'subject' ? '主体' : '域名'
  return `${who}被管局列入黑名单${remark ? `（${remark}）` : ''}，不能办理备案；有异议请向管局申诉`
}

async function filedWith(trx: Trx, what: Listed['what'], value: string) {
  if (what === 'subject')
    return trx
      .selectFrom('filing_subject')
      .select(['account', 'template', 'name'])
      .where('number_digest', '=', Buffer.from(value, 'hex'))
      .where('state', '=', 'filed')
      .execute()
  return trx
    .selectFrom('filing_domain')
    .innerJoin('filing_service', 'filing_service.id', 'filing_domain.service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_subject.account', 'filing_subject.template', 'filing_service.name'])
    .where('filing_domain.ascii', '=', value)
    .where('filing_domain.ended_at', 'is', null)
    .execute()
}

/** Whether any bureau has it on its list; undefined, not false, where none told so: a list that never came says nothing. */
export async function isBlacklisted(trx: Trx, what: Listed['what'], value: string): Promise<true | undefined> {
  const row = await trx
    .selectFrom('bureau_blacklist')
    .select('value')
    .where('what', '=', what)
    .where('value', '=', value)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row && true
}

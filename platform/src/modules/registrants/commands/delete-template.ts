import { cite, type Finding, type Text } from '@yuming/rules'
import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { setDeadline } from '../../../kernel/deadlines/index.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { templateErasure } from '../erase-template.ts'
import { templateInUse, templateNotFound } from '../errors.ts'
import { lockAccount } from '../lock-account.ts'
import { yearsAfter } from '../years-after.ts'

/** Years for which the data of whoever held a name is kept (ICANN 2013 RAA, Data Retention Specification §1.1). */
const keepYears = 2

/** Kind of the deadline at which the registries that keep a deleted template's contact delete it; its subject is the template. */
export const templateLetGo = 'template.let-go'

/** What deleting a template would do, or what stands against it. */
export interface Deletion {
  readonly findings: readonly Finding[]
  /** YYYY-MM-DD: when the last name left it; null: it never held one. */
  readonly heldUntil: string | null
  /** YYYY-MM-DD: the day on which the holder's data is erased. */
  readonly keptUntil: string
}

/** Looks only. @throws templateNotFound, also for one of another account */
export async function deletionOf(
  { id, account }: { id: string; account: string },
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<Deletion> {
  const row = await trx
    .selectFrom('registrant_template')
    .select((eb) => [
      'let_go_at',
      eb
        .selectFrom('domain')
        .select((each) => each.fn.max('released_at').as('at'))
        .where('domain.template', '=', id)
        .as('released_at'),
    ])
    .where('id', '=', id)
    .where('account', '=', account)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw templateNotFound()
  const ends = [row.let_go_at, row.released_at].flatMap((at) => at ?? [])
  const last = ends.length === 0 ? null : chinaDay(new Date(Math.max(...ends.map((at) => at.getTime()))))
  const today = clock.today()
  const owed = last === null ? today : yearsAfter(last, keepYears)
  const [, keptUntil = today] = [today, owed].toSorted()
  return { findings: await usesOf(trx, { id, account }), heldUntil: last, keptUntil }
}

/**
 * Takes a template out of use: hidden at once, its photographs destroyed today, its data erased when it need not be kept any
 * longer (PIPL art. 19, 47).
 * @throws templateNotFound, also for one of another account; templateInUse (findings)
 */
export async function deleteTemplate(
  { id }: { id: string },
  context: Context & { actor: CustomerActor; vault: Vault },
): Promise<Deletion> {
  const { trx, clock, actor, vault } = context
  const { account } = actor
  await lockAccount(trx, account)
  // Orders and changes of holder that name it hold its row: whoever comes second sees what the first has done.
  await trx.selectFrom('registrant_template').select('id').where('id', '=', id).forUpdate().execute()
  const deletion = await deletionOf({ id, account }, context)
  refuse(templateInUse, deletion.findings)
  await trx
    .updateTable('registrant_template')
    .set({ deleted_at: clock.now(), keep_until: deletion.keptUntil, is_default: false })
    .where('id', '=', id)
    .execute()
  await trx
    .updateTable('identity_paper')
    .set({ removed_at: clock.now() })
    .where('template', '=', id)
    .where('removed_at', 'is', null)
    .execute()
  const photographs = await trx
    .selectFrom('identity_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
    .select('sealed_item.id')
    .where('template', '=', id)
    .where('erased_at', 'is', null)
    .execute()
  for (const { id: item } of photographs) await vault.keepUntil(trx, item, clock.today(), 'template-deleted')
  const never = deletion.heldUntil === null
  const opensAt = never ? clock.now() : new Date(`${deletion.keptUntil}T00:00:00+08:00`)
  await setDeadline({ kind: templateErasure, subject: id, opensAt }, context)
  await setDeadline({ kind: templateLetGo, subject: id, opensAt: clock.now() }, context)
  await record(
    {
      action: 'template.deleted',
      subject: id,
      detail: { heldUntil: deletion.heldUntil, keptUntil: deletion.keptUntil },
    },
    { trx, clock, actor },
  )
  return deletion
}

/** What still rests on a template: names, orders, reviews, a change of holder to it. */
async function usesOf(trx: Trx, { id, account }: { id: string; account: string }): Promise<Finding[]> {
  const names = await trx
    .selectFrom('domain')
    .select('name')
    .where('template', '=', id)
    .where('released_at', 'is', null)
    .orderBy('name')
    .execute()
  const orders = await trx
    .selectFrom('orders')
    .select('number')
    .where('account', '=', account)
    .where('template', '=', id)
    .where('ended_at', 'is', null)
    .orderBy('number')
    .execute()
  const cases = await trx
    .selectFrom('review_case')
    .select('number')
    .where('template', '=', id)
    .where('state', 'in', ['waiting', 'second', 'provider'])
    .orderBy('number')
    .execute()
  const moving = await trx
    .selectFrom('task')
    .select('subject')
    .where('account', '=', account)
    .where('kind', '=', 'CHG_HOLDER')
    .where('state', 'in', ['waiting', 'executing', 'unknown'])
    .where(sql<boolean>`input ->> 'template' = ${id}`)
    .execute()
  return [
    ...against(
      'TEMPLATE-IN-USE-01',
      names.map(({ name }) => name),
      (names) => ({ zh: `${names.zh} 的持有者是它`, en: `It holds ${names.en}` }),
      {
        zh: '先把域名过户给别的模板，或等域名到期删除',
        en: 'Move the names to another holder first, or wait until they have ended',
      },
    ),
    ...against(
      'TEMPLATE-IN-USE-02',
      orders.map(({ number }) => number),
      (numbers) => ({ zh: `订单 ${numbers.zh} 正在用它`, en: `Orders rest on it: ${numbers.en}` }),
      { zh: '取消未支付的订单，或等订单办完', en: 'Cancel what is unpaid, or wait until the orders have ended' },
    ),
    ...against(
      'TEMPLATE-IN-USE-03',
      cases.map(({ number }) => number),
      (numbers) => ({ zh: `审核 ${numbers.zh} 还没有结果`, en: `Reviews are open: ${numbers.en}` }),
      { zh: '撤回提交，或等审核结束', en: 'Take the submission back, or wait for the end of the review' },
    ),
    ...against(
      'TEMPLATE-IN-USE-04',
      moving.map(({ subject }) => subject),
      (names) => ({ zh: `${names.zh} 正在过户给它`, en: `Names are being moved to it: ${names.en}` }),
      { zh: '等过户结束', en: 'Wait for the end of the change of holder' },
    ),
  ]
}

/** At most so many are named; of more, how many there are. */
const named = 3

function against(rule: string, users: readonly string[], says: (listed: Text) => Text, remedy: Text): Finding[] {
  if (users.length === 0) return []
  const shown = users.slice(0, named)
  const more = users.length > named
  const listed = {
    zh: shown.join('、') + (more ? ` 等 ${users.length} 个` : ''),
    en: shown.join(', ') + (more ? ` and ${users.length - named} more` : ''),
  }
  return [
    {
      rule,
      severity: 'refuse',
      field: 'template',
      message: says(listed),
      remedy,
      source: cite('个人信息保护法', '第四十七条：处理目的已实现、无法实现或者为实现处理目的不再必要', {
        date: '2021-11-01',
      }),
      from: '2021-11-01',
    },
  ]
}

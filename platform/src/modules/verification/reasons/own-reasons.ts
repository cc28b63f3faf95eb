import type { Text } from '@yuming/rules'
import { type Insertable, type Selectable, sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Tables, Trx } from '../../../kernel/database/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { ReasonNotFound } from '../errors.ts'
import { type Explained, failureReason } from './explained.ts'

/** What is written of a reason of our own. */
export interface ReasonWords {
  readonly heard: Text
  readonly cause: Text
  readonly remedy: Text
  readonly field: string
  readonly path: 'A' | 'B' | null
  readonly retired: boolean
}

type Doing = Context & { actor: OperatorActor }

export async function addReason(words: ReasonWords, { trx, clock, actor }: Doing): Promise<string> {
  const { rows } = await sql<{ id: string }>`select 'own-' || nextval('own_reason_number') as id`.execute(trx)
  const id = rows[0]?.id ?? ''
  await trx
    .insertInto('own_reason')
    .values({ id, ...columnsOf(words), made_at: clock.now(), made_by: actor.user })
    .execute()
  await record({ action: 'reason.added', subject: id, detail: { ...words } }, { trx, clock, actor })
  return id
}

/** What was written before stays in the audit record. @throws ReasonNotFound: also for a reason that comes with the rules */
export async function changeReason(id: string, words: ReasonWords, { trx, clock, actor }: Doing): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('own_reason')
    .set(columnsOf(words))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw ReasonNotFound()
  await record({ action: 'reason.changed', subject: id, detail: { ...words } }, { trx, clock, actor })
}

export async function ownReasons(trx: Trx): Promise<(ReasonWords & { readonly id: string })[]> {
  const rows = await trx.selectFrom('own_reason').selectAll().orderBy('made_at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, ...wordsOf(row) }))
}

/** Whether every one of these may be given to a customer today: in the dictionary, and not retired. */
export async function mayBeGiven(trx: Trx, ids: readonly string[]): Promise<boolean> {
  const own = ids.filter((id) => failureReason(id) === undefined)
  if (own.length === 0) return true
  const rows = await trx
    .selectFrom('own_reason')
    .select('id')
    .where('id', 'in', own)
    .where('retired', '=', false)
    .execute()
  return rows.length === new Set(own).size
}

/** Our own reasons among these, in words, by id. */
export async function ownExplained(trx: Trx, ids: readonly string[]): Promise<ReadonlyMap<string, Explained>> {
  const own = ids.filter((id) => id.startsWith('own-'))
  if (own.length === 0) return new Map()
  const rows = await trx.selectFrom('own_reason').selectAll().where('id', 'in', own).execute()
  return new Map(
    rows.map((row) => {
      const { cause, remedy, field, path } = wordsOf(row)
      const source = { document: '平台审核词典', section: row.id, date: chinaDay(row.made_at) }
      return [row.id, { id: row.id, cause, remedy, field, path, source }]
    }),
  )
}

function wordsOf(row: Selectable<Tables['own_reason']>): ReasonWords {
  return {
    heard: { zh: row.heard_zh, en: row.heard_en },
    cause: { zh: row.cause_zh, en: row.cause_en },
    remedy: { zh: row.remedy_zh, en: row.remedy_en },
    field: row.field,
    path: row.path,
    retired: row.retired,
  }
}

function columnsOf({
  heard,
  cause,
  remedy,
  ...rest
}: ReasonWords): Omit<Insertable<Tables['own_reason']>, 'id' | 'made_at' | 'made_by'> {
  return {
    heard_zh: heard.zh,
    heard_en: heard.en,
    cause_zh: cause.zh,
    cause_en: cause.en,
    remedy_zh: remedy.zh,
    remedy_en: remedy.en,
    ...rest,
  }
}

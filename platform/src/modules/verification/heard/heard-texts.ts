import { reasonFor } from '@yuming/identity'
import { sql } from 'kysely'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { ReasonUnknown } from '../errors.ts'
import { mayBeGiven } from '../reasons/own-reasons.ts'
import { heardKey } from './heard-key.ts'

export interface UnheardText {
  readonly key: string
  /** As it was said last. */
  readonly text: string
  readonly from: 'provider' | 'registry'
  readonly times: number
  readonly lastAt: Date
}

/** How many of the newest refusals are looked through. */
const newest = 2_000

/** What was said and nobody can explain: neither the dictionary knows it, nor has an operator chosen a reason. */
export async function unheardTexts(trx: Trx): Promise<UnheardText[]> {
  const { rows } = await sql<{ text: string; from: UnheardText['from']; times: number; lastAt: Date }>`
    select text, "from", count(*)::int as times, max(at) as "lastAt" from (
      (select heard as text, 'registry' as "from", decided_at as at from registry_review
       where state = 'failed' and heard <> '' order by decided_at desc limit ${newest})
      union all
      (select heard, 'provider', decided_at from review_case
       where heard is not null and heard <> '' and decided_at is not null order by decided_at desc limit ${newest})
    ) said group by text, "from" order by max(at) desc`.execute(trx)
  const byKey = new Map<string, UnheardText>()
  for (const row of rows) {
    if (reasonFor(row.text).known) continue
    const key = heardKey(row.text)
    const before = byKey.get(key)
    byKey.set(key, before ? { ...before, times: before.times + row.times } : { key, ...row })
  }
  const answered = await reasonsOfTexts(trx, [...byKey.keys()])
  return [...byKey.values()].filter(({ key }) => !answered.has(key))
}

/** Says which reason a text stands for; said again, the newer word counts. @throws ReasonUnknown */
export async function answerText(
  { text, reason }: { text: string; reason: string },
  { trx, clock, actor }: Pick<Context, 'trx' | 'clock'> & { actor: OperatorActor },
): Promise<void> {
  if (!(await mayBeGiven(trx, [reason]))) throw ReasonUnknown()
  const key = heardKey(text)
  const said = { text: text.slice(0, 500), reason, made_at: clock.now(), made_by: actor.user }
  await trx
    .insertInto('heard_text')
    .values({ key, ...said })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(said))
    .execute()
  await record({ action: 'heard-text.answered', subject: reason, detail: { key } }, { trx, clock, actor })
}

/** Ids of the reasons that operators have chosen, by key. */
export async function reasonsOfTexts(trx: Trx, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await trx
    .selectFrom('heard_text')
    .select(['key', 'reason'])
    .where('key', 'in', [...keys])
    .execute()
  return new Map(rows.map(({ key, reason }) => [key, reason]))
}

import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { EnhancedCheckOpen, EnhancedNotHere, EnhancedTooEarly, NoSuchName } from '../errors.ts'
import { enhancedDueOn, scheduleEnhancedDuty } from './enhanced-duty.ts'

export interface RegistryNotice {
  /** A-label. */
  readonly ascii: string
  /** YYYY-MM-DD of the registry's notice, China time. */
  readonly noticedOn: string
  /** What it says. */
  readonly words: string
}

/** Only the registry of these has such notices (facts B); second levels of .cn count. */
const asked = /(^|\.)(cn|xn--fiqs8s|xn--fiqz9s)$/

/**
 * Notes that a registry wants more papers of a name's holder, who is told at once.
 * @throws NoSuchName, EnhancedNotHere, EnhancedTooEarly, EnhancedCheckOpen
 */
export async function openEnhancedCheck(
  { ascii, noticedOn, words }: RegistryNotice,
  context: Context & { actor: OperatorActor },
): Promise<{ id: string; dueOn: string }> {
  const { trx, clock, random, actor } = context
  const domain = await trx
    .selectFrom('domain')
    .select(['account', 'template', 'name', 'suffix'])
    .where('ascii', '=', ascii)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  if (!domain) throw NoSuchName()
  if (!asked.test(ascii)) throw EnhancedNotHere()
  if (noticedOn > clock.today()) throw EnhancedTooEarly()
  const id = random.uuid()
  const dueOn = enhancedDueOn(noticedOn)
  const made = await trx
    .insertInto('enhanced_check')
    .values({
      id,
      account: domain.account,
      template: domain.template,
      ascii,
      name: domain.name,
      words,
      noticed_on: noticedOn,
      due_on: dueOn,
      state: 'open',
      opened_by: actor.user,
      opened_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('ascii').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw EnhancedCheckOpen()
  await scheduleEnhancedDuty(id, context)
  await record(
    { action: 'enhanced-check.opened', subject: ascii, detail: { id, noticedOn, dueOn } },
    { trx, clock, actor },
  )
  return { id, dueOn }
}

import type { Text } from '@yuming/rules'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { tellHolder } from '../../registrants/index.ts'
import { EnhancedCheckNotFound, EnhancedMovedOn } from '../errors.ts'
import { linkOf } from './enhanced-duty.ts'
import { type EnhancedStep, nextEnhancedState } from './enhanced-states.ts'

/** What the holder is told of a step; of the others nothing, since they did them. */
const told = {
  approve: 'enhanced.sent',
  reject: 'enhanced.returned',
  refuse: 'enhanced.returned',
  pass: 'enhanced.passed',
  withdraw: 'enhanced.withdrawn',
} as const satisfies Partial<Record<EnhancedStep, string>>

/**
 * Moves an enhanced check, and tells its holder. @param words why, of a refusal
 * @throws EnhancedCheckNotFound, EnhancedMovedOn
 */
export async function moveEnhancedCheck(
  { id, step, words }: { id: string; step: EnhancedStep; words?: string | Text },
  { trx, clock, random, actor }: Pick<Context, 'trx' | 'clock' | 'random' | 'actor'>,
): Promise<void> {
  const check = await trx.selectFrom('enhanced_check').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!check) throw EnhancedCheckNotFound()
  const state = nextEnhancedState(check.state, step)
  if (state === undefined) throw EnhancedMovedOn()
  const ended = state === 'passed' || state === 'withdrawn'
  const answered = step === 'pass' || step === 'refuse'
  await trx
    .updateTable('enhanced_check')
    .set({
      state,
      ...(ended ? { ended_at: clock.now() } : {}),
      ...(answered && typeof words === 'string' ? { answer: words } : {}),
    })
    .where('id', '=', id)
    .execute()
  const kind = step in told ? told[step as keyof typeof told] : undefined
  if (kind !== undefined)
    await tellHolder(
      {
        template: check.template,
        kind,
        subject: check.ascii,
        parameters: {
          name: check.name,
          by: check.due_on,
          reason: words ?? { zh: '原因见页面', en: 'the page tells why' },
          link: linkOf(check.name),
        },
      },
      { trx, clock, random },
    )
  await record({ action: `enhanced-check.${step}`, subject: check.ascii, detail: { id } }, { trx, clock, actor })
}

import type { Context } from '../../kernel/context.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { type DeadlineHandler, setDeadline } from '../../kernel/deadlines/index.ts'
import { tellHolder } from '../registrants/index.ts'
import { agentHeld } from './agent-held.ts'

/** Kind of the deadline by which whoever bought a name with an agent's template is told to take it over; its subject is the name. */
export const agentDuty = 'domain.agent-held'

const dayMs = 86_400_000
/** Days after the registration at which they are told: in time (S1-165), and not for ever. */
const stages = [0, 3, 7, 14, 30] as const

interface Duty {
  readonly from: string
  readonly stage: number
}

export async function scheduleAgentDuty(
  { ascii, from, stage = 0 }: { ascii: string; from: Date; stage?: number },
  context: Pick<Context, 'trx' | 'random'>,
): Promise<void> {
  const opensAt = new Date(from.getTime() + (stages[stage] ?? 0) * dayMs)
  const payload: Duty = { from: from.toISOString(), stage }
  await setDeadline({ kind: agentDuty, subject: ascii, opensAt, payload }, context)
}

/** Tells by mail, SMS and in the inbox while the agent still holds the name; after a change of holder there is nothing to tell. */
export const keepAgentDuty =
  ({ phoneOf }: { phoneOf(trx: Trx, account: string): Promise<string | null> }): DeadlineHandler =>
  async ({ subject: ascii, payload }, context) => {
    const { from, stage } = payload as Duty
    const name = await context.trx
      .selectFrom('domain')
      .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
      .select([
        'domain.name',
        'domain.account',
        'domain.template',
        'registrant_template.name_zh',
        agentHeld.as('agent_held'),
      ])
      .where('domain.ascii', '=', ascii)
      .where('domain.released_at', 'is', null)
      .executeTakeFirst()
    if (!name?.agent_held) return
    await tellHolder(
      {
        template: name.template,
        manager: name.account,
        phone: await phoneOf(context.trx, name.account),
        kind: 'domain.agent-held',
        subject: ascii,
        parameters: { name: name.name, agent: name.name_zh, link: `/domains/${name.name}/holder` },
      },
      context,
    )
    if (stage + 1 < stages.length) await scheduleAgentDuty({ ascii, from: new Date(from), stage: stage + 1 }, context)
  }

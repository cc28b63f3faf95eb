import { addDays } from '../../kernel/clock/index.ts'
import type { Context } from '../../kernel/context.ts'
import { type DeadlineHandler, setDeadline } from '../../kernel/deadlines/index.ts'
import { tellHolder } from '../registrants/index.ts'
import { retention } from './retention.ts'

/** Kind of the deadline before photographs that nobody handed in are destroyed; its subject is the template. */
export const draftDuty = 'template.drafts-end'

/** Days before that on which the holder is told. */
const ahead = 5
const morning = (day: string) => new Date(`${day}T09:00:00+08:00`)

type Services = Pick<Context, 'trx' | 'clock' | 'random'>

/** A photograph was kept: its time runs, unless that of an earlier one runs already. */
export async function scheduleDraftDuty(template: string, { trx, clock, random }: Services): Promise<void> {
  const running = await trx
    .selectFrom('deadline')
    .select('id')
    .where('kind', '=', draftDuty)
    .where('subject', '=', template)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (running) return
  const opensAt = morning(addDays(clock.today(), retention.draftDays - ahead))
  await setDeadline({ kind: draftDuty, subject: template, opensAt }, { trx, random })
}

/** Tells whose photographs are about to be destroyed without having been handed in, once for the oldest of them. */
export const keepDraftDuty: DeadlineHandler = async ({ subject: template }, context) => {
  const { trx, clock, random } = context
  const drafts = await trx
    .selectFrom('identity_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'identity_paper.item')
    .innerJoin('registrant_template', 'registrant_template.id', 'identity_paper.template')
    .select(['sealed_item.keep_until', 'name_zh', 'name_en'])
    .where('identity_paper.template', '=', template)
    .where('for_name', 'is', null)
    .where('removed_at', 'is', null)
    .where('sealed_item.erased_at', 'is', null)
    .where('sealed_item.keep_until', 'is not', null)
    .where('registrant_template.deleted_at', 'is', null)
    .where('registrant_template.identity', 'in', ['unverified', 'failed'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('review_case')
            .select('review_case.id')
            .where((eb) => eb(eb.ref('identity_paper.id'), '=', eb.fn.any('review_case.papers'))),
        ),
      ),
    )
    .$narrowType<{ keep_until: string }>()
    .orderBy('sealed_item.keep_until')
    .execute()
  const [first] = drafts
  if (!first) return
  const by = first.keep_until
  if (by > addDays(clock.today(), ahead))
    return setDeadline({ kind: draftDuty, subject: template, opensAt: morning(addDays(by, -ahead)) }, { trx, random })
  await tellHolder(
    {
      template,
      kind: 'papers.end-soon',
      subject: template,
      parameters: { holder: first.name_zh || first.name_en, by, link: `/templates/${template}` },
    },
    context,
  )
}

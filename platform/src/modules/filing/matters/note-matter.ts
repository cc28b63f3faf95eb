import { sql } from 'kysely'
import { chinaDay, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { namesAbove } from '../names-above.ts'
import type { MatterNews } from '../ports.ts'
import { tellDuty } from '../tell.ts'
import { matterDays, matterDuties } from './matter-kinds.ts'

interface Owner {
  readonly account: string
  readonly template: string | null
  readonly subject: string | null
}

/**
 * Opens a matter of a bureau for our operators, and tells whoever owns the site or the filing, with a day. Listed again
 * while it is open, it stays one matter with its first day, and says when it was listed again.
 */
export async function noteMatter(
  { bureau, file }: { bureau: string; file: string },
  news: MatterNews,
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const { trx, clock, random } = context
  const owner = await ownerOf(trx, bureau, news)
  const today = chinaDay(clock.now())
  const dueOn = workingDayAfter(today, matterDays[news.kind]).day
  const made = await trx
    .insertInto('bureau_matter')
    .values({
      id: random.uuid(),
      bureau,
      kind: news.kind,
      bureau_id: news.bureauId,
      download: file,
      account: owner?.account ?? null,
      subject: owner?.subject ?? null,
      title: news.title,
      address: news.address ?? null,
      listed_on: news.listedOn ?? today,
      due_on: dueOn,
      state: 'open',
      made_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['bureau', 'kind', 'bureau_id'])
        .where('state', '<>', 'answered')
        .doUpdateSet({
          again: sql`bureau_matter.again || jsonb_build_object('on', ${news.listedOn ?? today}::text, 'address', ${news.address ?? null}::text)`,
        }),
    )
    .returning('due_on')
    .executeTakeFirst()
  if (!made || !owner) return
  const { account, template } = owner
  await tellDuty({ account, template, duty: matterDuties[news.kind], name: news.title, by: made.due_on }, context)
}

/** Of a check the account of the subject; of a site that of the server's address, else that of the domain. */
async function ownerOf(trx: Trx, bureau: string, news: MatterNews): Promise<Owner | undefined> {
  if (news.kind === 'check-task') {
    const filed = await trx
      .selectFrom('filing_subject')
      .select(['account', 'template', 'id'])
      .where('province', '=', bureau)
      .where('bureau_id', '=', news.bureauId)
      .where('state', '=', 'filed')
      .executeTakeFirst()
    return filed && { account: filed.account, template: filed.template, subject: filed.id }
  }
  const product = await trx
    .selectFrom('hosting_product')
    .select('account')
    .where((eb) => eb('ips', '@>', eb.val([news.address ?? ''])))
    .orderBy('stated_at', 'desc')
    .executeTakeFirst()
  if (product) return { ...product, template: null, subject: null }
  const line = namesAbove(typedAscii(news.title))
  if (line.length === 0) return undefined
  const domain = await trx
    .selectFrom('domain')
    .select(['account', 'template'])
    .where('released_at', 'is', null)
    .where('ascii', 'in', line)
    .executeTakeFirst()
  return domain && { ...domain, subject: null }
}

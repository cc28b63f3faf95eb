import type { NewsContext } from '../bureau/news-context.ts'
import type { PublishedFiling } from '../ports.ts'

/** Keeps what a bureau published of a filing that we give an access to: whoever claims it one day finds its ids here. */
export async function keepPublication(
  bureau: string,
  filing: PublishedFiling,
  { trx, clock }: Pick<NewsContext, 'trx' | 'clock'>,
): Promise<void> {
  const { number } = filing.subject
  if (number === undefined || !filing.services.some(({ accesses }) => accesses.some(({ ours }) => ours))) return
  const before = await publicationOf(bureau, number, { trx })
  // A bureau may publish one service alone: what it told of the others stands.
  const told = new Set(filing.services.map(({ bureauId }) => bureauId))
  const others = before?.services.filter(({ bureauId }) => !told.has(bureauId)) ?? []
  const whole: PublishedFiling = { ...filing, services: [...others, ...filing.services] }
  const values = { filing: JSON.stringify(whole), told_at: clock.now() }
  await trx
    .insertInto('filing_publication')
    .values({ bureau, number, ...values })
    .onConflict((conflict) => conflict.columns(['bureau', 'number']).doUpdateSet(values))
    .execute()
}

export async function publicationOf(
  bureau: string,
  number: string,
  { trx }: Pick<NewsContext, 'trx'>,
): Promise<PublishedFiling | undefined> {
  const row = await trx
    .selectFrom('filing_publication')
    .select('filing')
    .where('bureau', '=', bureau)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.filing
}

/** What was cancelled can be claimed by nobody any more. */
export async function dropPublication(
  bureau: string,
  { of, bureauId }: { of: 'subject' | 'service' | 'access'; bureauId: string },
  { trx }: Pick<NewsContext, 'trx'>,
): Promise<void> {
  if (of === 'access') return
  const part = of === 'subject' ? { subject: { bureauId } } : { services: [{ bureauId }] }
  const rows = await trx
    .selectFrom('filing_publication')
    .select(['number', 'filing'])
    .where('bureau', '=', bureau)
    .where('filing', '@>', JSON.stringify(part) as never)
    .execute()
  for (const { number, filing } of rows) {
    const services = of === 'subject' ? [] : filing.services.filter((one) => one.bureauId !== bureauId)
    const row = trx.updateTable('filing_publication').set({ filing: JSON.stringify({ ...filing, services }) })
    if (services.length > 0) await row.where('bureau', '=', bureau).where('number', '=', number).execute()
    else await trx.deleteFrom('filing_publication').where('bureau', '=', bureau).where('number', '=', number).execute()
  }
}

import { beginDuties, endPassed } from '../after/duties.ts'
import { lookAgain } from '../after/look-again.ts'
import type { NewsContext, NewsDeps } from '../bureau/news-context.ts'
import { passOrder } from '../bureau/pass-order.ts'
import { submissionOf } from '../bureau/submission-of.ts'
import { openDraft, type StoredDraft } from '../draft/draft-box.ts'
import type { PublishedFiling } from '../ports.ts'
import { isWritten, keepService, knownService } from './keep-service.ts'
import { keepSubject, refreshSubject } from './keep-subject.ts'
import { keepPublication } from './publications.ts'

/**
 * A filing as its bureau publishes it: the numbers and ids by which everything later goes. It ends the order that waited
 * for it, and brings what is filed through this platform up to date; filings of others are kept raw only.
 */
export async function recordPublished(
  bureau: string,
  filing: PublishedFiling,
  context: NewsContext,
  { vault, log }: NewsDeps,
): Promise<void> {
  const { trx } = context
  await keepPublication(bureau, filing, context)
  const keys = [filing.subject, ...filing.services, ...filing.services.flatMap(({ accesses }) => accesses)].flatMap(
    ({ ownId: own, bureauId, number }) => [own, bureauId, number].filter((key) => key !== undefined),
  )
  const waiting = await submissionOf(trx, { bureau, kind: undefined, keys })
  const draft = waiting && (await openDraft(vault, waiting.order.draft))
  const found = waiting && draft && isAnswered(waiting, draft, filing) ? { ...waiting, draft } : undefined
  const subject = found
    ? await keepSubject(found.order, filing, context, vault)
    : await refreshSubject(bureau, filing, context)
  if (subject === undefined) {
    log.info({ bureau }, 'a published filing is none of this platform')
    return
  }
  await keepServices({ subject, filing, found }, context, { vault })
}

/**
 * The services of a published filing that are this platform's; with the order that they answer, what follows from its
 * approval too: its duties, and its end.
 */
export async function keepServices(
  {
    subject,
    filing,
    found,
  }: {
    readonly subject: string
    readonly filing: PublishedFiling
    readonly found: (Parameters<typeof passOrder>[0] & { readonly draft: StoredDraft }) | undefined
  },
  context: NewsContext,
  { vault }: Pick<NewsDeps, 'vault'>,
): Promise<void> {
  let number: string | undefined
  const services: string[] = []
  for (const service of filing.services) {
    // By our id first: a website and an App of one order may name the same domains.
    const { services: drafted = [] } = found?.draft ?? {}
    const written =
      drafted.find(({ key }) => key !== undefined && key === service.ownId) ??
      drafted.find((one) => isWritten(one, service))
    if (!written && !(await knownService(context.trx, subject, service))) continue
    const kept = await keepService(subject, service, written, context, vault)
    await lookAgain({ service: kept }, context)
    if (!found || !written) continue
    number ??= service.number
    services.push(kept)
    await beginDuties(found.order, { subject, service: kept }, context)
  }
  if (!found) return
  await endPassed(found.order, { subject, services }, context)
  await passOrder(found, number ?? filing.subject.number ?? null, context)
}

type Waiting = NonNullable<Awaited<ReturnType<typeof submissionOf>>>

/**
 * Whether what is published is what the order waits for: a bureau publishes a subject again for any reason. What is new
 * in it proves itself; a change only counts once the bureau has said yes.
 */
function isAnswered({ order, keys, approved }: Waiting, draft: StoredDraft, { services }: PublishedFiling): boolean {
  const written = services.filter((service) => draft.services.some((one) => isWritten(one, service)))
  switch (order.type) {
    case 'first':
    case 'new-service-here':
    case 'new-service-elsewhere':
      return written.length > 0
    case 'new-access':
      return written
        .flatMap(({ accesses }) => accesses)
        .some(({ ours, ownId }) => ours && (approved || (ownId !== undefined && keys.includes(ownId))))
    case 'change-subject':
    case 'change-service':
    case 'change-access':
      return approved
    default:
      return false
  }
}

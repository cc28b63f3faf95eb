import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { lookAgain } from '../after/look-again.ts'
import type { NewsContext } from '../bureau/news-context.ts'
import { openDraft, type StoredDraft } from '../draft/draft-box.ts'
import { ClaimFiledHere, ClaimNotFiled, ClaimNotKnown, ClaimOfOther } from '../errors.ts'
import type { Looked } from '../facts/filing-facts.ts'
import { sameSubjectNumber } from '../facts/same-number.ts'
import { note, type OrderRow } from '../orders.ts'
import type { PublishedFiling } from '../ports.ts'
import { tellDone } from '../tell.ts'
import { claimedByDraft, claimedByFiling, claimedHere } from './claimed-here.ts'
import { isWritten, keepService } from './keep-service.ts'
import { keepSubject } from './keep-subject.ts'
import { publicationOf } from './publications.ts'

/**
 * A claim that our reviewers passed (认领备案): interface 3.0 has no message for it, so what the bureau's register says of
 * the domain decides, and the ids come from what the bureau published, or with what it publishes next. Returns the number.
 * @throws ClaimNotKnown, ClaimNotFiled, ClaimOfOther, ClaimFiledHere
 */
export async function recordClaimed(
  order: OrderRow,
  looked: Looked,
  context: NewsContext,
  { vault }: { vault: Vault },
): Promise<string> {
  const draft = await openDraft(vault, order.draft)
  const number = claimedNumber(draft, looked)
  const published = await publicationOf(order.province ?? '', number, context)
  const filing = published ?? asWritten(number, draft, looked)
  const services = filing.services.flatMap((service) => {
    const written = draft.services.find((one) => isWritten(one, service))
    return written ? [{ service, written }] : []
  })
  const taken = { ...filing, services: services.map(({ service }) => service) }
  const claimed = [{ field: 'domains.0.number', number }, ...claimedByDraft(draft, looked), ...claimedByFiling(taken)]
  const others = await claimedHere(context.trx, order, claimed)
  if (others.length > 0) throw ClaimFiledHere({ findings: others })
  const subject = await keepSubject(order, filing, context, vault)
  let first: string | undefined
  for (const { service, written } of services) {
    const kept = await keepService(subject, service, written, context, vault)
    await lookAgain({ service: kept }, context)
    first ??= service.number
  }
  const shown = first ?? number
  await context.trx.updateTable('filing_order').set({ filing_number: shown }).where('id', '=', order.id).execute()
  await note(order.id, 'claimed', 'we', context, { number: shown })
  await tellDone(order, shown, context)
  return shown
}

function claimedNumber({ services, stated }: StoredDraft, { subject, domains }: Looked): string {
  const names = services.flatMap(({ domains: of = [] }) => of.map(typedAscii))
  const said = names.map((ascii) => domains.get(ascii))
  if (said.length === 0 || said.some((one) => one === undefined)) throw ClaimNotKnown()
  const numbers = new Set(said.map((one) => (one?.filed ? (one.subjectNumber ?? '') : '')))
  const [number = ''] = numbers
  if (numbers.size !== 1 || number === '') throw ClaimNotFiled()
  // Whose it is, the certificate decides where it can be asked for; else the papers that the reviewer opened.
  const others = [subject?.filed === false ? '' : subject?.subjectNumber, stated?.subjectNumber]
  if (others.some((other) => other !== undefined && !sameSubjectNumber(other, number))) throw ClaimOfOther()
  return number
}

/** What is known of a filing that its bureau has not published to us yet. */
function asWritten(number: string, { services }: StoredDraft, { domains }: Looked): PublishedFiling {
  const none = { ownId: undefined }
  return {
    subject: { ...none, number },
    services: services.map(({ name = '', homeUrl, domains: names = [], access = [] }) => ({
      ...none,
      number: names.map((one) => domains.get(typedAscii(one))?.serviceNumber).find((one) => one !== undefined),
      name,
      homeUrl,
      domains: names.map((one) => ({ ...none, name: typedAscii(one) })),
      accesses: access.map(({ ips = [] }) => ({ ...none, ours: true, ips })),
    })),
  }
}

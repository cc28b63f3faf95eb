import { formatFilingNumber, parseFilingNumber, subjectNumber } from '@yuming/filing'
import { cite, type Finding } from '@yuming/rules'
import type { Trx } from '../../../kernel/database/index.ts'
import { typedAscii } from '../../domains/index.ts'
import type { StoredDraft } from '../draft/draft-box.ts'
import type { Looked } from '../facts/filing-facts.ts'
import { namesAbove } from '../names-above.ts'
import type { OrderRow } from '../orders.ts'
import type { PublishedFiling } from '../ports.ts'

export const claimedHereRule = 'CLAIM-HERE-01'

/** Something of a filing that a claim would take over, and where the claim says it. */
interface Claimed {
  readonly field: string
  readonly number?: string | undefined
  readonly ascii?: string
}

/** What a claim would take over, as its draft and the bureaus' register have it. */
export function claimedByDraft({ services, stated, registered }: StoredDraft, { domains }: Looked): Claimed[] {
  const names = services.flatMap((service) => (service.domains ?? []).map(typedAscii))
  return [
    ...names.flatMap((typed, at) =>
      namesAbove(typed).flatMap((ascii): Claimed[] => [
        { field: `domains.${at}.name`, ascii },
        { field: `domains.${at}.number`, number: domains.get(ascii)?.subjectNumber },
        { field: `domains.${at}.number`, number: domains.get(ascii)?.serviceNumber },
        { field: `domains.${at}.number`, number: registered?.services[ascii] },
      ]),
    ),
    { field: 'domains.0.number', number: registered?.subjectNumber },
    { field: 'stated.subjectNumber', number: stated?.subjectNumber },
    { field: 'stated.serviceNumber', number: stated?.serviceNumber },
  ]
}

/** What a claim takes over when it is recorded, as the bureau published it. */
export function claimedByFiling({ subject, services }: PublishedFiling): Claimed[] {
  return [
    { field: 'domains.0.number', number: subject.number },
    ...services.flatMap(({ number, domains }, at): Claimed[] => [
      { field: `domains.${at}.number`, number },
      ...domains.map(({ name }) => ({ field: `domains.${at}.name`, ascii: typedAscii(name) })),
    ]),
  ]
}

/** What of it is filed here for another account, or for another certificate: that is nobody's to claim. */
export async function claimedHere(
  trx: Trx,
  order: Pick<OrderRow, 'account' | 'number_digest'>,
  claimed: readonly Claimed[],
): Promise<Finding[]> {
  const findings = new Map<string, Finding>()
  for (const { field, number, ascii } of claimed) {
    if (findings.has(field)) continue
    const owners = [
      ...(ascii === undefined ? [] : await ownersOfName(trx, ascii)),
      ...(number === undefined || number === '' ? [] : await ownersOfNumber(trx, number)),
    ]
    const others = owners.filter(
      ({ account, number_digest }) =>
        account !== order.account || order.number_digest === null || !number_digest.equals(order.number_digest),
    )
    if (others.length > 0) findings.set(field, finding(field))
  }
  return [...findings.values()]
}

function ownersOfName(trx: Trx, ascii: string) {
  return trx
    .selectFrom('filing_domain')
    .innerJoin('filing_service', 'filing_service.id', 'filing_domain.service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_subject.account', 'filing_subject.number_digest'])
    .where('filing_domain.ascii', '=', ascii)
    .where('filing_domain.ended_at', 'is', null)
    .where('filing_service.state', '=', 'filed')
    .where('filing_subject.state', '=', 'filed')
    .execute()
}

/** Whose a number is, of a subject or of any of its services, however it is written. */
function ownersOfNumber(trx: Trx, number: string) {
  const parsed = parseFilingNumber(number)
  const subject = parsed ? formatFilingNumber(subjectNumber(parsed)) : number
  return trx
    .selectFrom('filing_subject')
    .leftJoin('filing_service', (join) =>
      join.onRef('filing_service.subject', '=', 'filing_subject.id').on('filing_service.state', '=', 'filed'),
    )
    .select(['filing_subject.account', 'filing_subject.number_digest'])
    .distinct()
    .where('filing_subject.state', '=', 'filed')
    .where((eb) =>
      eb.or([
        eb('filing_subject.number', '=', subject),
        eb('filing_service.number', '=', number),
        ...(parsed ? [eb('filing_service.number', 'like', `${subject}-%`)] : []),
      ]),
    )
    .execute()
}

function finding(field: string): Finding {
  return {
    rule: claimedHereRule,
    severity: 'refuse',
    field,
    message: {
      zh: '这份备案已在本平台，属于另一个账号或另一个证件，不能认领',
      en: 'This filing is here already, under another account or certificate, and cannot be claimed',
    },
    remedy: {
      zh: '登录那个账号办；域名已经是你的，先请原主体注销备案，再新办',
      en: 'Sign in to that account; where the domain is yours by now, have its filing cancelled by that subject and file anew',
    },
    source: cite('本平台的备案规则', '认领备案'),
    from: '2026-11-01',
  }
}

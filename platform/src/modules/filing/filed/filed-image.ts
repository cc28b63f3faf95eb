import { formatFilingNumber, parseFilingNumber } from '@yuming/filing'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { type DraftService, type DraftSubject, serviceBody, subjectBody } from '../draft/draft-schemas.ts'

const subjectPurpose = 'filing.subject'
const servicePurpose = 'filing.service'

export function boxSubject(vault: Vault, subject: DraftSubject): Promise<Buffer> {
  return vault.box(JSON.stringify(subject), subjectPurpose)
}

export function boxService(vault: Vault, service: DraftService): Promise<Buffer> {
  return vault.box(JSON.stringify(service), servicePurpose)
}

async function openSubject(vault: Vault, box: Buffer): Promise<DraftSubject> {
  return subjectBody.parse(JSON.parse(await vault.unbox(box, subjectPurpose)))
}

async function openService(vault: Vault, box: Buffer): Promise<DraftService> {
  return serviceBody.parse(JSON.parse(await vault.unbox(box, servicePurpose)))
}

/** The subject as it is filed: what an order says of it again must not differ from this (S2-22). */
export async function subjectAsFiled(trx: Trx, vault: Vault, subject: string): Promise<DraftSubject> {
  const { filed } = await trx
    .selectFrom('filing_subject')
    .select('filed')
    .where('id', '=', subject)
    .executeTakeFirstOrThrow()
  return openSubject(vault, filed)
}

export interface FiledImage {
  readonly draft: { readonly subject: DraftSubject; readonly services: DraftService[] }
  readonly subject: string
  readonly service: string | null
  readonly template: string | null
}

/** What is filed under a number of a subject or of a service of the account, as a draft that may be changed. */
export async function filedImage(
  trx: Trx,
  vault: Vault,
  { account, number }: { account: string; number: string },
): Promise<FiledImage | undefined> {
  const read = parseFilingNumber(number)
  if (!read) return undefined
  const exact = formatFilingNumber(read)
  const services = await trx
    .selectFrom('filing_service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_service.id', 'filing_service.filed', 'filing_service.number', 'filing_service.own_id'])
    .select(['filing_subject.id as subject', 'filing_subject.filed as subject_filed', 'filing_subject.template'])
    .select('filing_subject.number as subject_number')
    .where('filing_subject.account', '=', account)
    .where('filing_subject.state', '=', 'filed')
    .where('filing_service.state', '=', 'filed')
    .orderBy('filing_service.own_id')
    .execute()
  const chosen = services.filter((one) => (read.service ? one.number : one.subject_number) === exact)
  const [first] = chosen
  if (!first) return undefined
  const opened = await Promise.all(
    chosen.map(async (one) => ({ ...withoutNumbers(await openService(vault, one.filed)), key: one.own_id })),
  )
  return {
    draft: { subject: await openSubject(vault, first.subject_filed), services: opened },
    subject: first.subject,
    service: read.service ? first.id : null,
    template: first.template,
  }
}

/** A service number was used up by the filing; a change of it needs none, and could not use it again. */
function withoutNumbers({ access, ...service }: DraftService): DraftService {
  return { ...service, ...(access && { access: access.map(({ serviceNumber: _, ...one }) => one) }) }
}

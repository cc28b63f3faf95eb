import { type PaperKind, provinceNamed } from '@yuming/filing'
import type { CheckedPaper, PaperKind as Photographed } from '@yuming/papers'
import type { Finding } from '@yuming/rules'
import { record } from '../../../kernel/audit/index.ts'
import { addDays } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { ConsentMissing, NoPhotoWanted, NotOpen, PaperNotFound, PaperRefused } from '../errors.ts'
import { type OrderRow, ownOrder } from '../orders.ts'
import { checkOf, stageOf, wayOf, waysHere } from '../photo/check-row.ts'
import { photoFindings } from '../photo/photo-findings.ts'
import { isOpen } from '../states.ts'

export const paperPurpose = 'filing.paper'

/** Days that papers of an order are kept: while it is a draft, and for two years after it was submitted. */
export const paperDays = { draft: 90, submitted: 730 } as const

/** How a paper of a filing is looked at as a photograph. */
export function photographed(kind: PaperKind): Photographed {
  if (kind === 'principal-front') return 'id-front'
  if (kind === 'principal-back') return 'id-back'
  if (kind === 'person-photo') return 'portrait'
  return kind === 'subject-certificate' ? 'licence' : 'other'
}

export interface NewFilingPaper {
  readonly number: string
  readonly kind: PaperKind
  /** Key of the service that it belongs to; the subject's when null. */
  readonly service: string | null
  readonly via: 'computer' | 'phone'
  /** The page on the phone took it itself; only a photograph of a principal is asked for it. */
  readonly live?: boolean
  readonly checked: CheckedPaper
}

type Doing = Context & { vault: Vault; account: string }

/**
 * Seals a picture that was found good, in place of an earlier one of its kind.
 * @throws FilingNotFound, NotOpen, ConsentMissing, PaperRefused (findings)
 */
export async function keepPaper(
  { number, kind, service, via, live, checked }: NewFilingPaper,
  { trx, clock, random, actor, vault, account }: Doing,
): Promise<{ id: string; kind: PaperKind; findings: readonly Finding[] }> {
  const order = await ownOrder(trx, account, number, { lock: true })
  // The photograph of the principal comes after our review, and then nothing else does.
  const photo = kind === 'person-photo'
  if (photo ? order.state !== 'photo' || order.due_at !== null : !isOpen(order.state))
    throw photo ? NoPhotoWanted() : NotOpen()
  if (order.consented_at === null) throw ConsentMissing()
  const digest = photo && checked.clean ? Buffer.from(checked.clean.sha256, 'hex') : null
  const findings = [
    ...checked.findings,
    ...(photo ? await ofPerson(order, { via, live, digest, checked }, { trx, clock }) : []),
  ]
  refuse(
    PaperRefused,
    findings.filter(({ severity }) => severity === 'refuse'),
  )
  if (!checked.clean) throw PaperRefused()
  await takeBack(order.id, { kind, service }, { trx, clock, vault })
  const { bytes, width, height } = checked.clean
  const id = random.uuid()
  const item = await vault.seal(trx, Buffer.from(bytes), {
    purpose: paperPurpose,
    until: addDays(clock.today(), order.submitted_at === null ? paperDays.draft : paperDays.submitted),
    account,
    kind,
  })
  await trx
    .insertInto('filing_paper')
    .values({
      id,
      account,
      filing_order: order.id,
      kind,
      service,
      item,
      width,
      height,
      bytes: bytes.length,
      findings: JSON.stringify(findings),
      via,
      digest,
      uploaded_at: clock.now(),
      removed_at: null,
    })
    .execute()
  await record({ action: 'filing.paper-kept', subject: number, detail: { kind, via } }, { trx, clock, actor })
  return { id, kind, findings }
}

/** What the rules of the check say of a photograph of the principal. @throws NoPhotoWanted: none is to be taken now */
async function ofPerson(
  order: OrderRow,
  { via, live, digest, checked }: Pick<NewFilingPaper, 'via' | 'live' | 'checked'> & { digest: Buffer | null },
  { trx, clock }: Pick<Doing, 'trx' | 'clock'>,
): Promise<readonly Finding[]> {
  const row = await checkOf(trx, order.id)
  const ways = waysHere(order, clock.today())
  const way = wayOf(row, ways)
  if (way === undefined || stageOf(order, row, ways) !== 'take') throw NoPhotoWanted()
  const other = digest
    ? await trx
        .selectFrom('filing_paper')
        .select('id')
        .where('digest', '=', digest)
        .where('filing_order', '<>', order.id)
        .executeTakeFirst()
    : undefined
  return photoFindings(
    {
      way,
      province: provinceNamed(order.province ?? '')?.name,
      measured: checked.measured,
      // A file of the computer is one of an album, except of the photograph before the curtain.
      live: way !== 'curtain' && via === 'computer' ? false : live,
      usedBefore: other !== undefined,
    },
    clock.today(),
  )
}

/** Takes a paper back before it is submitted. @throws FilingNotFound, NotOpen, PaperNotFound */
export async function removePaper(
  { number, id }: { number: string; id: string },
  { trx, clock, vault, account }: Pick<Doing, 'trx' | 'clock' | 'vault' | 'account'>,
): Promise<void> {
  const order = await ownOrder(trx, account, number, { lock: true })
  if (!isOpen(order.state)) throw NotOpen()
  const removed = await takeBack(order.id, { id }, { trx, clock, vault })
  if (removed === 0) throw PaperNotFound()
}

// Nothing is kept of what was taken back: the eraser has it today.
async function takeBack(
  order: string,
  which: { kind: PaperKind; service: string | null } | { id: string },
  { trx, clock, vault }: Pick<Doing, 'trx' | 'clock' | 'vault'>,
): Promise<number> {
  let rows = trx
    .updateTable('filing_paper')
    .set({ removed_at: clock.now() })
    .where('filing_order', '=', order)
    .where('removed_at', 'is', null)
  rows =
    'id' in which
      ? rows.where('id', '=', which.id)
      : rows.where('kind', '=', which.kind).where('service', which.service === null ? 'is' : '=', which.service)
  const removed = await rows.returning('item').execute()
  for (const { item } of removed) await vault.keepUntil(trx, item, clock.today(), 'taken-back')
  return removed.length
}

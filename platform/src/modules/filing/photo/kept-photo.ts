import { filingReasons } from '@yuming/filing'
import type { Context } from '../../../kernel/context.ts'
import type { OrderRow } from '../orders.ts'
import { type CheckWay, checkOf, wayOf, waysHere } from './check-row.ts'

/** A photograph counts for so long after it was taken (CHECK-OLD-02). */
const validMs = 30 * 86_400_000

const photoFields: ReadonlySet<string> = new Set(['photo', 'face', 'video'])
const ofPhoto: ReadonlySet<string> = new Set(
  filingReasons.filter(({ fields }) => fields.some((field) => photoFields.has(field))).map(({ id }) => id),
)
/** What somebody wrote may be about the photograph, although no reason of the dictionary is. */
const mayBeOfPhoto = /照片|拍照|拍摄|幕布|人脸|人像|头像|photo/i

/** What is noted of a photograph that was found good, so that it need not be taken again. */
export interface PassedPhoto {
  readonly paper: string
  readonly way: CheckWay
  readonly province: string | null
}

/**
 * Until when the photograph of an earlier attempt counts; undefined: another one is to be taken. It does where our
 * reviewer passed it, of the same principals, for the same province and way, within its month, and nothing that came
 * back since was about it.
 */
export async function keptPhoto(
  order: Pick<OrderRow, 'id' | 'type' | 'province'>,
  { trx, clock }: Pick<Context, 'trx' | 'clock'>,
): Promise<Date | undefined> {
  const events = await trx
    .selectFrom('filing_event')
    .select(['kind', 'detail'])
    .where('filing_order', '=', order.id)
    .orderBy('id')
    .execute()
  const passed = events.findLastIndex(({ kind }) => kind === 'photo-passed')
  const { paper, way, province } = (events[passed]?.detail ?? {}) as Partial<PassedPhoto>
  if (paper === undefined || way === undefined || province !== order.province) return undefined
  if (wayOf(await checkOf(trx, order.id), waysHere(order, clock.today())) !== way) return undefined
  if (events.slice(passed + 1).some((event) => endsPhoto(event))) return undefined
  const row = await trx
    .selectFrom('filing_paper')
    .innerJoin('sealed_item', 'sealed_item.id', 'filing_paper.item')
    .select('filing_paper.uploaded_at')
    .where('filing_paper.id', '=', paper)
    .where('filing_paper.removed_at', 'is', null)
    .where('sealed_item.erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const until = new Date(row.uploaded_at.getTime() + validMs)
  return until > clock.now() ? until : undefined
}

function endsPhoto({ kind, detail }: { kind: string; detail: Record<string, unknown> }): boolean {
  if (kind === 'photo-returned' || kind === 'principal-changed') return true
  const { reasons, remark, heard, codes } = detail
  if (Array.isArray(reasons) && reasons.some((id) => ofPhoto.has(String(id)))) return true
  return mayBeOfPhoto.test([remark, heard, JSON.stringify(codes ?? '')].join(' '))
}

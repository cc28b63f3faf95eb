import { provinceNamed } from '@yuming/filing'
import { z } from 'zod'
import { record } from '../../../kernel/audit/index.ts'
import { workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { closing } from '../course.ts'
import {
  CurtainLostOften,
  CurtainNotAsked,
  CurtainNotLost,
  CurtainNotSent,
  CurtainOutside,
  OwnOrder,
  WayNotOpen,
} from '../errors.ts'
import { lockOrder, note } from '../orders.ts'
import type { Reviewing } from '../review/review-duties.ts'
import { tellCheck, tellCurtain } from '../tell.ts'
import { checkOf, isLostOften, mostLost, toDispatch } from './check-row.ts'
import { keepWay, type Owning, orderAtCheck, talkDue } from './choose-way.ts'
import { limitAddress } from './curtain-address.ts'

const purpose = 'filing.curtain-address'
/** Working days within which we send a curtain. */
const dispatchWorkingDays = 1

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** Under which number it left, and with whom. */
export const dispatchBody = z.strictObject({
  carrier: line(40).meta({ examples: ['顺丰速运'] }),
  tracking: z
    .string()
    .trim()
    .regex(/^[\dA-Za-z-]{1,40}$/)
    .meta({ examples: ['SF1234567890'] }),
})

/** Where a curtain is sent to (S3-60). */
export const curtainAddress = z.strictObject({
  name: line(64),
  phone: z
    .string()
    .trim()
    .regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/)
    .meta({ examples: ['13800000000'] }),
  province: line(40).meta({ examples: ['浙江省'] }),
  city: line(40),
  street: line(200),
  postcode: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
})
export type CurtainAddress = z.output<typeof curtainAddress>

/** Asks for the curtain, free of charge. @throws FilingNotFound, NoPhotoWanted, CurtainLostOften, WayNotOpen, CurtainOutside */
export async function orderCurtain(
  number: string,
  address: CurtainAddress,
  context: Owning & { readonly vault: Vault },
): Promise<{ dueAt: Date }> {
  const { trx, clock, vault } = context
  const { order, ways, stage } = await orderAtCheck(number, context)
  if (stage === 'lost-often') throw CurtainLostOften()
  if (!ways.includes('curtain') || (stage !== 'address' && stage !== 'choose')) throw WayNotOpen()
  // The provinces of the mainland are all that a curtain is sent to (S3-61).
  if (!provinceNamed(address.province)) throw CurtainOutside()
  const { id } = await keepWay(order, 'curtain', context)
  const dueAt = closing(workingDayAfter(clock.today(), dispatchWorkingDays).day)
  await trx
    .updateTable('filing_check')
    .set({ address: await vault.box(JSON.stringify(address), purpose), ordered_at: clock.now() })
    .where('id', '=', id)
    .execute()
  await trx
    .updateTable('filing_order')
    .set({ due_at: dueAt, changed_at: clock.now() })
    .where('id', '=', order.id)
    .execute()
  await note(order.id, 'curtain-ordered', 'you', context)
  await limitAddress(order.number, context)
  return { dueAt }
}

/** The address of a curtain, for whoever packs it; the look is on record. @throws FilingNotFound, OwnOrder, CurtainNotAsked */
export async function curtainToSend(
  number: string,
  { vault, ...context }: Pick<Reviewing, 'trx' | 'clock' | 'actor'> & { vault: Vault },
): Promise<CurtainAddress> {
  const { trx, clock, actor } = context
  const { row } = await checkToSend(number, context)
  const address = curtainAddress.parse(JSON.parse(await vault.unbox(row.address, purpose)))
  await record({ action: 'filing.curtain-address-read', subject: number }, { trx, clock, actor })
  return address
}

/** It has left with a carrier: now it is on its way to the principal. @throws FilingNotFound, OwnOrder, CurtainNotAsked */
export async function dispatchCurtain(
  number: string,
  { carrier, tracking }: z.output<typeof dispatchBody>,
  context: Reviewing,
): Promise<void> {
  const { trx, clock, actor } = context
  const { order, row } = await checkToSend(number, context)
  await trx
    .updateTable('filing_check')
    .set({ carrier, tracking, dispatched_at: clock.now() })
    .where('id', '=', row.id)
    .execute()
  await trx
    .updateTable('filing_order')
    .set({ due_at: null, changed_at: clock.now() })
    .where('id', '=', order.id)
    .execute()
  await note(order.id, 'curtain-sent', 'we', context, { carrier, tracking })
  await limitAddress(order.number, context)
  await record({ action: 'filing.curtain-sent', subject: number, detail: { carrier } }, { trx, clock, actor })
  await tellCurtain(order, { carrier, tracking }, context)
}

/** It has come, and its address is needed no more. @throws FilingNotFound, NoPhotoWanted, CurtainNotSent */
export async function curtainArrived(number: string, context: Owning): Promise<void> {
  const { trx, clock } = context
  const { order, row, stage } = await orderAtCheck(number, context)
  if (!row || stage !== 'on-its-way') throw CurtainNotSent()
  await trx
    .updateTable('filing_check')
    .set({ arrived_at: clock.now(), address: null })
    .where('id', '=', row.id)
    .execute()
  await note(order.id, 'curtain-arrived', 'you', context)
}

/**
 * It did not come: it is asked for once more, or another way is chosen. The second time our people see to it first.
 * @throws FilingNotFound, NoPhotoWanted, CurtainNotSent
 */
export async function curtainLost(number: string, context: Owning): Promise<void> {
  const { trx, clock } = context
  const { order, row, stage } = await orderAtCheck(number, context)
  if (!row || stage !== 'on-its-way') throw CurtainNotSent()
  const none = { address: null, ordered_at: null, carrier: null, tracking: null, dispatched_at: null }
  const lost = row.lost_count + 1
  await trx
    .updateTable('filing_check')
    .set({ ...none, lost_count: lost })
    .where('id', '=', row.id)
    .execute()
  await note(order.id, 'curtain-lost', 'you', context, { carrier: row.carrier, tracking: row.tracking })
  if (lost < mostLost) return
  await trx
    .updateTable('filing_order')
    .set({ due_at: talkDue(context), changed_at: clock.now() })
    .where('id', '=', order.id)
    .execute()
}

/**
 * Our people have spoken with the applicant, whose curtains did not come: one more may be asked for.
 * @throws FilingNotFound, OwnOrder, CurtainNotLost
 */
export async function allowCurtain(number: string, context: Reviewing): Promise<void> {
  const { trx, clock, actor } = context
  const order = await lockOrder(trx, { number })
  if (await isOfAccount(trx, actor, order.account)) throw OwnOrder()
  const row = await checkOf(trx, order.id, { lock: true })
  if (order.state !== 'photo' || !row || !isLostOften(row)) throw CurtainNotLost()
  await trx
    .updateTable('filing_check')
    .set({ lost_count: mostLost - 1 })
    .where('id', '=', row.id)
    .execute()
  await trx
    .updateTable('filing_order')
    .set({ due_at: null, changed_at: clock.now() })
    .where('id', '=', order.id)
    .execute()
  await note(order.id, 'curtain-allowed', 'we', context)
  await record({ action: 'filing.curtain-allowed', subject: number }, { trx, clock, actor })
  await tellCheck(order, context)
}

async function checkToSend(number: string, { trx, actor }: Pick<Reviewing, 'trx' | 'actor'>) {
  const order = await lockOrder(trx, { number })
  if (await isOfAccount(trx, actor, order.account)) throw OwnOrder()
  const row = await checkOf(trx, order.id, { lock: true })
  if (order.state !== 'photo' || !row || !toDispatch(row) || row.address === null) throw CurtainNotAsked()
  return { order, row: { ...row, address: row.address } }
}

/** Orders whose curtains did not come, and which wait for our people, the soonest day first. */
export async function curtainsLost(trx: Context['trx'], { limit }: { limit: number }) {
  return trx
    .selectFrom('filing_check')
    .innerJoin('filing_order', 'filing_order.id', 'filing_check.filing_order')
    .select(['filing_order.number', 'filing_order.title', 'filing_order.due_at', 'lost_count'])
    .where('way', '=', 'curtain')
    .where('ordered_at', 'is', null)
    .where('lost_count', '>=', mostLost)
    .where('filing_order.state', '=', 'photo')
    .orderBy('filing_order.due_at')
    .orderBy('filing_check.id')
    .limit(limit)
    .execute()
}

/** Curtains that wait to be sent, the longest waiting first; to whom, only the one that is packed tells. */
export async function curtainsToSend(trx: Context['trx'], { limit }: { limit: number }) {
  return trx
    .selectFrom('filing_check')
    .innerJoin('filing_order', 'filing_order.id', 'filing_check.filing_order')
    .select(['filing_order.number', 'filing_order.title', 'filing_order.due_at', 'ordered_at'])
    .where('ordered_at', 'is not', null)
    .where('dispatched_at', 'is', null)
    .where('filing_order.state', '=', 'photo')
    .orderBy('ordered_at')
    .orderBy('filing_check.id')
    .limit(limit)
    .execute()
}

import { orderTypeNames } from '@yuming/filing'
import type { Text } from '@yuming/rules'
import type { Context } from '../../kernel/context.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { contactOf } from '../accounts/index.ts'
import { type Addressee, tell } from '../notices/index.ts'
import type { EndedFiling } from './filed/ended-filing.ts'
import type { OrderRow } from './orders.ts'
import { reasonsInWords } from './reasons.ts'

type Doing = Pick<Context, 'trx' | 'clock' | 'random'>
type Told = Pick<OrderRow, 'account' | 'number' | 'type' | 'template' | 'title'>

/** Who is told of an order: the account, and the holder's own address and phone. */
async function addressees(trx: Trx, { account, template }: Told): Promise<{ to: Addressee[]; locale: 'zh' | 'en' }> {
  const { locale, email } = await contactOf(trx, account)
  const holder = template
    ? await trx
        .selectFrom('registrant_template')
        .select(['email', 'phone'])
        .where('id', '=', template)
        .where('erased_at', 'is', null)
        .executeTakeFirst()
    : undefined
  return { to: [{ email }, ...(holder ? [holder] : [])], locale }
}

const about = ({ number, title }: Told, type: Text) => ({ number, title, type, link: `/filings/${number}` })

/** To the minute, as people in China read a clock. */
function chinaMoment(at: Date): Text {
  const time = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  return { zh: time, en: `${time} (China time)` }
}

/** An order came back, by us or by the bureau: why, and what to do. */
export async function tellReturned(
  order: Told,
  { by, reasons, remark }: { by: 'we' | 'bureau'; reasons: readonly string[]; remark: string | undefined },
  { trx, clock, random }: Doing,
): Promise<void> {
  const { cause, remedy } = reasonsInWords(reasons, remark)
  await tell(
    {
      kind: by === 'we' ? 'filing.returned' : 'filing.refused',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: { ...about(order, orderTypeNames[order.type]), reason: cause, remedy },
    },
    { trx, clock, random },
  )
}

/** It is at the bureau, and the ministry's code is on its way: to be entered until then (S3-69…S3-72). */
export async function tellSms(
  order: Told,
  { until, again }: { until: Date; again: boolean },
  { trx, clock, random }: Doing,
): Promise<void> {
  await tell(
    {
      kind: again ? 'filing.sms-soon' : 'filing.sms',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: { ...about(order, orderTypeNames[order.type]), by: chinaMoment(until) },
    },
    { trx, clock, random },
  )
}

/** Our review is over, and the principal is verified now (S3-58). */
export async function tellCheck(order: Told, { trx, clock, random }: Doing): Promise<void> {
  await tell(
    {
      kind: 'filing.check',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: about(order, orderTypeNames[order.type]),
    },
    { trx, clock, random },
  )
}

/** The curtain has left, and can be followed. */
export async function tellCurtain(
  order: Told,
  { carrier, tracking }: { carrier: string; tracking: string },
  { trx, clock, random }: Doing,
): Promise<void> {
  await tell(
    {
      kind: 'filing.curtain',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: { ...about(order, orderTypeNames[order.type]), carrier, tracking },
    },
    { trx, clock, random },
  )
}

/** The notice of a shell site ran out, and its end is on the way to the bureau. */
export async function tellShellEnds(order: Told, { trx, clock, random }: Doing): Promise<void> {
  await tell(
    {
      kind: 'filing.shell-ends',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: about(order, orderTypeNames[order.type]),
    },
    { trx, clock, random },
  )
}

/** A curtain left long ago, and nobody said whether it came: its address is known no more. */
export async function tellCurtainSilent(order: Told, { trx, clock, random }: Doing): Promise<void> {
  await tell(
    {
      kind: 'filing.curtain-silent',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: about(order, orderTypeNames[order.type]),
    },
    { trx, clock, random },
  )
}

/** The check by SMS was missed: it may be sent again as it is (S3-74). */
export async function tellLapsed(order: Told, { trx, clock, random }: Doing): Promise<void> {
  await tell(
    {
      kind: 'filing.lapsed',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: about(order, orderTypeNames[order.type]),
    },
    { trx, clock, random },
  )
}

/** It is done, with its number (S2-32, S3-76). */
export async function tellPassed(order: Told, number: string, { trx, clock, random }: Doing): Promise<void> {
  await tell(
    {
      kind: 'filing.passed',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: { ...about(order, orderTypeNames[order.type]), filing: number },
    },
    { trx, clock, random },
  )
}

/** A change or a claim is done; the number is what it was. */
export async function tellDone(order: Told, number: string, { trx, clock, random }: Doing): Promise<void> {
  await tell(
    {
      kind: 'filing.done',
      account: order.account,
      subject: order.number,
      ...(await addressees(trx, order)),
      parameters: { ...about(order, orderTypeNames[order.type]), filing: number },
    },
    { trx, clock, random },
  )
}

/** Something filed is no more, whoever asked for it: which numbers are gone, or that the access alone is. */
export async function tellCancelled(
  { of, account, template, name, numbers }: EndedFiling,
  { trx, clock, random }: Doing,
): Promise<void> {
  const filing = numbers.join('、') || name
  const told = { account, template, number: '', title: name, type: 'cancel-service' } as const
  await tell(
    {
      kind: of === 'access' ? 'filing.access-ended' : 'filing.cancelled',
      account,
      subject: filing,
      ...(await addressees(trx, told)),
      parameters: { title: name, filing, link: '/filings' },
    },
    { trx, clock, random },
  )
}

/** A subject or a domain is on a bureau's blacklist: nothing can be filed with it until it is off. */
export async function tellBlacklisted(
  { account, template, name }: { account: string; template: string | null; name: string },
  reason: string,
  { trx, clock, random }: Doing,
): Promise<void> {
  const told: Told = { account, template, number: '', title: name, type: 'first' }
  await tell(
    {
      kind: 'filing.blacklisted',
      account,
      subject: name,
      ...(await addressees(trx, told)),
      parameters: { name, reason, link: '/filings' },
    },
    { trx, clock, random },
  )
}

/** Something of what is filed has to be done by a day. */
export async function tellDuty(
  {
    account,
    template,
    duty,
    name,
    by,
  }: { account: string; template: string | null; duty: Text; name: string; by: string },
  { trx, clock, random }: Doing,
): Promise<void> {
  const told: Told = { account, template, number: '', title: name, type: 'first' }
  await tell(
    {
      kind: 'filing.duty',
      account,
      subject: name,
      ...(await addressees(trx, told)),
      parameters: { duty, name, by, link: '/filings' },
    },
    { trx, clock, random },
  )
}

/** Several things of what is filed have to be done; the first of them is named. */
export async function tellDuties(
  {
    account,
    template,
    duty,
    name,
    by,
    count,
  }: { account: string; template: string | null; duty: Text; name: string; by: string; count: number },
  { trx, clock, random }: Doing,
): Promise<void> {
  const told: Told = { account, template, number: '', title: name, type: 'first' }
  await tell(
    {
      kind: 'filing.duties',
      account,
      subject: name,
      ...(await addressees(trx, told)),
      parameters: { duty, name, by, count: String(count), link: '/filings' },
    },
    { trx, clock, random },
  )
}

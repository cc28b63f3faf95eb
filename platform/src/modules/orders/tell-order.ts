import type { Finding, Text } from '@yuming/rules'
import { chinaDay } from '../../kernel/clock/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Trx } from '../../kernel/database/index.ts'
import { verificationDuty } from '../domains/index.ts'
import { tellHolder } from '../registrants/index.ts'
import { moneyBack } from './refunds/money-back.ts'
import type { RefundTo } from './states.ts'
import { feeRaisedRule } from './tasks/fee-of-today.ts'

interface Told {
  readonly number: string
  readonly account: string
  readonly kind: 'register' | 'renew'
  readonly template: string | null
}

interface ToldLine {
  readonly name: string
  readonly ascii: string
  readonly state: string
  readonly failure: readonly Finding[] | null
  readonly subtotal_fen: number
  readonly refund_to: RefundTo | null
  readonly expires_at: Date | null
}

type Services = Pick<Context, 'trx' | 'clock' | 'random'>

/** An order was placed: to be paid soon, since it holds no name (S0-23, S0-24). */
export async function tellPlaced(
  order: Told,
  lines: readonly { readonly name: string; readonly ascii: string }[],
  context: Services,
): Promise<void> {
  const template = await templateFor(context.trx, order, lines)
  if (template === undefined) return
  const { number } = order
  await tellHolder(
    {
      template,
      manager: order.account,
      kind: 'order.placed',
      subject: number,
      parameters: { number, names: namesOf(lines), link: linkOf(order) },
    },
    context,
  )
}

/** A paid order has ended: what was registered or renewed, and what was not, with where the money went. */
export async function tellEnded(
  order: Told & { readonly method: string | null },
  lines: readonly ToldLine[],
  context: Services,
): Promise<void> {
  const template = await templateFor(context.trx, order, lines)
  if (template === undefined) return
  const { number, kind } = order
  const common = { template, manager: order.account, subject: number } as const
  const won = lines.filter(({ state }) => state === 'succeeded')
  const refunded = lines.filter(({ state, refund_to }) => state === 'refunded' || refund_to === 'operator')
  const link = linkOf(order)
  if (kind === 'renew' && won.length > 0)
    await tellHolder(
      {
        ...common,
        kind: 'domain.renewed',
        parameters: { names: namesOf(won), expires: daysOf(won), link },
      },
      context,
    )
  if (kind === 'register' && won.length > 0)
    await tellHolder(
      {
        ...common,
        kind: 'order.succeeded',
        parameters: { number, names: namesOf(won), next: await nextStep(context.trx, won), link },
      },
      context,
    )
  const raised = refunded.filter(isRaised)
  const lost = refunded.filter((line) => !isRaised(line))
  for (const [notice, about] of [
    ['order.price-raised', raised],
    [kind === 'renew' ? 'order.renewal-failed' : 'order.failed', lost],
  ] as const) {
    if (about.length === 0) continue
    await tellHolder(
      {
        ...common,
        kind: notice,
        parameters: {
          number,
          names: namesOf(about),
          reason: about.map(({ failure }) => failure?.[0]?.message).find((text) => text !== undefined) ?? '',
          money: moneyBack(about.map((line) => ({ ...line, method: order.method }))),
          link,
        },
      },
      context,
    )
  }
}

/** What is left to do: papers are asked for where a name has the days to hand them in (S0-15, S0-16), filing for a site. */
async function nextStep(trx: Trx, won: readonly ToldLine[]): Promise<Text> {
  const duty = await trx
    .selectFrom('deadline')
    .select('id')
    .where('kind', '=', verificationDuty)
    .where(
      'subject',
      'in',
      won.map(({ ascii }) => ascii),
    )
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst()
  return duty
    ? {
        zh: '请尽快进行实名认证；如要在中国内地的服务器上开通网站，实名认证后还须办理 ICP 备案。',
        en: 'Please complete real-name verification soon. A website on servers in mainland China also needs ICP filing after that.',
      }
    : {
        zh: '不用再交实名材料。如要在中国内地的服务器上开通网站，还须办理 ICP 备案。',
        en: 'No papers are asked for. A website on servers in mainland China also needs ICP filing.',
      }
}

/** A premium name that its registry wants more for than was frozen: nobody took it, and it can be had at the new price. */
function isRaised({ failure }: ToldLine): boolean {
  return failure?.[0]?.rule === feeRaisedRule
}

/** The new last day of the renewed names, or the first and the last of several. */
function daysOf(lines: readonly { expires_at: Date | null }[]): string {
  const days = lines.flatMap(({ expires_at: at }) => (at ? [chinaDay(at)] : [])).toSorted()
  const [first = ''] = days
  const last = days.at(-1) ?? first
  return first === last ? first : `${first} – ${last}`
}

/** The holder of the order; for a renewal the holder of its first name. */
async function templateFor(
  trx: Trx,
  { template, account }: Told,
  lines: readonly { readonly ascii: string }[],
): Promise<string | undefined> {
  if (template !== null) return template
  const ascii = lines[0]?.ascii
  if (ascii === undefined) return undefined
  const domain = await trx
    .selectFrom('domain')
    .select('template')
    .where('ascii', '=', ascii)
    .where('account', '=', account)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  return domain?.template
}

const linkOf = ({ number }: Told) => `/orders/${number}`

function namesOf(lines: readonly { readonly name: string }[]): string {
  const shown = lines.slice(0, 5).map(({ name }) => name)
  return lines.length > shown.length ? `${shown.join(', ')} … (${lines.length})` : shown.join(', ')
}

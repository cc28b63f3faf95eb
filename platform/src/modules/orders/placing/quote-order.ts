import type { Finding } from '@yuming/rules'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor, ShopFront, ShopFronts, WithTrx } from '../../../kernel/http/index.ts'
import { type Catalog, pointedTo } from '../../catalog/index.ts'
import type { Registries } from '../../domains/index.ts'
import type { Offers } from '../../promotions/index.ts'
import { circumstancesOf, templateFindings, templateOf } from '../../registrants/index.ts'
import { type AvailabilityAsker, checkNames, type PremiumOffer, premiumNotSold } from '../../search/index.ts'
import type { NamesToQualify, VerificationProvider } from '../../verification/index.ts'
import type { VerifyPolicy } from '../holder-findings.ts'
import { offersOf } from '../offers-of.ts'
import { premiumLinePrice } from '../price-line.ts'
import { lostMeanwhile, type QuotedLine, quote, type WantedLine } from '../quote.ts'
import { withRegistered } from '../registered-already.ts'
import { withCheckedPerson, withLabelAdvice, withQualification } from '../reviewed-first.ts'

export interface QuoteDeps {
  readonly catalog: Catalog
  readonly asker: AvailabilityAsker
  readonly registryLimitMs: number
  /** 中国站、国际站: the rules of who may hold what differ (S1-12…S1-25). */
  readonly fronts: ShopFronts
  /** Whether a suffix that wants its holder verified first gets that (`verification.before`). */
  readonly verifyBefore: VerifyPolicy
  readonly registries: Registries
  /** Who reviews labels for registries that want its codes. */
  readonly provider: VerificationProvider | undefined
  /** Names whose holder has to prove a right to them. */
  readonly names: NamesToQualify
}

export interface WantedOrder {
  readonly lines: readonly WantedLine[]
  readonly holderType: 'person' | 'organisation'
  readonly templateId?: string | undefined
  readonly promoCode?: string | undefined
}

/** Everything that is known of an order before it is placed: what its preview shows, and what placing it rests on. */
export interface OrderQuote {
  /** At the prices of the list: rules, qualification, the registries' answers and the provider's advice are in them. */
  readonly lines: readonly QuotedLine[]
  readonly offers: Offers
  readonly template:
    | { readonly emailVerified: boolean; readonly findings: ReturnType<typeof templateFindings> }
    | undefined
}

/** Quotes an order, once for its preview or its placing: nobody is asked the same thing twice. */
export async function quoteOrder(
  wanted: WantedOrder,
  { actor, front, withTrx, day }: { actor: CustomerActor; front: ShopFront; withTrx: WithTrx; day: string },
  deps: QuoteDeps,
): Promise<OrderQuote> {
  const { lines, identity, ...rest } = await withTrx((context) => byRules(wanted, { actor, front }, deps, context))
  const [answers, advised] = await Promise.all([
    availabilityOf(lines, deps),
    withLabelAdvice(lines, deps, { identity }),
  ])
  return { ...rest, lines: asAnswered(advised, answers, day) }
}

async function byRules(
  wanted: WantedOrder,
  { actor, front }: { actor: CustomerActor; front: ShopFront },
  { catalog, fronts, verifyBefore, names }: QuoteDeps,
  { trx, clock }: Context,
) {
  const template = wanted.templateId ? await templateOf(trx, actor, wanted.templateId) : undefined
  const lines = quote(
    {
      lines: wanted.lines,
      holder: {
        site: front.kind,
        operation: 'register',
        ...(template && circumstancesOf(template)),
        holderType: wanted.holderType,
      },
      holderState: template,
      verifyBefore,
    },
    catalog,
    clock.today(),
  )
  const sold = await withRegistered(ofOneType(lines, wanted.holderType, template?.holderType), {
    trx,
    account: actor.account,
  })
  const holder = { trx, account: actor.account, template: template?.id }
  const proved = await withQualification(sold, names, { ...holder, today: clock.today() })
  const qualified = await withCheckedPerson(proved, { ...holder, now: clock.now() })
  const other = fronts.other(front)
  return {
    lines: qualified.map((line) => ({ ...line, findings: pointedTo(line.findings, other) })),
    identity: template?.identity,
    offers: await offersOf(
      { lines, product: 'register', promoCode: wanted.promoCode },
      actor.account,
      { lock: false },
      { trx, clock },
    ),
    template: template && { emailVerified: template.emailVerified, findings: templateFindings(template) },
  }
}

/** The rules were asked about the type that was stated: with a template of the other type, somebody else would hold the names. */
function ofOneType(
  lines: readonly QuotedLine[],
  stated: WantedOrder['holderType'],
  held: WantedOrder['holderType'] | undefined,
): readonly QuotedLine[] {
  if (held === undefined || held === stated) return lines
  return lines.map((line) => ({ ...line, state: 'invalid' as const, findings: [...line.findings, otherType] }))
}

const otherType: Finding = {
  rule: 'ORDER-HOLDER-01',
  severity: 'refuse',
  field: 'templateId',
  message: {
    zh: '选的信息模板不是这个持有者类型',
    en: 'The chosen template is not of the holder type that was stated',
  },
  remedy: {
    zh: '换一个模板，或改持有者类型',
    en: 'Choose another template, or change the holder type',
  },
  source: { document: '本平台的下单规则', section: '确认订单' },
  from: '2026-11-30',
}

/** What the registries say of the names now: one that was taken since it went on the list is told before anybody pays for it. */
export function availabilityOf(
  lines: readonly QuotedLine[],
  { asker, registryLimitMs }: QuoteDeps,
): ReturnType<typeof checkNames> {
  const askable = lines.flatMap(({ state, registry, ascii, years }) =>
    state === 'ok' && registry !== null ? [{ registry, ascii, years }] : [],
  )
  return checkNames(asker, askable, registryLimitMs)
}

export function asAnswered(
  lines: readonly QuotedLine[],
  answers: Awaited<ReturnType<typeof checkNames>>,
  day: string,
): QuotedLine[] {
  return lines.map((line) => {
    const answer = answers.get(line.ascii)
    if (line.state !== 'ok' || !answer) return line
    if (!answer.available) return { ...line, state: 'invalid', findings: [...line.findings, lostMeanwhile(day)] }
    return answer.premium ? atItsOwnPrice(line, answer.premium) : line
  })
}

/** A premium name is never ordered at the price of its suffix. */
function atItsOwnPrice(line: QuotedLine, { retailFen, fee }: PremiumOffer): QuotedLine {
  if (retailFen === null || !fee)
    return { ...line, price: undefined, state: 'invalid', findings: [premiumNotSold, ...line.findings] }
  return { ...line, price: premiumLinePrice(retailFen, fee) }
}

import type { Finding } from '@yuming/rules'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { closedFor, type OwnDomain } from '../../domains/index.ts'
import { renewalPrice } from '../price-line.ts'
import type { QuotedLine } from '../quote.ts'
import { addYears } from './add-years.ts'

export interface WantedRenewal {
  readonly ascii: string
  readonly years: number
  /** YYYY-MM-DD that the customer saw; another one stops the line. */
  readonly expectedExpiry: string
}

/** One renewal as it would be ordered now: its frozen price and its new day, or what stands against it. */
export interface QuotedRenewal extends QuotedLine {
  readonly expiresOn: string | null
  readonly newExpiry: string | null
  readonly expectedExpiry?: Date
}

/** Ten years in all is the most that a registry keeps (RFC 5731 leaves it to policy; every suffix here has it). */
const mostYears = 10

const own = (rule: string, field: string, message: Finding['message'], remedy: Finding['remedy']): Finding => ({
  rule,
  severity: 'refuse',
  field,
  message,
  remedy,
  source: { document: '本平台的下单规则', section: '续费' },
  from: '2026-11-01',
})

const notYours = own(
  'RENEW-OWN-01',
  'name',
  { zh: '你的账号下没有这个域名', en: 'Your account has no such domain' },
  { zh: '从这次续费里去掉', en: 'Leave it out' },
)
const twice = own(
  'RENEW-TWICE-01',
  'name',
  { zh: '这个名字已有一行', en: 'The name has a row already' },
  { zh: '去掉其中一行', en: 'Remove one of the rows' },
)
const noPrice = own(
  'RENEW-PRICE-01',
  'name',
  { zh: '这个后缀现在没有续费价', en: 'This suffix has no renewal price now' },
  { zh: '请联系客服', en: 'Ask our support' },
)
const moved = own(
  'RENEW-EXPIRY-01',
  'expectedExpiry',
  { zh: '到期日已变，可能刚续过费', en: 'The expiry has changed: it may just have been renewed' },
  { zh: '刷新后再看要不要续', en: 'Refresh, and see whether it is still wanted' },
)
const tooLong = (most: number) =>
  own(
    'RENEW-TERM-01',
    'years',
    { zh: '加起来超过十年', en: 'More than ten years in all' },
    most > 0 ? { zh: `最多续 ${most} 年`, en: `At most ${most} more` } : { zh: '过些时候再续', en: 'Renew it later' },
  )

/** Prices renewals of many names by the rules of a day; `domains` holds those of the account. */
export function quoteRenewals(
  wanted: readonly WantedRenewal[],
  domains: ReadonlyMap<string, OwnDomain>,
  { catalog, now }: { catalog: Catalog; now: Date },
): QuotedRenewal[] {
  const seen = new Set<string>()
  return wanted.map(({ ascii, years, expectedExpiry }) => {
    const domain = domains.get(ascii)
    if (!domain) return unknownName(ascii, years)
    const { row, facts } = domain
    const record = catalog.suffix(row.suffix)
    const price = record && renewalPrice(record, years)
    const most = yearsLeft(row.expires_at, now)
    const findings = [
      ...(seen.has(ascii) ? [twice] : []),
      ...closedFor('renew', facts),
      ...(chinaDay(row.expires_at) === expectedExpiry ? [] : [moved]),
      ...(years > most ? [tooLong(most)] : []),
      ...(price ? [] : [noPrice]),
    ]
    seen.add(ascii)
    const refused = findings.length > 0
    return {
      name: row.name,
      ascii,
      suffix: row.suffix,
      years,
      registry: row.registry,
      price,
      state: refused ? 'invalid' : 'ok',
      findings,
      expiresOn: chinaDay(row.expires_at),
      newExpiry: refused ? null : chinaDay(addYears(row.expires_at, years)),
      expectedExpiry: row.expires_at,
    }
  })
}

/** Whole years that may still be added. */
function yearsLeft(expiresAt: Date, now: Date): number {
  let years = 0
  while (years < mostYears && addYears(expiresAt, years + 1) <= addYears(now, mostYears)) years++
  return years
}

function unknownName(ascii: string, years: number): QuotedRenewal {
  return {
    name: ascii,
    ascii,
    suffix: '',
    years,
    registry: null,
    price: undefined,
    state: 'invalid',
    findings: [notYours],
    expiresOn: null,
    newExpiry: null,
  }
}

import type { Circumstances } from '@yuming/names'
import type { Finding } from '@yuming/rules'
import type { Catalog } from '../catalog/index.ts'
import { appraiseName, appraiseOf } from '../search/index.ts'
import { type HolderState, holderStateFindings, type VerifyPolicy } from './holder-findings.ts'
import { type LinePrice, registrationPrice } from './price-line.ts'

export interface WantedLine {
  readonly name: string
  readonly years: number
  /** A 姓名.网址 name, which is written as any other name under .网址. */
  readonly personal?: boolean
}

/** One line as it would be ordered now: its frozen price, or what stands against it. */
export interface QuotedLine {
  readonly name: string
  readonly ascii: string
  readonly suffix: string
  /** Two names with one key are one name (S1-30); undefined of what is no name. */
  readonly key?: string
  readonly years: number
  readonly registry: string | null
  readonly price: LinePrice | undefined
  readonly state: 'ok' | 'invalid'
  readonly findings: readonly Finding[]
  readonly personal?: boolean
}

export interface QuoteInput {
  readonly lines: readonly WantedLine[]
  /** What is known of who will hold the names; the naming rules look at it. */
  readonly holder: Circumstances
  /** How far the chosen template is verified; undefined while none is chosen. */
  readonly holderState: HolderState | undefined
  readonly verifyBefore: VerifyPolicy
}

const own = (
  rule: string,
  field: string,
  zh: string,
  en: string,
  remedyZh: string,
  remedyEn: string,
  from = '2026-11-01',
): Finding => ({
  rule,
  severity: 'refuse',
  field,
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
  source: { document: '本平台的下单规则', section: '确认订单' },
  from,
})

/** The product of names that are a person's own (S1-115). */
const personalNames = '姓名.网址'

const twice = own(
  'ORDER-TWICE-01',
  'name',
  '这个名字在订单里已有一行',
  'The order has this name already',
  '移除其中一行',
  'Remove one of the rows',
)

/** Prices the wanted names by the rules and the list of a day; nothing is asked from a registry, and no promotion is looked at. */
export function quote(
  { lines, holder, holderState, verifyBefore }: QuoteInput,
  catalog: Catalog,
  day: string,
): QuotedLine[] {
  const seen = new Set<string>()
  return lines.map(({ name, years, personal = false }) => {
    const appraise = (given?: Circumstances) =>
      personal
        ? appraiseOf(catalog, { name, suffix: personalNames }, day, given)
        : appraiseName(catalog, name, day, given)
    const appraisal = appraise()
    if (!appraisal.ok)
      return {
        name,
        ascii: name,
        suffix: '',
        years,
        registry: null,
        price: undefined,
        state: 'invalid',
        findings: appraisal.findings,
      }
    const record = catalog.suffix(appraisal.suffix)
    const stateFindings = record && holderState ? holderStateFindings(record, holderState, verifyBefore, day) : []
    // The name alone is fine and has its price; what the holder adds is told beside it.
    const findings: Finding[] = [...appraise(holder).findings, ...stateFindings]
    if (seen.has(appraisal.key)) findings.push(twice)
    seen.add(appraisal.key)
    if (record && (years < record.periods.min || years > record.periods.max))
      findings.push(
        own(
          'TERM-RANGE-01',
          'years',
          `.${record.suffix} 可注册 ${record.periods.min} 至 ${record.periods.max} 年`,
          `.${record.suffix} is registered for ${record.periods.min} to ${record.periods.max} years`,
          '改年限',
          'Change the years',
        ),
      )
    const price = record && registrationPrice(record, years)
    const refused = findings.some(({ severity }) => severity === 'refuse') || !price
    return {
      name: appraisal.name,
      ascii: appraisal.ascii,
      suffix: appraisal.suffix,
      key: appraisal.key,
      years,
      registry: record?.registry ?? null,
      price,
      state: refused ? 'invalid' : 'ok',
      findings,
      ...(personal ? { personal } : {}),
    }
  })
}

/** What is due for the lines that can be ordered. */
export function totalOf(lines: readonly QuotedLine[]): number {
  return lines.reduce((sum, { state, price }) => sum + (state === 'ok' ? (price?.subtotalFen ?? 0) : 0), 0)
}

/** A name that was free a moment ago and is not any more. */
export function lostMeanwhile(day: string): Finding {
  return own(
    'NAME-TAKEN-01',
    'name',
    '刚被别人注册',
    'Somebody else has just registered it',
    '换一个名字或后缀',
    'Choose another name or suffix',
    day,
  )
}

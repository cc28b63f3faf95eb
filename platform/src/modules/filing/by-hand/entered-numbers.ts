import { type FilingNumber, formatFilingNumber, parseFilingNumber, provinceNamed, subjectNumber } from '@yuming/filing'
import { cite, type Finding } from '@yuming/rules'
import type { Trx } from '../../../kernel/database/index.ts'
import type { DraftService } from '../draft/draft-schemas.ts'
import { NumberRefused } from '../errors.ts'
import type { OrderRow } from '../orders.ts'

/** The number that a bureau gave one service of an order. */
export interface EnteredNumber {
  /** Key of the service in the draft. */
  readonly service: string
  readonly number: string
}

export interface Numbers {
  readonly subject: string
  /** By the key of the service. */
  readonly services: ReadonlyMap<string, string>
}

/**
 * The numbers that an operator typed, in their exact form: one for each service, with the letter of its kind, of this
 * province, all of one subject, and nobody else's. @throws NumberRefused (findings)
 */
export async function numbersEntered(
  trx: Trx,
  {
    order,
    services,
    known,
    entered,
  }: {
    readonly order: Pick<OrderRow, 'province' | 'account' | 'number_digest'>
    readonly services: readonly DraftService[]
    /** Number of the subject, where it is filed already. */
    readonly known: string | undefined
    readonly entered: readonly EnteredNumber[]
  },
): Promise<Numbers> {
  const findings: Finding[] = []
  const numbers = new Map<string, string>()
  let subject = known === undefined ? undefined : parseFilingNumber(known)
  for (const { key = '', kind } of services) {
    const at = entered.findIndex(({ service }) => service === key)
    const refuse = (rule: keyof typeof wrong) => findings.push(finding(rule, at < 0 ? services.length : at))
    const read = parseFilingNumber(entered[at]?.number ?? '')
    if (!read?.service) refuse('form')
    else if (read.service.kind !== kind) refuse('kind')
    else if (read.province !== provinceNamed(order.province ?? '')?.abbreviation) refuse('province')
    else if (subject !== undefined && !sameSubject(read, subject)) refuse('subject')
    else if (await isTaken(trx, read, key, order)) refuse('taken')
    else {
      subject ??= subjectNumber(read)
      numbers.set(key, formatFilingNumber(read))
    }
  }
  if (entered.some(({ service }) => !services.some(({ key }) => key === service)))
    findings.push(finding('service', entered.length - 1))
  if (new Set(numbers.values()).size < numbers.size) findings.push(finding('twice', entered.length - 1))
  if (findings.length > 0 || subject === undefined) throw NumberRefused({ findings })
  return { subject: formatFilingNumber(subjectNumber(subject)), services: numbers }
}

function sameSubject(one: FilingNumber, other: FilingNumber): boolean {
  return formatFilingNumber(subjectNumber(one)) === formatFilingNumber(subjectNumber(other))
}

/** Another filed service has it, or the subject that it belongs to is somebody else's here. */
async function isTaken(
  trx: Trx,
  number: FilingNumber,
  key: string,
  { account, number_digest }: Pick<OrderRow, 'account' | 'number_digest'>,
): Promise<boolean> {
  const service = await trx
    .selectFrom('filing_service')
    .select('id')
    .where('number', '=', formatFilingNumber(number))
    .where('state', '=', 'filed')
    .where('own_id', '<>', key)
    .executeTakeFirst()
  if (service) return true
  const owner = await trx
    .selectFrom('filing_subject')
    .select(['account', 'number_digest'])
    .where('number', '=', formatFilingNumber(subjectNumber(number)))
    .where('state', '=', 'filed')
    .executeTakeFirst()
  if (!owner) return false
  return owner.account !== account || number_digest === null || !owner.number_digest.equals(number_digest)
}

const letter = {
  zh: '网站是-1，App是-1A，小程序是-1X，快应用是-1K',
  en: 'a website has -1, an App -1A, a mini-program -1X, a quick app -1K',
}
const wrong = {
  form: {
    message: { zh: '这不是服务的备案号', en: 'This is no filing number of a service' },
    remedy: { zh: `例如京ICP备12345678号-1A：${letter.zh}`, en: `For example 京ICP备12345678号-1A: ${letter.en}` },
  },
  kind: {
    message: { zh: '备案号末尾的字母与服务类型不符', en: 'The letter at its end is not that of the kind of service' },
    remedy: { zh: `核对管局给的号码：${letter.zh}`, en: `Compare it with what the bureau gave: ${letter.en}` },
  },
  province: {
    message: { zh: '备案号的省份不是这一单的管局', en: 'The number is of another province than the order’s bureau' },
    remedy: { zh: '核对管局给的号码', en: 'Compare it with what the bureau gave' },
  },
  subject: {
    message: { zh: '备案号不在这个主体下', en: 'The number is not one of this subject' },
    remedy: {
      zh: '主体号要与已备案的主体相同，一单里的服务也同属一个主体',
      en: 'Its subject’s part is that of the filed subject, and the same for all services of an order',
    },
  },
  taken: {
    message: { zh: '这个备案号已是本平台另一份备案的', en: 'The number belongs to another filing of this platform' },
    remedy: { zh: '核对号码，和录入时的主体', en: 'Compare the number, and the subject that it was entered for' },
  },
  twice: {
    message: { zh: '两个服务填了同一个备案号', en: 'Two services have the same number' },
    remedy: { zh: '每个服务有自己的号', en: 'Each service has a number of its own' },
  },
  service: {
    message: { zh: '这一单没有这个服务', en: 'The order has no such service' },
    remedy: { zh: '重新打开这一单再填', en: 'Open the order again, then enter it' },
  },
} as const

function finding(rule: keyof typeof wrong, at: number): Finding {
  return {
    rule: `ENTRY-NUMBER-${rule.toUpperCase()}`,
    severity: 'refuse',
    field: `numbers.${at}.number`,
    ...wrong[rule],
    source: cite('境内接入商乙的公开文档：备案知识库', '备案号的写法：-nA、-nX、-nK', { date: '2025-12-31' }),
    from: '2025-12-31',
  }
}

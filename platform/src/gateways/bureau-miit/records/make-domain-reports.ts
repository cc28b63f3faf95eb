import {
  type CodeTableBook,
  codeNamed,
  type DomainContact,
  type DomainReport,
  type Profile,
  packFiles,
  type UploadName,
  type UploadRecords,
  uploadProblems,
  writeRecord,
} from '@yuming/miit'
import type {
  MadeReports,
  ReportCode,
  ReportedHolder,
  ReportedName,
  Reports,
} from '../../../modules/domain-reports/ports.ts'
import { areaCodes } from './areas.ts'

/** How this registrar names itself, and what it reports where a name is not delegated. */
export interface Registrar {
  readonly name: string
  readonly nameServers: readonly string[]
}

const placeless = 'registrant.province'

export interface MakeReportsOptions {
  readonly profile: Profile
  readonly book: CodeTableBook
  readonly ispId: string
  readonly registrar: Registrar
  readonly today: string
}

/** Names as one file of the ministry's interface (6.7); what cannot be told stands in `against`, with its field. */
export function makeDomainReports(reports: Reports, options: MakeReportsOptions): MadeReports {
  if (reports.operation === 'remove-domain')
    return packed(
      'remove-domain',
      reports.names.map(({ ministryId }) => ({ record: { bureauId: ministryId }, against: [] })),
      options,
    )
  const { operation } = reports
  return packed(
    operation,
    reports.names.map((name) => reportOf(name, operation === 'new-domain', options)),
    options,
  )
}

function packed<N extends UploadName>(
  name: N,
  made: readonly { readonly record: UploadRecords[N]; readonly against: readonly ReportCode[] }[],
  { profile, ispId }: MakeReportsOptions,
): MadeReports {
  const against = new Map<number, readonly ReportCode[]>()
  const written: { at: number; bytes: Uint8Array }[] = []
  for (const [at, one] of made.entries()) {
    const problems = [
      ...one.against,
      ...uploadProblems(profile, name, one.record).map(
        ({ wouldBe, says, field, code }): ReportCode => ({
          code: wouldBe ?? null,
          means: says,
          said: null,
          field,
          asks: code === 'unsupported' || field === 'registrar' ? 'us' : 'holder',
        }),
      ),
    ]
    // One thing that is wrong needs one sentence: an area that has no code is none of a contact either.
    const said = new Set(one.against.map(({ field }) => field))
    const each = problems.filter(
      ({ field }, n) =>
        problems.findIndex((other) => other.field === field) === n &&
        !(said.has(placeless) && field !== placeless && /\.(province|city)$/.test(field ?? '')),
    )
    if (each.length > 0) against.set(at, each)
    else written.push({ at, bytes: writeRecord(profile, name, one.record) })
  }
  const [file] = packFiles(
    profile,
    name,
    written.map(({ bytes }) => bytes),
    ispId,
  )
  return { xml: file?.xml, taken: file ? written.slice(file.from, file.to).map(({ at }) => at) : [], against }
}

function reportOf(
  { ascii, ownId, ministryId, registeredOn, expiresOn, nameServers, holder }: ReportedName,
  fresh: boolean,
  { book, registrar, today }: MakeReportsOptions,
): { record: DomainReport; against: readonly ReportCode[] } {
  const type = typeWords(ascii)
    .map((word) => codeNamed(book, 'domain-type', word))
    .find((row) => row !== undefined)
  const administrator = contactOf(holder, book, holder.contact)
  const against: ReportCode[] = []
  if (!type)
    against.push({
      code: null,
      means: { zh: '工信部的域名类型代码表还没有下发', en: 'The ministry has not sent its table of domain types yet' },
      said: null,
      field: 'type',
      asks: 'us',
    })
  if (expiresOn < today)
    against.push({
      code: 3004,
      means: { zh: '域名已到期，续费后再报', en: 'The name has expired; it is reported once it is renewed' },
      said: null,
      field: 'expiresOn',
      asks: 'holder',
    })
  if (administrator.province === 0 || administrator.city === 0)
    against.push({
      code: 3028,
      means: {
        zh: '所在省、市没有对应的行政区划代码，请在信息模板里改成规范名称',
        en: 'Province and city have no area code: correct them in the template to their official names',
      },
      said: null,
      field: placeless,
      asks: 'holder',
    })
  // Ym_fwq may not be empty (3005), and there is no word for "not delegated": then it is where we would delegate it to.
  const servers = nameServers.length > 0 ? nameServers : registrar.nameServers
  return {
    record: {
      ...(fresh ? { id: ownId } : { bureauId: ministryId ?? '' }),
      name: ascii,
      type: type?.id ?? 1,
      registeredOn,
      expiresOn,
      registrant: contactOf(holder, book, holder.name),
      administrator,
      registrar: registrar.name,
      nameServers: servers,
    },
    against,
  }
}

/** Names under which the ministry's table may have a kind of name; the codes are its own. */
function typeWords(ascii: string): readonly string[] {
  if (ascii.includes('xn--')) return ['中文域名', '国际化域名']
  return ascii.slice(ascii.lastIndexOf('.') + 1).length === 2
    ? ['国家顶级域名', '国家和地区顶级域名', '国家代码顶级域名']
    : ['通用顶级域名', '国际顶级域名']
}

/** Of regions without provinces in the holder's form, the region's own row (GB/T 2260). */
const regionCodes: Readonly<Record<string, number>> = { HK: 810_000, MO: 820_000, TW: 710_000 }

function contactOf(holder: ReportedHolder, book: CodeTableBook, name: string): DomainContact {
  const area = areaOf(holder, book)
  return {
    name,
    organisation: holder.name,
    address: [holder.province, holder.city, holder.street].join(''),
    ...area,
    email: holder.email,
    // RFC 5733 writes +86.13800000000; here it is the number alone, at least eleven characters of it.
    phone: holder.phone.replace(/^\+86\./, ''),
  }
}

function areaOf({ region, province, city }: ReportedHolder, book: CodeTableBook): { province: number; city: number } {
  if (region === 'CN') {
    const codes = areaCodes({ province, city })
    return { province: codes.province, city: codes.city ?? 0 }
  }
  const abroad = ['境外', '国外', '其他', '其它']
    .map((word) => codeNamed(book, 'area', word)?.id)
    .find((id) => id !== undefined)
  const code = regionCodes[region] ?? abroad ?? 0
  return { province: code, city: code }
}

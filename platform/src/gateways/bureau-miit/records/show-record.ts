import type { Person, Service, Subject } from '@yuming/miit'
import type { Text } from '@yuming/rules'
import type { Outgoing, ShownField, ShownRecord } from '../../../modules/filing/ports.ts'
import { BureauCodes } from './bureau-codes.ts'
import { type MakeOptions, recordOf } from './make-record.ts'

const labels = {
  name: { zh: '主办单位名称', en: 'Organiser' },
  nature: { zh: '主办单位性质', en: 'Nature of the organiser' },
  certificateKind: { zh: '证件类型', en: 'Kind of certificate' },
  certificateNumber: { zh: '证件号码', en: 'Certificate number' },
  certificateAddress: { zh: '证件住所', en: 'Address on the certificate' },
  area: { zh: '所属区域', en: 'Region' },
  street: { zh: '通信地址', en: 'Correspondence address' },
  investor: { zh: '投资者或上级主管单位', en: 'Investor or superior unit' },
  remark: { zh: '备注', en: 'Remark' },
  person: { zh: '负责人姓名', en: 'Principal' },
  personKind: { zh: '负责人证件类型', en: 'Kind of the principal’s paper' },
  personNumber: { zh: '负责人证件号码', en: 'Number of the principal’s paper' },
  mobile: { zh: '手机号码', en: 'Mobile phone' },
  office: { zh: '办公电话', en: 'Office phone' },
  email: { zh: '电子邮箱', en: 'Email' },
  site: { zh: '网站名称', en: 'Name of the site' },
  app: { zh: '服务名称', en: 'Name of the service' },
  domains: { zh: '域名', en: 'Domains' },
  home: { zh: '首页地址', en: 'Home page' },
  content: { zh: '服务内容', en: 'Content' },
  languages: { zh: '语言', en: 'Languages' },
  approvals: { zh: '前置审批', en: 'Pre-approval' },
  approvalNumber: { zh: '批准文号', en: 'Approval number' },
  platform: { zh: '运行平台', en: 'Platform' },
  packageId: { zh: '包名或Bundle ID', en: 'Package name or bundle id' },
  appId: { zh: 'AppID', en: 'AppID' },
  publicKey: { zh: '公钥', en: 'Public key' },
  digest: { zh: '证书指纹', en: 'Certificate digest' },
  mode: { zh: '接入方式', en: 'Way of access' },
  place: { zh: '服务器分布地点', en: 'Place of the servers' },
  ips: { zh: 'IP地址', en: 'IP addresses' },
  number: { zh: '备案号', en: 'Filing number' },
  reason: { zh: '注销原因', en: 'Reason of the cancellation' },
} as const satisfies Readonly<Record<string, Text>>

const platformNames: Readonly<Record<string, string>> = {
  android: 'Android',
  ios: 'iOS',
  harmony: 'HarmonyOS',
  wechat: '微信',
  alipay: '支付宝',
  douyin: '抖音',
}

/** An order as its bureau reads it: the record that would leave, each code in the bureau's own word. */
export async function showRecord(outgoing: Outgoing, options: MakeOptions): Promise<ShownRecord> {
  const codes = new BureauCodes(options.book, options.operationIds)
  const made = await recordOf(outgoing, codes, options)
  const rows = new Rows(codes)
  const { record } = made
  return {
    operation: made.operation,
    parts: [
      ...('subject' in record && 'principal' in record.subject
        ? [{ part: 'subject' as const, at: 0, fields: rows.subject(record.subject, outgoing.subject.subject.region) }]
        : []),
      ...('subject' in record && !('principal' in record.subject)
        ? [{ part: 'subject' as const, at: 0, fields: rows.line('subject', 'number', outgoing.subject.number) }]
        : []),
      ...('services' in record
        ? record.services.map((service, at) => ({ part: 'service' as const, at, fields: rows.service(service, at) }))
        : []),
      ...('access' in record || 'reason' in record
        ? [
            {
              part: 'service' as const,
              at: 0,
              fields: rows.line('services.0.number', 'number', outgoing.services[0]?.number),
            },
          ]
        : []),
      ...('access' in record
        ? [{ part: 'service' as const, at: 0, fields: rows.access(record.access, 'services.0.access.0') }]
        : []),
      ...('reason' in record ? [{ part: 'order' as const, at: 0, fields: rows.coded('cancelReason', 'reason') }] : []),
    ],
    papers: outgoing.papers.map(({ kind, service }, at) => ({
      kind,
      service,
      purpose: kind === 'pre-approval' ? labels.approvals.zh : (rows.of(`papers.${at}`)[0]?.word ?? null),
    })),
    problems: codes.problems,
  }
}

class Rows {
  readonly #codes: BureauCodes

  constructor(codes: BureauCodes) {
    this.#codes = codes
  }

  of(field: string) {
    return this.#codes.noted.filter((one) => one.field === field)
  }

  line(field: string, label: keyof typeof labels, value: string | undefined): ShownField[] {
    return value ? [{ field, label: labels[label], value, codes: [] }] : []
  }

  coded(field: string, label: keyof typeof labels): ShownField[] {
    const found = this.of(field)
    if (found.length === 0) return []
    const value = found.map(({ word }) => word).join('、')
    return [{ field, label: labels[label], value, codes: found.map(({ code }) => code) }]
  }

  person(principal: Person, field: string): ShownField[] {
    return [
      ...this.line(`${field}.name`, 'person', principal.name),
      ...this.coded(`${field}.certificate.kind`, 'personKind'),
      ...this.line(`${field}.certificate.number`, 'personNumber', principal.certificate?.number),
      ...this.line(`${field}.phone`, 'mobile', principal.mobile),
      ...this.line(`${field}.officePhone`, 'office', principal.officePhones?.join('；')),
      ...this.line(`${field}.email`, 'email', principal.emails?.join('；')),
    ]
  }

  subject(subject: Subject, region: Outgoing['subject']['subject']['region'] = {}): ShownField[] {
    const { province, city, county, street } = subject.address
    return [
      ...this.line('subject.name', 'name', subject.name),
      ...this.coded('subject.nature', 'nature'),
      ...this.coded('subject.certificate.kind', 'certificateKind'),
      ...this.line('subject.certificate.number', 'certificateNumber', subject.certificate.number),
      ...this.line('subject.certificate.address', 'certificateAddress', subject.certificate.address),
      {
        field: 'subject.region',
        label: labels.area,
        value: [region.province, region.city, region.county].filter((part) => part).join(' '),
        // The place is told by the code of its smallest part.
        codes: [county ?? city ?? province],
      },
      ...this.line('subject.correspondenceAddress', 'street', street),
      ...this.line('subject.investor', 'investor', subject.investor),
      ...this.person(subject.principal, 'subject.principal'),
      ...this.line('subject.remark', 'remark', subject.remark),
    ]
  }

  service(service: Service, at: number): ShownField[] {
    const field = `services.${at}`
    return [
      ...this.line(`${field}.number`, 'number', service.filingNumber),
      ...this.line(`${field}.name`, service.kind === 'website' ? 'site' : 'app', service.names.join('；')),
      ...this.line(`${field}.domains`, 'domains', service.domains.map(({ name }) => name).join('；')),
      ...this.line(`${field}.homeUrl`, 'home', service.kind === 'website' ? service.homeUrl : undefined),
      ...this.coded(`${field}.content`, 'content'),
      ...this.coded(`${field}.languages`, 'languages'),
      ...this.coded(`${field}.preApprovals`, 'approvals'),
      ...this.line(
        `${field}.preApprovals`,
        'approvalNumber',
        service.preApprovals?.map(({ number }) => number).join('；'),
      ),
      ...this.features(service, `${field}.app`),
      ...this.person(service.principal, `${field}.principal`),
      ...service.accesses.flatMap((access, index) => this.access(access, `${field}.access.${index}`)),
      ...this.line(`${field}.remark`, 'remark', service.remark),
    ]
  }

  /** What tells an App, a mini-program or a quick app from others. */
  features(service: Service, field: string): ShownField[] {
    switch (service.kind) {
      case 'website':
        return []
      case 'app':
        return service.platforms.flatMap(({ system, packageId, publicKey, certificateDigest }, at) => [
          ...this.line(`${field}.platforms.${at}`, 'platform', platformNames[system]),
          ...this.line(`${field}.platforms.${at}`, 'packageId', packageId),
          ...this.line(`${field}.platforms.${at}`, 'publicKey', publicKey),
          ...this.line(`${field}.platforms.${at}`, 'digest', certificateDigest),
        ])
      case 'mini-program':
        return [
          ...this.line(`${field}.platforms.0`, 'platform', platformNames[service.host] ?? service.host),
          ...this.line(`${field}.platforms.0`, 'appId', service.appId),
        ]
      case 'quick-app':
        return this.line(`${field}.platforms.0`, 'packageId', service.packageId)
    }
  }

  access({ addresses }: Service['accesses'][number], field: string): ShownField[] {
    return [
      ...this.coded(`${field}.mode`, 'mode'),
      ...this.coded(`${field}.place`, 'place'),
      ...this.line(
        `${field}.ips`,
        'ips',
        addresses.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join('；'),
      ),
    ]
  }
}

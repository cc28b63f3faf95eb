import type { FactField } from '@yuming/rules'
import { checkShape, interfaceShape, orderShape, paperShape, smsShape } from '../facts/paper-shape.ts'
import { domainShape, serverShape, serviceShape } from '../facts/service-shape.ts'
import { type Accepted, choice, day, line, many, parts } from '../facts/shape.ts'
import { accountShape, siteShape, subjectRecordShape, subjectShape } from '../facts/subject-shape.ts'
import { orderTypes, wishes } from '../model/order-types.ts'

const fields = {
  'province?': line,
  'wish?': choice(...wishes),
  'chosenType?': choice(...orderTypes),
  'check?': choice('so-far', 'before-submission'),
  'subject?': subjectShape,
  'record?': subjectRecordShape,
  'account?': accountShape,
  'services?': many(serviceShape, 50),
  'domains?': many(domainShape, 100),
  'servers?': many(serverShape, 50),
  'papers?': many(paperShape, 200),
  'sites?': many(siteShape, 200),
  'verification?': checkShape,
  'sms?': smsShape,
  'order?': orderShape,
  'interface?': interfaceShape,
  'day?': day,
} as const

const statedShape = parts(fields)
export type StatedFiling = Accepted<typeof statedShape>

/** What may be stated of a filing. The documentation is made of the same list. */
export const factFields: readonly FactField[] = [
  {
    name: 'province',
    kind: fields['province?'],
    example: '浙江省',
    means: {
      zh: '向哪个省的管局备案：名称、六位代码或简称（浙）；不写就按主体所在地',
      en: 'The province whose bureau it goes to: name, six-digit code or character; that of the subject otherwise',
    },
  },
  {
    name: 'wish',
    kind: fields['wish?'],
    example: 'file',
    means: {
      zh: '要办的事：备案（类型由系统判断）、变更、注销、取消接入、认领、迁移；不写就是备案',
      en: 'What is wanted: to file (the type is computed), a change, a cancellation, a claim, a move; to file unless stated',
    },
  },
  {
    name: 'chosenType',
    kind: fields['chosenType?'],
    example: 'first',
    means: {
      zh: '别人选定的类型，用来与算出来的比',
      en: 'A type that somebody chose, to be held against the computed one',
    },
  },
  {
    name: 'check',
    kind: fields['check?'],
    example: 'before-submission',
    means: {
      zh: 'so-far：只看已经写了的；before-submission：没写的必填项也算缺',
      en: 'so-far: only what is stated; before-submission: what is required and absent counts as missing',
    },
  },
  {
    name: 'subject',
    kind: fields['subject?'],
    example: {
      region: { province: '浙江省', city: '杭州市' },
      nature: 'enterprise',
      name: '杭州山月茶业有限公司',
      certificate: { kind: 'business-licence', number: '91350100M000100Y43' },
    },
    means: {
      zh: '主体：所在地、性质、名称、证件、通信地址、投资人或主管单位、负责人、备注、经营范围、工商登记',
      en: 'Who files: region, nature, name, paper, address, investor, principal, remark, scope, public register',
    },
  },
  {
    name: 'record',
    kind: fields['record?'],
    example: { filed: true, at: 'elsewhere', number: '浙ICP备12345678号' },
    means: {
      zh: '备案系统里这个主体的情况：有没有备案号、在不在本处、网站数、在办的订单、旧证件、黑名单',
      en: 'What the filing system says about the subject: number, here or elsewhere, services, running orders, older papers, blacklist',
    },
  },
  {
    name: 'account',
    kind: fields['account?'],
    example: { subject: 'none' },
    means: { zh: '账号里已有的主体', en: 'The subject that the account has already' },
  },
  {
    name: 'services',
    kind: fields['services?'],
    example: [{ kind: 'website', name: '山月茶业', domains: ['shanyue.cn'], content: 'portal', languages: ['zh'] }],
    means: {
      zh: '网站、App、小程序、快应用：名称、域名、首页、服务内容、语言、前置审批、负责人、接入、备注；App另有运行平台（包名、公钥、证书指纹）和图标大小',
      en: 'Websites, Apps, mini-programs, quick apps: name, domains, home address, content, languages, pre-approvals, principal, access, remark; of an App its platforms (package id, public key, certificate digest) and the size of its icon too',
    },
  },
  {
    name: 'domains',
    kind: fields['domains?'],
    example: [
      { name: 'shanyue.cn', verified: 'verified', verifiedOn: '2026-11-10', expiresOn: '2027-11-20', filed: false },
    ],
    means: {
      zh: '域名：后缀和注册商获批没有、持有者、实名、工信部知不知道、到期日、打不打得开、备案情况、上级域名',
      en: 'Domains: suffix and registrar approved, holder, verification, known to the ministry, last day, open or not, filings, parent',
    },
  },
  {
    name: 'servers',
    kind: fields['servers?'],
    example: [{ product: 'cloud-server', region: 'mainland', billing: 'prepaid', months: 3, publicIp: true }],
    means: { zh: '服务器或产品，和备案服务号', en: 'Servers or products, and their service numbers' },
  },
  {
    name: 'papers',
    kind: fields['papers?'],
    example: [{ kind: 'subject-certificate', bytes: 300_000 }],
    means: {
      zh: '材料：种类、大小、读到的内容、签字盖章；[]表示一份也没有',
      en: 'Papers: kind, size, what is read on them, signature and seal; [] for none',
    },
  },
  {
    name: 'sites',
    kind: fields['sites?'],
    example: [{ domain: 'shanyue.cn', open: true, footer: 'missing' }],
    means: {
      zh: '已备案的网站探测到的情况：打不打得开、底部备案号、解析地址',
      en: 'What a probe saw of filed sites: open, number in the footer, addresses',
    },
  },
  {
    name: 'verification',
    kind: fields['verification?'],
    example: { way: 'curtain', clothes: 'red' },
    means: { zh: '负责人的拍照、人脸或幕布核验', en: 'The photograph, face or curtain check of the principal' },
  },
  {
    name: 'sms',
    kind: fields['sms?'],
    example: { state: 'waiting', hoursSince: 20, wrongCodes: 2 },
    means: { zh: '工信部短信核验的情况', en: 'The ministry’s check by SMS' },
  },
  {
    name: 'order',
    kind: fields['order?'],
    example: { state: 'returned', returnedOn: '2026-10-01' },
    means: { zh: '订单到了哪一步，和几个日子', en: 'Where the order is, and its days' },
  },
  {
    name: 'interface',
    kind: fields['interface?'],
    example: { province: '浙江省', right: true },
    means: { zh: '接入商与管局接口的情况', en: 'How the provider stands to the bureau’s interface' },
  },
  {
    name: 'day',
    kind: fields['day?'],
    example: '2026-11-24',
    means: { zh: '按哪一天的规则；不写就用--day或今天', en: 'The day whose rules are asked; otherwise --day or today' },
  },
]

import {
  either,
  type FactField,
  flag,
  nothing,
  oneOf,
  pattern,
  plainDay,
  record,
  text,
  wholeNumber,
} from '@yuming/rules'
import { operations, type StateFacts } from '../identity-facts.ts'

const line = text(500)
const bothForms = either(line, record({ 'zh?': line, 'en?': line }))
const review = oneOf('unverified', 'reviewing', 'verified', 'failed')
const flagOrUnknown = either(flag, nothing)

/** What may be stated of a holder, its paper and its domain. The documentation is made of the same list. */
export const factFields: readonly FactField[] = [
  {
    name: 'holder',
    kind: record({
      'type?': oneOf('person', 'organisation'),
      'name?': bothForms,
      'contact?': bothForms,
      'region?': pattern('two capital letters (ISO 3166-1; HK, MO, TW stand for themselves)', /^[A-Z]{2}$/),
      'province?': bothForms,
      'city?': bothForms,
      'street?': bothForms,
      'postcode?': line,
      'phone?': line,
      'email?': line,
      'emailVerified?': flag,
    }),
    example: { type: 'person', name: '张三', region: 'CN', phone: '+86.13800000000' },
    means: {
      zh: '持有者填写的信息；文字可以只写一种，按有没有汉字算中文或英文',
      en: 'What the holder declares; a text in one form counts as Chinese or Latin by its characters',
    },
  },
  {
    name: 'certificate',
    kind: record({ kind: text(60), 'number?': line, 'issuedOn?': plainDay, 'endsOn?': plainDay }),
    example: { kind: 'SFZ', number: '11010519491231002X', issuedOn: '2026-11-20' },
    means: {
      zh: '证件：种类（cn-resident-id一类的名字，或SFZ、YYZZ一类的注册局代码）、号码、发证日、到期日',
      en: 'The paper: its kind (an id such as cn-resident-id, or a registry code such as SFZ, YYZZ), number, day of issue, last day',
    },
  },
  {
    name: 'paper',
    kind: record({
      'kind?': text(60),
      'name?': line,
      'number?': line,
      'sides?': wholeNumber,
      'issuedOn?': plainDay,
      'endsOn?': plainDay,
    }),
    example: { name: '张三', number: '11010519491231002X', sides: 1 },
    means: {
      zh: '在上传的证件上读到的：种类、名称、号码、几面、日期',
      en: 'What is read on the paper handed in: kind, name, number, how many sides, days',
    },
  },
  {
    name: 'operation',
    kind: oneOf(...operations),
    means: {
      zh: '要办的事：注册、实名认证、过户、修改信息、账号间转移、转入、转出、改DNS',
      en: 'What is to be done: registration, verification, change of holder (过户), of information, of account, transfer in or out, name servers',
    },
  },
  {
    name: 'suffix',
    kind: either(
      text(260),
      record({ name: text(260), 'verifyBefore?': flagOrUnknown, 'templateCovers?': flagOrUnknown }),
    ),
    example: { name: 'com', verifyBefore: false, templateCovers: true },
    means: {
      zh: '后缀；verifyBefore：先实名才能注册；templateCovers：模板已实名就不用再认证；null表示不清楚',
      en: 'The suffix; `verifyBefore`: verified before registration; `templateCovers`: a verified template is enough; null is not known',
    },
  },
  {
    name: 'label',
    kind: text(260),
    example: '设计师张三博士',
    means: {
      zh: '后缀前的一段，姓名.网址要看',
      en: 'The part before the suffix, which the rules of 姓名.网址 look at',
    },
  },
  {
    name: 'state',
    kind: record({
      'identity?': review,
      'naming?': review,
      'qualification?': review,
      'template?': review,
      'otherVerifiedTemplate?': flag,
      'holderDiffers?': flag,
      'holderChange?': oneOf('none', 'reviewing'),
      'registrarTransfer?': oneOf('none', 'pending'),
      'updateLock?': flag,
      'transferLock?': flag,
      'failures?': wholeNumber,
      'registeredOn?': plainDay,
      'expiresOn?': plainDay,
      'submittedOn?': plainDay,
      'verifiedOn?': plainDay,
      'holderChangedOn?': plainDay,
      'holderChangeSubmittedOn?': plainDay,
      'enhancedNoticeOn?': plainDay,
      'agentTemplate?': flag,
    }),
    example: { identity: 'failed', otherVerifiedTemplate: true, registeredOn: '2026-11-20' },
    means: {
      zh: '现在的状态：域名和模板的审核、过户、转移、锁，以及几个日子',
      en: 'How things are: reviews of domain and template, change of holder, transfer, locks, and the days of all this',
    },
  },
  {
    name: 'day',
    kind: plainDay,
    example: '2026-11-24',
    means: { zh: '按哪一天的规则；不写就用--day或今天', en: 'The day whose rules are asked; otherwise --day or today' },
  },
]

type Form = string | { readonly zh?: string; readonly en?: string }

/** The shape of facts that the fields above accept. */
export interface StatedFacts {
  readonly holder?: {
    readonly type?: 'person' | 'organisation'
    readonly name?: Form
    readonly contact?: Form
    readonly region?: string
    readonly province?: Form
    readonly city?: Form
    readonly street?: Form
    readonly postcode?: string
    readonly phone?: string
    readonly email?: string
    readonly emailVerified?: boolean
  }
  readonly certificate?: {
    readonly kind: string
    readonly number?: string
    readonly issuedOn?: string
    readonly endsOn?: string
  }
  readonly paper?: {
    readonly kind?: string
    readonly name?: string
    readonly number?: string
    readonly sides?: number
    readonly issuedOn?: string
    readonly endsOn?: string
  }
  readonly operation?: (typeof operations)[number]
  readonly suffix?:
    | string
    | { readonly name: string; readonly verifyBefore?: boolean | null; readonly templateCovers?: boolean | null }
  readonly label?: string
  readonly state?: StateFacts
  readonly day?: string
}

import type { FilingCase } from '../facts/filing-facts.ts'
import { isPerson } from '../facts/filing-facts.ts'
import { bringsService } from '../model/order-types.ts'
import { provinceIn, provinceNamed } from '../provinces/province-facts.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerC,
  providerDays,
} from './filing-rule.ts'

const organisation = ({ draft }: FilingCase): boolean => isPerson(draft) === false

const placeAgrees = filingRule({
  id: 'SUBJECT-REGION-01',
  of: 'draft',
  source: guide('主办单位所属区域是主体的实际所在地'),
  field: 'subject.region',
  applies: (c) =>
    organisation(c) &&
    c.draft.subject.region?.province !== undefined &&
    provinceIn(c.draft.subject.certificate?.address) !== undefined,
  holds: ({ draft: { subject } }) =>
    provinceIn(subject.certificate?.address)?.code === provinceNamed(subject.region?.province ?? '')?.code,
  says: {
    zh: '单位的区域与证件住所不在同一个省，不能跨省备案',
    en: 'Region and address of the certificate are in two provinces; an organisation files in its own',
  },
  remedy: { zh: '按证件住所选省，重新开单', en: 'Choose the province of the certificate in a new order' },
})

const codeAgrees = filingRule({
  id: 'SUBJECT-REGION-02',
  of: 'draft',
  source: guide('主办单位所属区域是主体的实际所在地'),
  severity: 'advise',
  field: 'subject.region',
  applies: ({ draft: { subject } }) =>
    /^9[1-3]\d{2}/.test(subject.certificate?.number ?? '') && subject.region?.province !== undefined,
  holds: ({ draft: { subject } }) => {
    const area = subject.certificate?.number?.slice(2, 4) ?? ''
    const code = provinceNamed(subject.region?.province ?? '')?.code
    return area === '10' || code === undefined || code.startsWith(area)
  },
  says: { zh: '信用代码是另一个省登记的', en: 'The credit code was given by another province' },
  remedy: { zh: '核对所属区域；单位迁过省就不用改', en: 'Check the region; a body that has moved may keep it' },
})

const regionKnown = filingRule({
  id: 'SUBJECT-REGION-03',
  of: 'draft',
  source: bureauInterface('1019 省市县代码'),
  from: interfaceDay,
  field: 'subject.region',
  applies: ({ draft }) => draft.subject.region?.province !== undefined || draft.interface.areaKnown !== undefined,
  holds: ({ draft }) =>
    draft.interface.areaKnown !== false &&
    (draft.subject.region?.province === undefined || provinceNamed(draft.subject.region.province) !== undefined),
  says: { zh: '地区不在管局的代码表里', en: 'The region is not in the bureau’s table' },
  remedy: {
    zh: '重选省、市、区县；合并过的用新名',
    en: 'Choose province, city and county again; merged ones by their new name',
  },
})

const sameProvince = filingRule({
  id: 'SUBJECT-ADDRESS-01',
  of: 'draft',
  source: guide('通信地址和证件地址要在同一个省'),
  field: 'subject.correspondenceAddress',
  applies: ({ draft: { subject } }) =>
    provinceIn(subject.correspondenceAddress) !== undefined &&
    (provinceIn(subject.certificate?.address) ?? provinceNamed(subject.region?.province ?? '')) !== undefined,
  holds: ({ draft: { subject } }) =>
    provinceIn(subject.correspondenceAddress)?.code ===
    (provinceIn(subject.certificate?.address) ?? provinceNamed(subject.region?.province ?? ''))?.code,
  says: { zh: '通信地址与证件地址不在同一个省', en: 'Correspondence address and certificate are in two provinces' },
  remedy: { zh: '填证件所在省的地址', en: 'Give an address in the province of the certificate' },
})

const houseNumber = filingRule({
  id: 'SUBJECT-ADDRESS-02',
  of: 'draft',
  source: guide('地址没有门牌号的，在备注说明'),
  field: 'subject.correspondenceAddress',
  applies: ({ draft: { subject } }) => subject.correspondenceAddress !== undefined,
  holds: ({ draft: { subject } }) =>
    /[\d一二三四五六七八九十]\s*(?:号|室|栋|幢|座|楼|层|单元|组|房|#)/.test(subject.correspondenceAddress ?? '') ||
    /最详|无门牌|没有门牌/.test(subject.remark ?? ''),
  says: { zh: '通信地址没有写到门牌号', en: 'The correspondence address has no house number' },
  remedy: {
    zh: '补门牌号；没有的在备注写“地址已是最详”',
    en: 'Add it; where there is none, say so in the remark (地址已是最详)',
  },
})

const blacklisted = filingRule({
  id: 'SUBJECT-BLACK-01',
  of: 'draft',
  source: bureauInterface('1065 主体黑名单'),
  from: interfaceDay,
  field: 'record.blacklisted',
  applies: ({ draft }) => draft.record.blacklisted !== undefined,
  holds: ({ draft }) => draft.record.blacklisted === false,
  says: { zh: '主体在管局的黑名单里', en: 'The subject is on the bureaus’ blacklist' },
  remedy: { zh: '向列入的管局申诉', en: 'Appeal to the bureau that put it there' },
})

const twoNumbers = filingRule({
  id: 'SUBJECT-TWO-01',
  of: 'draft',
  source: providerC('域名和证件查出不同的备案'),
  from: providerDays.c,
  field: 'record.twoNumbers',
  applies: ({ draft }) => draft.record.twoNumbers !== undefined,
  holds: ({ draft }) => draft.record.twoNumbers === false,
  says: { zh: '按域名和按证件查出两个不同的备案', en: 'Domain and certificate lead to two different filings' },
  remedy: { zh: '先改正其中一个，再来接入', en: 'Have one of them corrected, then come back' },
})

const something = filingRule({
  id: 'SUBJECT-BRINGS-01',
  of: 'draft',
  source: guide('一单至少有一个网站'),
  field: 'services',
  applies: ({ draft }) => draft.complete && bringsService(draft.type),
  holds: ({ draft }) => draft.services.length > 0,
  says: { zh: '这一单里没有网站', en: 'The order has no service' },
  remedy: { zh: '填写要备案的网站', en: 'Add what is to be filed' },
})

/** Where the subject is (S3-27, S3-34…S3-36), and what the bureaus have against it. */
export const placeRules: readonly FilingRule[] = [
  placeAgrees,
  codeAgrees,
  regionKnown,
  sameProvince,
  houseNumber,
  blacklisted,
  twoNumbers,
  something,
]

import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { provinces } from '../provinces/province-facts.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerA,
  providerC,
  providerDays,
} from './filing-rule.ts'

const name = ({ service }: FilingCase): string => service.name?.trim() ?? ''
const site = ({ service }: FilingCase): boolean => service.name !== undefined && service.kind !== 'app'
const person = ({ draft }: FilingCase): boolean => isPerson(draft) === true
const organisation = ({ draft }: FilingCase): boolean => isPerson(draft) === false
const rename = { zh: '改名', en: 'Change the name' } as const

const stated = filingRule({
  id: 'SITE-NAME-01',
  of: 'service',
  source: guide('填写网站名称'),
  field: 'name',
  applies: ({ draft }) => draft.complete,
  holds: (c) => name(c) !== '',
  says: { zh: '没有填名称', en: 'The service has no name' },
  remedy: { zh: '填写名称', en: 'Name it' },
})

const threeHan = filingRule({
  id: 'SITE-NAME-02',
  of: 'service',
  source: providerA('网站名称不足三个汉字'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && !/^[\w .'-]*$/.test(name(c)),
  holds: (c) => (name(c).match(/\p{Script=Han}/gu)?.length ?? 0) >= 3,
  says: { zh: '网站名称要有3个以上汉字', en: 'The name of a site has three Chinese characters or more' },
  remedy: { zh: '加长名称', en: 'Make it longer' },
})

const notBare = filingRule({
  id: 'SITE-NAME-03',
  of: 'service',
  source: providerA('名称不能纯数字纯英文'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && name(c) !== '',
  holds: (c) => !/^[\w .'-]*$/.test(name(c)),
  says: { zh: '网站名称不能只有数字或英文', en: 'The name of a site is not only digits or Latin letters' },
  remedy: { zh: '用中文名称', en: 'Use a Chinese name' },
})

const symbols = filingRule({
  id: 'SITE-NAME-04',
  of: 'service',
  source: providerA('名称含特殊符号'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && name(c) !== '',
  holds: (c) => /^[\p{Script=Han}\p{L}\p{N}（）()·\s-]*$/u.test(name(c)),
  says: { zh: '网站名称里有特殊符号', en: 'The name has special signs' },
  remedy: { zh: '去掉符号', en: 'Leave the signs out' },
})

const notDomain = filingRule({
  id: 'SITE-NAME-05',
  of: 'service',
  source: providerA('不得以域名命名'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && name(c) !== '',
  holds: (c) =>
    !/\.[a-z]{2,}|www/i.test(name(c)) && !(c.service.domains ?? []).some((domain) => name(c).includes(domain)),
  says: { zh: '不能用域名做网站名称', en: 'A domain is no name of a site' },
  remedy: rename,
})

const stateWords = /^(?:中国|中华|全国|国家|国务院|中央|人民)/
const state = filingRule({
  id: 'SITE-NAME-06',
  of: 'service',
  source: providerA('不得以中国国家等命名'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && name(c) !== '' && c.draft.subject.nature !== undefined,
  holds: ({ draft, ...c }) =>
    draft.subject.nature === 'government' ||
    !stateWords.test(c.service.name ?? '') ||
    stateWords.test(draft.subject.name ?? ''),
  says: {
    zh: '非国家级单位的网站不能用中国、国家一类开头',
    en: 'Only bodies of the state have sites whose name begins with 中国, 国家 and the like',
  },
  remedy: rename,
})

const sensitive = /赌博|博彩|六合彩|色情|成人|反腐|维权|上访|打假|曝光|代孕|毒品|枪支|翻墙|算命|黑客/
const unlawful = filingRule({
  id: 'SITE-NAME-07',
  of: 'service',
  source: providerC('网站名称含敏感词'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => c.service.name !== undefined,
  holds: (c) => !sensitive.test(name(c)),
  says: (c) => ({
    zh: `名称里有敏感词“${sensitive.exec(name(c))?.[0] ?? '…'}”`,
    en: `The name has a sensitive word “${sensitive.exec(name(c))?.[0] ?? '…'}”`,
  }),
  remedy: rename,
})

const relates = filingRule({
  id: 'SITE-NAME-08',
  of: 'service',
  source: providerC('名称与单位无关联'),
  from: providerDays.c,
  severity: 'advise',
  field: 'name',
  applies: (c) => site(c) && organisation(c) && name(c) !== '' && c.draft.subject.name !== undefined,
  holds: (c) => c.service.trademark === true || shares(name(c), c.draft.subject.name ?? ''),
  says: {
    zh: '看不出网站名称与单位有什么关系',
    en: 'The name of the site does not show what it has to do with the organisation',
  },
  remedy: {
    zh: '用单位全称或简称；用品牌的交商标证明并备注',
    en: 'Use the organisation’s name or its short form; for a brand, hand in the trademark with a remark',
  },
})

/** Two characters in a row that both names have, apart from words that any company has. */
function shares(one: string, other: string): boolean {
  const plain = other.replace(/有限|责任|股份|公司|集团|科技|网络|信息|技术|贸易|商贸|中心|[省市区县]/g, '|')
  for (let at = 0; at < one.length - 1; at++) if (plain.includes(one.slice(at, at + 2))) return true
  return false
}

const industry =
  /公司|企业|集团|商城|商店|超市|酒店|律师|医院|诊所|培训|招聘|贸易|批发|代理|加盟|装修|旅行社|股票|证券|保险|贷款|房产|物流|厂/
const notIndustry = filingRule({
  id: 'SITE-NAME-09',
  of: 'service',
  source: providerA('个人名称涉及企业行业'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && person(c),
  holds: (c) => !industry.test(name(c)),
  says: { zh: '个人网站名称像企业或行业', en: 'The name of a personal site sounds like a company or a trade' },
  remedy: { zh: '改成个人的内容，例如“茶事笔记”', en: 'Name what you write about, such as 茶事笔记' },
})

const commonPlatform = /资讯|平台|论坛|工作室|门户|社区|导航|在线|联盟|俱乐部/
const notPlatform = filingRule({
  id: 'SITE-NAME-10',
  of: 'service',
  source: providerA('个人名称禁用词'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && person(c),
  holds: (c) => !commonPlatform.test(name(c)),
  says: (c) => ({
    zh: `个人网站名称不能有“${commonPlatform.exec(name(c))?.[0] ?? '…'}”`,
    en: `The name of a personal site does not have “${commonPlatform.exec(name(c))?.[0] ?? '…'}”`,
  }),
  remedy: { zh: '换词', en: 'Use other words' },
})

const idioms = new Set(['一帆风顺', '万事如意', '自强不息', '天道酬勤', '海阔天空', '厚德载物', '心想事成', '马到成功'])
const notOwnName = filingRule({
  id: 'SITE-NAME-11',
  of: 'service',
  source: providerA('个人名称不能用姓名地名成语'),
  from: providerDays.a,
  field: 'name',
  applies: (c) => site(c) && person(c),
  holds: (c) => {
    const own = c.draft.subject.name ?? ''
    if (own.length > 1 && name(c).includes(own)) return false
    return !idioms.has(name(c)) && !provinces.some((each) => name(c).includes(each.name.slice(0, 2)))
  },
  says: {
    zh: '个人网站名称不能用姓名、地名或成语',
    en: 'A personal site is not named after a person, a place or an idiom',
  },
  remedy: rename,
})

const unique = filingRule({
  id: 'SITE-NAME-12',
  of: 'service',
  source: providerC('网站名称重复'),
  from: providerDays.c,
  field: 'name',
  applies: (c) => name(c) !== '' && (c.draft.record.serviceNames !== undefined || c.draft.services.length > 1),
  holds: (c) =>
    c.draft.record.serviceNames?.includes(name(c)) !== true &&
    c.draft.services.filter((other) => other.kind === c.service.kind && other.name?.trim() === name(c)).length <= 1,
  says: { zh: '同一主体下已有这个名称', en: 'The subject has a service of this name already' },
  remedy: { zh: '加以区分', en: 'Make them different' },
})

const notTaken = filingRule({
  id: 'SITE-NAME-13',
  of: 'service',
  source: bureauInterface('1020 网站名称冲突'),
  from: interfaceDay,
  field: 'name',
  applies: ({ service }) => service.nameTaken !== undefined,
  holds: ({ service }) => service.nameTaken === false,
  says: { zh: '这个名称已被备案占用', en: 'The name is filed already' },
  remedy: rename,
})

/** Names of services (S3-38). */
export const nameRules: readonly FilingRule[] = [
  stated,
  threeHan,
  notBare,
  symbols,
  notDomain,
  state,
  unlawful,
  relates,
  notIndustry,
  notPlatform,
  notOwnName,
  unique,
  notTaken,
]

import { cite } from '@yuming/rules'
import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { isWebsite } from '../facts/used-names.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  guideDay,
  interfaceDay,
  providerA,
  providerB,
  providerC,
  providerDays,
} from './filing-rule.ts'

const url = ({ service }: FilingCase): string => service.homeUrl ?? ''
const hasUrl = ({ service }: FilingCase): boolean => service.homeUrl !== undefined
const website = ({ service }: FilingCase): boolean => isWebsite(service)

function hostOf(address: string): string | undefined {
  try {
    return new URL(address.includes('://') ? address : `https://${address}`).hostname
  } catch {
    return undefined
  }
}

const urlForm = filingRule({
  id: 'URL-FORM-01',
  of: 'service',
  source: bureauInterface('1022 首页格式'),
  from: interfaceDay,
  field: 'homeUrl',
  applies: hasUrl,
  holds: (c) => url(c).length >= 4 && url(c).length <= 255 && hostOf(url(c))?.includes('.') === true,
  says: { zh: '首页地址的写法不对', en: 'The home address is not written as it should be' },
  remedy: { zh: '例如www.shanyue.cn', en: 'For example www.shanyue.cn' },
})

const urlHasDomain = filingRule({
  id: 'URL-DOMAIN-01',
  of: 'service',
  source: bureauInterface('1041 首页须含域名'),
  from: interfaceDay,
  field: 'homeUrl',
  applies: (c) => hasUrl(c) && c.service.domains !== undefined && hostOf(url(c)) !== undefined,
  holds: (c) => {
    const host = hostOf(url(c)) ?? ''
    return c.service.domains?.some((domain) => host === ascii(domain) || host.endsWith(`.${ascii(domain)}`))
  },
  says: { zh: '首页地址不含所报的域名', en: 'The home address does not have the filed domain' },
  remedy: { zh: '首页改成这个域名下的地址', en: 'Use an address under that domain' },
})

function ascii(domain: string): string {
  return hostOf(domain) ?? domain
}

const urlFree = filingRule({
  id: 'URL-TAKEN-01',
  of: 'service',
  source: bureauInterface('1021 首页地址冲突'),
  from: interfaceDay,
  field: 'homeUrl',
  applies: ({ service }) => service.urlTaken !== undefined,
  holds: ({ service }) => service.urlTaken === false,
  says: { zh: '这个首页地址已被备案占用', en: 'The home address is filed already' },
  remedy: { zh: '改首页，或先注销原来的', en: 'Use another, or cancel the other first' },
})

const languages = filingRule({
  id: 'LANGUAGE-01',
  of: 'service',
  source: bureauInterface('1066 语言类别'),
  from: interfaceDay,
  field: 'languages',
  applies: ({ draft, service }) => draft.complete || service.languages !== undefined,
  holds: ({ service }) => (service.languages?.length ?? 0) > 0,
  says: { zh: '没有选网站语言', en: 'No language is chosen' },
  remedy: { zh: '选网站所用的语言', en: 'Choose the languages of the site' },
})

const oneDomain = filingRule({
  id: 'SITE-DOMAINS-01',
  of: 'service',
  source: cite('接入服务商公告：新备案一个网站一个域名（二手资料）', '2019-04-22起', { date: '2023' }),
  from: '2019-04-22',
  field: 'domains',
  applies: (c) =>
    website(c) && c.draft.wish === 'file' && c.draft.type !== 'new-access' && (c.service.domains?.length ?? 0) > 0,
  holds: ({ service }) => (service.domains?.length ?? 0) <= 1,
  says: { zh: '新备案的网站只能有一个域名', en: 'A newly filed site has one domain' },
  remedy: { zh: '每个域名填一个网站', en: 'Make a site of each domain' },
})

const severalDomains = filingRule({
  id: 'SITE-DOMAINS-02',
  of: 'service',
  source: guide('一个网站可以继续增加域名'),
  from: guideDay,
  until: '2019-04-21',
  severity: 'advise',
  field: 'domains',
  applies: (c) => website(c) && c.draft.wish === 'file' && (c.service.domains?.length ?? 0) > 1,
  holds: () => false,
  says: {
    zh: '几个域名指向同一个网站，核验单上要全写',
    en: 'Several domains point to one site: the form names them all',
  },
  remedy: { zh: '在核验单写全部域名', en: 'Write all domains on the form' },
})

const domainNamed = filingRule({
  id: 'SITE-DOMAINS-03',
  of: 'service',
  source: guide('填写网站信息'),
  field: 'domains',
  applies: (c) => c.draft.complete && website(c),
  holds: ({ service }) => (service.domains?.length ?? 0) > 0,
  says: { zh: '网站没有域名', en: 'The site has no domain' },
  remedy: { zh: '填域名；只有服务器地址不能备案', en: 'Enter the domain; an address alone cannot be filed' },
})

const personServices = filingRule({
  id: 'LIMIT-PERSON-01',
  of: 'draft',
  source: providerB('个人主体最多5个服务'),
  from: providerDays.b,
  field: 'services',
  applies: ({ draft }) => isPerson(draft) === true && draft.record.serviceCount !== undefined && draft.wish === 'file',
  holds: ({ draft }) => (draft.record.serviceCount ?? 0) + draft.services.length <= 5,
  says: { zh: '个人主体最多备案5个服务', en: 'A person has five services at most' },
  remedy: { zh: '先注销不用的，或由单位备案', en: 'Cancel what is not used, or let an organisation file' },
})

const otherRemark = filingRule({
  id: 'REMARK-OTHER-01',
  of: 'service',
  source: providerC('备注未说明内容'),
  from: providerDays.a,
  field: 'remark',
  applies: ({ draft, service }) => service.content === 'other' && (service.remark !== undefined || draft.complete),
  holds: ({ service }) => (service.remark?.trim() ?? '') !== '',
  says: { zh: '服务内容选了其他，备注要写清做什么用', en: 'With “other” as content, the remark says what it is for' },
  remedy: { zh: '备注写网站的内容和用途', en: 'Describe content and use in the remark' },
})

const personContents = new Set(['portal', 'shop', 'news', 'forum', 'chat', 'search'])
const contentFits = filingRule({
  id: 'CONTENT-NATURE-01',
  of: 'service',
  source: providerC('服务内容选错'),
  from: providerDays.a,
  field: 'content',
  applies: ({ draft, service }) => service.content !== undefined && draft.subject.nature !== undefined,
  holds: ({ draft, service }) =>
    isPerson(draft)
      ? !personContents.has(service.content ?? '')
      : service.content !== 'personal-blog' && service.content !== 'personal-space',
  says: { zh: '服务内容与主体性质不配', en: 'Content and nature of the subject do not go together' },
  remedy: {
    zh: '个人选博客、空间或其他；单位不选个人类',
    en: 'Persons choose blog, space or other; organisations none of the personal ones',
  },
})

const business = /公司|加盟|代理商|购买|下单|招商|报价|批发|客服热线|营业时间|立即咨询/
const pagePersonal = filingRule({
  id: 'CONTENT-PAGE-01',
  of: 'service',
  source: providerA('个人不能涉及经营'),
  from: providerDays.a,
  field: 'page',
  applies: ({ draft, service }) => isPerson(draft) === true && service.page !== undefined,
  holds: ({ service }) => !business.test(service.page ?? ''),
  says: ({ service }) => ({
    zh: `个人网站的页面上有“${business.exec(service.page ?? '')?.[0] ?? '…'}”，属于企业或经营内容`,
    en: `The page of a personal site has “${business.exec(service.page ?? '')?.[0] ?? '…'}”, which is business`,
  }),
  remedy: { zh: '去掉这些内容，或由单位备案', en: 'Remove it, or let an organisation file' },
})

const otherBody = filingRule({
  id: 'CONTENT-PAGE-02',
  of: 'service',
  source: providerC('内容涉及其他单位'),
  from: providerDays.c,
  severity: 'advise',
  field: 'page',
  applies: ({ draft, service }) =>
    isPerson(draft) === false && service.page !== undefined && draft.subject.name !== undefined,
  holds: ({ draft, service }) => {
    const bodies = service.page?.match(/[\p{Script=Han}]{4,24}?(?:有限责任公司|有限公司|研究院|协会)/gu) ?? []
    return bodies.every((body) => body.includes(draft.subject.name ?? '') || (draft.subject.name ?? '').includes(body))
  },
  says: { zh: '页面上写着别的单位', en: 'The page names another body' },
  remedy: { zh: '改页面，或由那个单位备案', en: 'Change the page, or let that body file' },
})

const licensedWords = /食品|餐饮|烟草|危险化学品|人力资源|旅行社|保安|拍卖|典当|印刷|种子/
const inScope = filingRule({
  id: 'CONTENT-SCOPE-01',
  of: 'service',
  source: providerC('超出经营范围'),
  from: providerDays.c,
  severity: 'advise',
  field: 'page',
  applies: ({ draft, service }) =>
    isPerson(draft) === false &&
    draft.subject.scope !== undefined &&
    licensedWords.test(`${service.name ?? ''}${service.page ?? ''}`),
  holds: ({ draft, service }) => {
    const word = licensedWords.exec(`${service.name ?? ''}${service.page ?? ''}`)?.[0] ?? ''
    return draft.subject.scope?.includes(word)
  },
  says: { zh: '网站内容超出执照的经营范围', en: 'The content goes beyond the scope of the licence' },
  remedy: { zh: '调整内容，或先变更执照', en: 'Adjust the content, or have the licence changed first' },
})

/** Content and address of services (S3-37…S3-39, S3-43). */
export const serviceRules: readonly FilingRule[] = [
  urlForm,
  urlHasDomain,
  urlFree,
  languages,
  oneDomain,
  severalDomains,
  domainNamed,
  personServices,
  otherRemark,
  contentFits,
  pagePersonal,
  otherBody,
  inScope,
]

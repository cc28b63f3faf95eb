import { addDays } from '@yuming/identity'
import { cite } from '@yuming/rules'
import type { FilingCase } from '../facts/filing-facts.ts'
import { parseFilingNumber } from '../model/filing-number.ts'
import { knows } from '../provinces/province-facts.ts'
import { type FilingRule, filingRule, providerA, providerB, providerC, providerDays } from './filing-rule.ts'

const decree = cite('互联网信息服务管理办法（国务院令第292号）', '第十二条：在网站首页标明备案编号', {
  date: '2011-01-08',
})
const policeRules = cite('计算机信息网络国际联网安全保护管理办法', '第十二条：自网络正式联通之日起30日内办理公安备案', {
  date: '2011-01-08',
})
const lawDay = '2011-01-08'
const name = ({ site }: FilingCase): string => site.domain

const opens = filingRule({
  id: 'SITE-OPEN-01',
  of: 'site',
  source: providerA('已备案网站无法访问'),
  from: providerDays.a,
  field: 'open',
  applies: ({ site }) => site.open !== undefined,
  holds: ({ site }) => site.open,
  says: (c) => ({ zh: `已备案的${name(c)}打不开`, en: `${name(c)} is filed but cannot be opened` }),
  remedy: { zh: '恢复访问；不用了就注销', en: 'Bring it back, or cancel it when it is not used' },
})

const footerThere = filingRule({
  id: 'SITE-FOOTER-01',
  of: 'site',
  source: decree,
  from: lawDay,
  field: 'footer',
  applies: ({ site }) => site.footer !== undefined,
  holds: ({ site }) => site.footer !== 'missing',
  says: (c) => ({ zh: `${name(c)}底部没有备案号`, en: `${name(c)} has no filing number in its footer` }),
  remedy: { zh: '在首页底部加上备案号', en: 'Put the number into the footer of the home page' },
})

const footerLink = filingRule({
  id: 'SITE-FOOTER-02',
  of: 'site',
  source: decree,
  from: lawDay,
  field: 'footer',
  applies: ({ site }) => site.footer !== undefined,
  holds: ({ site }) => site.footer !== 'no-link',
  says: (c) => ({
    zh: `${name(c)}的备案号没有链接到工信部备案系统`,
    en: `The number of ${name(c)} does not link to the ministry’s system`,
  }),
  remedy: { zh: '链接到https://beian.miit.gov.cn/', en: 'Link it to https://beian.miit.gov.cn/' },
})

const footerRight = filingRule({
  id: 'SITE-FOOTER-03',
  of: 'site',
  source: providerC('悬挂错误的备案号'),
  from: providerDays.c,
  field: 'footerNumber',
  applies: ({ site }) => site.footer !== undefined || (site.footerNumber !== undefined && site.number !== undefined),
  holds: ({ draft, site }) => {
    if (site.footer === 'wrong-number') return false
    if (site.footerNumber === undefined || site.number === undefined) return true
    // A province may want the number of the subject, which its own rule looks at.
    if (knows(draft.province, 'footer', draft.day)) return true
    const [shown, filed] = [parseFilingNumber(site.footerNumber), parseFilingNumber(site.number)]
    return JSON.stringify(shown) === JSON.stringify(filed)
  },
  says: (c) => ({ zh: `${name(c)}底部的备案号不是它的`, en: `The number in the footer of ${name(c)} is another one` }),
  remedy: { zh: '改成这个网站的备案号', en: 'Put the number of this site there' },
})

const policeNumber = filingRule({
  id: 'SITE-POLICE-01',
  of: 'site',
  source: policeRules,
  from: lawDay,
  field: 'publicSecurityNumber',
  applies: ({ site }) => site.publicSecurityNumber !== undefined,
  holds: ({ draft, site }) =>
    site.publicSecurityNumber === 'shown' ||
    (site.approvedOn !== undefined && draft.day <= addDays(site.approvedOn, 30)),
  says: (c) => ({
    zh: `${name(c)}开通30天后还没有公安备案号`,
    en: `${name(c)} has no public-security number 30 days after it opened`,
  }),
  remedy: {
    zh: '到全国互联网安全管理服务平台办理，把号码放到底部',
    en: 'File with the public-security platform and put the number into the footer',
  },
})

const resolvesHere = filingRule({
  id: 'SITE-ADDRESS-01',
  of: 'site',
  source: providerC('域名解析IP与备案不符'),
  from: providerDays.c,
  field: 'address',
  applies: ({ site }) => site.address !== undefined && site.noticeUntil === undefined,
  holds: ({ site }) => site.address === 'as-filed' || site.address === 'other-of-ours',
  says: (c) => ({
    zh: `${name(c)}没有解析到备案的接入商`,
    en: `${name(c)} does not resolve to the provider it is filed with`,
  }),
  remedy: {
    zh: '改解析，或在现在的接入商新增接入',
    en: 'Change the DNS record, or add an access at the provider it is with',
  },
})

const shellSite = filingRule({
  id: 'SITE-SHELL-01',
  of: 'site',
  source: providerA('空壳网站核查'),
  from: providerDays.a,
  field: 'noticeUntil',
  applies: ({ site }) => site.noticeUntil !== undefined,
  holds: ({ site }) => site.accessLeft !== false && (site.address === 'as-filed' || site.address === 'other-of-ours'),
  says: ({ site }) => {
    const until = site.noticeUntil ?? '…'
    return site.accessLeft === false
      ? {
          zh: `${site.domain}在哪里都没有接入（空壳网站），${until}前不新增接入，管局可以注销它的备案`,
          en: `${site.domain} has no access anywhere (a shell site); without a new one by ${until} the bureau may cancel its filing`,
        }
      : {
          zh: `${site.domain}打不开，或没有解析到我们的内地服务器（空壳网站），${until}前不改就取消接入`,
          en: `${site.domain} cannot be opened, or does not resolve to our mainland servers (a shell site); its access is cancelled unless that changes by ${until}`,
        }
  },
  remedy: {
    zh: '恢复访问，把解析改到备案的服务器，或把接入转到现在的服务商；不用了就注销',
    en: 'Open it again on the filed server, or move the access to the provider it is with; cancel it when it is not used',
  },
})

const contentStays = filingRule({
  id: 'SITE-CONTENT-01',
  of: 'site',
  source: providerB('内容与备案不符'),
  from: providerDays.b,
  field: 'contentAsFiled',
  applies: ({ site }) => site.contentAsFiled !== undefined,
  holds: ({ site }) => site.contentAsFiled,
  says: (c) => ({ zh: `${name(c)}的内容与备案的不同`, en: `The content of ${name(c)} is not what was filed` }),
  remedy: { zh: '改内容，或10个工作日内变更备案', en: 'Change the content, or the filing within 10 working days' },
})

const filedSites = filingRule({
  id: 'SITE-REVIEW-01',
  of: 'draft',
  source: providerC('原有网站不合格，管局复查'),
  from: providerDays.c,
  severity: 'advise',
  field: 'sites',
  applies: ({ draft }) => draft.wish === 'file' && draft.sites.length > 0,
  holds: ({ draft }) =>
    draft.sites.every(({ open, footer }) => open !== false && (footer === undefined || footer === 'right')),
  says: {
    zh: '管局审新的之前会先看主体已备案的网站，其中有不合格的',
    en: 'The bureau looks at the subject’s filed sites first, and one of them does not pass',
  },
  remedy: { zh: '先整改旧网站，再提交', en: 'Mend the older sites before you submit' },
})

/** Filed sites, as they are seen from outside. */
export const siteRules: readonly FilingRule[] = [
  opens,
  footerThere,
  footerLink,
  footerRight,
  policeNumber,
  resolvesHere,
  shellSite,
  contentStays,
  filedSites,
]

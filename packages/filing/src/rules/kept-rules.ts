import { addDays } from '@yuming/identity'
import { cite } from '@yuming/rules'
import type { FilingCase } from '../facts/filing-facts.ts'
import { holderByLegalRepresentative } from '../provinces/province-facts.ts'
import { type FilingRule, filingRule, noticeDay, providerA, providerB, providerDays } from './filing-rule.ts'

const name = ({ site }: FilingCase): string => site.domain

const ended = ({ draft, site }: FilingCase): boolean | undefined =>
  site.domainEnded ?? (site.domainExpiresOn === undefined ? undefined : site.domainExpiresOn < draft.day)

/** Days before its end at which a name is told of: what is renewed in time never becomes a matter of the filing. */
const soonDays = 30
/** No source says how often; after a year without a word the owner is asked. */
const phoneDays = 365

const domainValid = filingRule({
  id: 'SITE-DOMAIN-01',
  of: 'site',
  source: providerB('日常核查：域名到期'),
  from: providerDays.b,
  field: 'domainExpiresOn',
  applies: (c) => ended(c) !== undefined && c.site.domainGone !== true,
  holds: (c) => !ended(c),
  says: (c) => ({
    zh: `${name(c)}的域名${c.site.domainExpiresOn ?? '…'}已到期，备案还在用它`,
    en: `The domain of ${name(c)} ended on ${c.site.domainExpiresOn ?? '…'}, and the filing rests on it`,
  }),
  remedy: { zh: '马上续费；不用了就注销这个网站的备案', en: 'Renew it now, or cancel the filing of this site' },
})

const domainLasts = filingRule({
  id: 'SITE-DOMAIN-02',
  of: 'site',
  source: providerB('日常核查：域名到期'),
  from: providerDays.b,
  severity: 'advise',
  field: 'domainExpiresOn',
  applies: (c) =>
    c.site.domainExpiresOn !== undefined &&
    ended(c) === false &&
    c.site.domainGone !== true &&
    c.site.domainRenewsItself !== true,
  holds: ({ draft, site }) => (site.domainExpiresOn ?? draft.day) > addDays(draft.day, soonDays),
  says: (c) => ({
    zh: `${name(c)}的域名${c.site.domainExpiresOn ?? '…'}到期，到期后备案会被清理`,
    en: `The domain of ${name(c)} ends on ${c.site.domainExpiresOn ?? '…'}; a filing on an ended domain is cleared away`,
  }),
  remedy: { zh: '到期前续费', en: 'Renew it before that day' },
})

const domainThere = filingRule({
  id: 'SITE-DOMAIN-03',
  of: 'site',
  source: providerB('日常核查：域名到期'),
  from: providerDays.b,
  field: 'domainGone',
  applies: ({ site }) => site.domainGone !== undefined,
  holds: ({ site }) => site.domainGone === false,
  says: (c) => ({
    zh: `${name(c)}的域名已不在这里注册（被删除或转走），备案失去了依据`,
    en: `The domain of ${name(c)} is no longer registered here (deleted, or moved away): its filing rests on nothing`,
  }),
  remedy: {
    zh: '域名没有了就注销这个网站的备案；只是转到别处、持有者没变的，在备案页点“已办”',
    en: 'Cancel the filing where the domain is gone; where it only moved and its holder is the same, mark it as done on the page of filings',
  },
})

const heldBySubject = filingRule({
  id: 'SITE-HOLDER-01',
  of: 'site',
  source: cite('工业和信息化部关于规范互联网信息服务使用域名的通知', '域名注册者与服务提供者一致', {
    date: '2017-11-27',
  }),
  from: noticeDay,
  field: 'holder',
  applies: ({ site }) => site.holder !== undefined,
  holds: ({ draft, site: { holder } }) => {
    if (holder === 'subject') return true
    // The legal representative may hold it there; whether this person is one, the digests of the holder do not tell.
    if (holder === 'person' && holderByLegalRepresentative(draft.province, draft.day)) return undefined
    return false
  },
  says: (c) => ({
    zh: `${name(c)}的域名持有者与备案主体不同（姓名、证件种类、号码有一项不一样）`,
    en: `The holder of ${name(c)} is not the filed subject: name, kind of paper or number differs`,
  }),
  remedy: {
    zh: '过户回备案主体；不再是你的网站就注销它的备案，由新的持有者备案',
    en: 'Change the holder back to the subject, or cancel this filing and let the new holder file',
  },
})

const accessThere = filingRule({
  id: 'SITE-ACCESS-01',
  of: 'site',
  source: providerA('空壳网站核查'),
  from: providerDays.a,
  field: 'accessLeft',
  applies: ({ site }) => site.accessLeft !== undefined,
  holds: ({ site }) => site.accessLeft,
  says: (c) => ({
    zh: `${name(c)}在我们这里已没有接入；别处也没有，就是空壳网站，管局会注销`,
    en: `${name(c)} has no access with us any more; without one elsewhere it is a shell site, which the bureau cancels`,
  }),
  remedy: {
    zh: '新增接入；不用了就注销这个网站的备案',
    en: 'Add an access, or cancel the filing of this site',
  },
})

const phonesConfirmed = filingRule({
  id: 'SITE-PHONE-01',
  of: 'site',
  source: providerB('日常核查：负责人电话（没有说多久一次，这里按一年）'),
  from: providerDays.b,
  severity: 'advise',
  field: 'phonesConfirmedOn',
  applies: ({ site }) => site.phonesConfirmedOn !== undefined,
  holds: ({ draft, site }) => addDays(site.phonesConfirmedOn ?? draft.day, phoneDays) >= draft.day,
  says: (c) => ({
    zh: `${name(c)}的负责人电话${c.site.phonesConfirmedOn ?? '…'}之后没有再确认过`,
    en: `The telephones of ${name(c)}’s principals were last confirmed on ${c.site.phonesConfirmedOn ?? '…'}`,
  }),
  remedy: {
    zh: '没换就确认一下；换了就办变更备案',
    en: 'Confirm them where they are the same, or change the filing',
  },
})

const notEmpty = filingRule({
  id: 'RECORD-EMPTY-01',
  of: 'draft',
  source: providerB('空壳主体：名下没有网站的主体会被注销'),
  from: providerDays.b,
  severity: 'advise',
  field: 'record.serviceCount',
  // Of an order its own rules speak.
  applies: ({ draft }) =>
    draft.services.length === 0 &&
    draft.wish === 'file' &&
    draft.record.filed === true &&
    draft.record.serviceCount !== undefined,
  holds: ({ draft }) => draft.record.serviceCount !== 0,
  says: {
    zh: '主体名下已没有网站或App（空壳主体），管局可以注销它',
    en: 'The subject has no service left (an empty subject); the bureau may cancel it',
  },
  remedy: {
    zh: '新增网站或App；不再用就注销主体',
    en: 'Add a service, or cancel the subject',
  },
})

/** What is filed and has to stay true: its domain, its holder, its access, its telephones, and that there is something. */
export const keptRules: readonly FilingRule[] = [
  domainValid,
  domainLasts,
  domainThere,
  heldBySubject,
  accessThere,
  phonesConfirmed,
  notEmpty,
]

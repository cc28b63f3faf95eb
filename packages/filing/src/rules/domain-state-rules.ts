import {
  bureauInterface,
  type FilingRule,
  filingRule,
  interfaceDay,
  providerC,
  providerDays,
  secondLevelGuide,
} from './filing-rule.ts'

const closedBefore = filingRule({
  id: 'DOMAIN-OPEN-01',
  of: 'domain',
  source: providerC('网站备案前不得开通访问'),
  from: providerDays.a,
  field: 'open',
  applies: ({ draft, domain }) => domain.filed !== true && draft.type !== 'new-access' && draft.wish === 'file',
  holds: ({ domain }) => (domain.open === undefined ? undefined : !domain.open),
  says: ({ domain }) => ({
    zh: `${domain.name}还没有备案，现在却打得开`,
    en: `${domain.name} is not filed, but it can be opened`,
  }),
  remedy: {
    zh: '暂停解析（@和www都要），备案通过当天再打开',
    en: 'Pause its DNS records (@ and www); they are switched on again on the day of approval',
  },
})

const blacklisted = filingRule({
  id: 'DOMAIN-BLACK-01',
  of: 'domain',
  source: bureauInterface('1064 域名黑名单'),
  from: interfaceDay,
  field: 'blacklisted',
  applies: ({ domain }) => domain.blacklisted !== undefined,
  holds: ({ domain }) => domain.blacklisted === false,
  says: ({ domain }) => ({ zh: `${domain.name}在管局的黑名单里`, en: `${domain.name} is on the bureaus’ blacklist` }),
  remedy: { zh: '换一个域名，或向管局申诉', en: 'Use another domain, or appeal to the bureau' },
})

const stateWords = /中国|中华|国家|全国|国务院/
const stateWord = filingRule({
  id: 'DOMAIN-WORD-01',
  of: 'domain',
  source: providerC('域名前缀不得含中国、国家等字样'),
  from: providerDays.c,
  severity: 'advise',
  field: 'name',
  applies: ({ draft }) => draft.subject.nature !== 'government',
  holds: ({ domain }) => !stateWords.test(domain.name.replace(/\.(?:中国|公司|网络)$/, '')),
  says: {
    zh: '域名里有“中国”“国家”一类的字，管局要看主体是不是国家级单位',
    en: 'The name has a word such as 中国 or 国家: the bureau asks whether the subject is a body of the state',
  },
  remedy: { zh: '不是国家级单位就换域名', en: 'Use another name unless it is one' },
})

const forbiddenWords = filingRule({
  id: 'DOMAIN-WORD-02',
  of: 'domain',
  source: secondLevelGuide('域名规范：不含敏感词'),
  field: 'name',
  holds: ({ domain }) => !/赌博|色情|六合彩|博彩|毒品|枪支/.test(domain.name),
  says: { zh: '域名里有违法内容的字眼', en: 'The name has a word for something unlawful' },
  remedy: { zh: '换域名', en: 'Use another name' },
})

/** What a domain may not be or do before it is filed. */
export const domainStateRules: readonly FilingRule[] = [closedBefore, blacklisted, stateWord, forbiddenWords]

import { cite } from '@yuming/rules'
import words from '../../data/words.json' with { type: 'json' }
import type { NameFacts } from '../name-facts.ts'
import { wordMatch } from '../word-match.ts'
import { manual, type NameRule, nameRule, naming } from './name-rule.ts'

const section = '2.1 .hk域名'
const scope = 'suffix:.hk .香港'
const han = /\p{Script=Han}/u
const ofHongKong = ({ suffix }: NameFacts) => suffix.class === 'hk' || suffix.class === 'hk-third'

const onlyRenewed = nameRule({
  id: 'HK-RENEW-01',
  scope,
  source: manual(section),
  field: 'suffix',
  applies: ofHongKong,
  holds: ({ given: { operation } }) =>
    operation === undefined ? undefined : operation !== 'register' && operation !== 'transfer',
  says: ({ given: { operation } }) =>
    operation === undefined
      ? {
          zh: '没有说要注册还是续费：.hk在这里只能续费，不能注册',
          en: 'Whether to register or to renew is not stated: .hk names can be renewed here, not registered',
        }
      : { zh: '.hk在这里只能续费，不能注册', en: '.hk names can be renewed here, not registered' },
  remedy: {
    zh: '请向香港域名注册有限公司（HKDNR，www.hkdnr.hk）申请注册；已有的名字可在这里续费',
    en: 'Apply to Hong Kong Domain Name Registration Company Limited (HKDNR, www.hkdnr.hk); names that you have are renewed here',
  },
})

const chineseNameHasHan = nameRule({
  id: 'HK-HAN-01',
  scope,
  source: naming(section),
  applies: (facts) =>
    ofHongKong(facts) && facts.label.length > 0 && (facts.given.nameClass === 'chinese' || han.test(facts.suffix.name)),
  holds: ({ hasHan }) => hasHan,
  says: { zh: '.hk中文域名至少要有一个汉字', en: 'A Chinese name under .hk has at least one Chinese character' },
  remedy: { zh: '加上汉字，或按英文域名注册', en: 'Add a Chinese character, or register it as an English name' },
})

const noHyphensAtThree = nameRule({
  id: 'HK-HYPHEN-01',
  only: 'han',
  scope,
  source: naming(section),
  applies: (facts) => ofHongKong(facts) && facts.hasHan && !facts.tidy,
  holds: ({ label }) => !label.startsWith('--', 2),
  says: {
    zh: '.hk中文域名的第三、第四位不能同时是连接符',
    en: 'A Chinese name under .hk has no hyphens in both the third and the fourth place',
  },
  remedy: { zh: '只留一个连接符', en: 'Keep one hyphen' },
})

const fifteenCharacters = nameRule({
  id: 'HK-LENGTH-01',
  only: 'han',
  scope,
  source: naming(section),
  applies: (facts) => ofHongKong(facts) && facts.hasHan,
  holds: ({ length, suffix: { policy } }) => length <= (policy.maxLengthChinese ?? 15),
  says: ({ length }) => ({
    zh: `.hk中文域名最多15个字符（一个汉字算一个），现在有${length}个`,
    en: `A Chinese name under .hk has at most 15 characters, a Chinese character being one; this one has ${length}`,
  }),
  remedy: { zh: '缩短名字', en: 'Shorten the name' },
})

const governmentWord = wordMatch(words.hkGovernment.words)

const noGovernmentWord = nameRule({
  id: 'HK-GOV-01',
  scope,
  source: words.hkGovernment.source,
  applies: ofHongKong,
  holds: (facts) => governmentWord(facts) === undefined,
  says: (facts) => ({
    zh: `含“${governmentWord(facts) ?? '…'}”：与政府有关的名字不接受公众申请`,
    en: `It has “${governmentWord(facts) ?? '…'}”: names of the government are not open to the public`,
  }),
  remedy: { zh: '换一个名字', en: 'Choose another name' },
})

/** Two rules of one row: refused where the consent is known to be missing, an advice where that is not known. */
function consentRules(row: (typeof words.consent)[number]): readonly NameRule[] {
  const found = wordMatch(row.words)
  const authority = words.authorities[row.authority as keyof typeof words.authorities]
  const common = {
    scope,
    source: row.source,
    says: (facts: NameFacts) => ({
      zh: `含“${found(facts) ?? '…'}”：要有${authority.zh}的书面同意`,
      en: `It has “${found(facts) ?? '…'}”: the written consent of ${authority.en} is needed`,
    }),
    remedy: {
      zh: `先取得${authority.zh}的书面同意，或换一个名字`,
      en: `Obtain the written consent of ${authority.en} first, or choose another name`,
    },
  }
  return [
    nameRule({
      ...common,
      id: `${row.id}-01`,
      applies: (facts) =>
        ofHongKong(facts) && facts.given.consents !== undefined && !facts.given.consents.includes(row.authority),
      holds: (facts) => found(facts) === undefined,
    }),
    nameRule({
      ...common,
      id: `${row.id}-02`,
      severity: 'advise',
      applies: (facts) => ofHongKong(facts) && facts.given.consents === undefined,
      holds: (facts) => found(facts) === undefined,
    }),
  ]
}

/** Second-level names are open to everyone (S1-43); under .com.hk and the like the holder is an organisation there. */
const thirdLevelHolder = nameRule({
  id: 'HK-HOLDER-01',
  scope: 'suffix:.com.hk and the like',
  source: naming(`${section} 三级域名`),
  field: 'holder',
  applies: ({ suffix, given }) =>
    suffix.class === 'hk-third' &&
    suffix.name !== 'idv.hk' &&
    !suffix.name.startsWith('個人.') &&
    given.operation !== 'renew',
  holds({ given: { holderType, region } }) {
    if (holderType === 'person') return false
    if (region !== undefined && region !== 'HK') return false
    return holderType === undefined || region === undefined ? undefined : true
  },
  says: ({ suffix }) => ({
    zh: `.${suffix.name}的持有者只能是香港的机构，并要提交证明`,
    en: `The holder of a .${suffix.name} name is an organisation in Hong Kong and hands in proof of it`,
  }),
  remedy: { zh: '由香港机构申请，或选.hk', en: 'Let a Hong Kong organisation apply, or choose .hk' },
})

/** The registry's list of reserved names is not public: where no operator's list speaks, nobody knows. */
const reservedList = nameRule({
  id: 'HK-RESERVED-01',
  scope,
  source: cite('域名命名规则（域名注册说明）', `${section} 保留名单`, { date: '2021-01-19' }),
  applies: (facts) =>
    ofHongKong(facts) && (facts.given.operation === undefined || facts.given.operation === 'register'),
  holds: () => undefined,
  says: {
    zh: '不清楚这个名字在不在注册局的保留名单里',
    en: 'Whether the registry has reserved this name is not known',
  },
  remedy: { zh: '向香港域名注册有限公司查询', en: 'Ask the Hong Kong registry operator' },
})

/** Those that need no label. */
export const hkHolderRules: readonly NameRule[] = [onlyRenewed, thirdLevelHolder]

export const hkRules: readonly NameRule[] = [
  onlyRenewed,
  chineseNameHasHan,
  noHyphensAtThree,
  fifteenCharacters,
  noGovernmentWord,
  ...words.consent.flatMap(consentRules),
  thirdLevelHolder,
  reservedList,
]

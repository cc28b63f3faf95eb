import { cite } from '@yuming/rules'
import type { NameFacts } from '../name-facts.ts'
import type { SuffixOffer } from '../suffix-facts.ts'
import { manual, type NameRule, nameRule } from './name-rule.ts'

const another = { zh: '换一个后缀，例如.cn或.com', en: 'Choose another suffix, for example .cn or .com' }

/** Suffixes of .hk have a rule of their own that says where to go; those of a special flow as well. */
const speaksHere = ({ suffix }: NameFacts) =>
  suffix.offer !== undefined && suffix.class !== 'none' && !suffix.class.startsWith('hk')

/** Every suffix has a source, or is not known: then nobody may say that a name under it is fine. */
const suffixKnown = nameRule({
  id: 'SUFFIX-KNOWN-01',
  source: cite('后缀资料（本项目整理）', '没有记载'),
  severity: 'advise',
  field: 'suffix',
  applies: ({ suffix }) => !suffix.known && suffix.class !== 'none',
  holds: () => undefined,
  says: ({ suffix }) => ({
    zh: `没有.${suffix.name}的资料，不清楚有没有这个后缀、它收什么名字`,
    en: `Nothing is known of .${suffix.name}: neither whether there is such a suffix, nor what names it takes`,
  }),
  remedy: { zh: '检查后缀有没有写错', en: 'Check how the suffix is written' },
})

const hasSuffix = nameRule({
  id: 'SUFFIX-NONE-01',
  source: manual('1 支持注册的域名后缀'),
  field: 'suffix',
  applies: ({ suffix }) => suffix.class === 'none',
  holds: ({ given }) => (given.operation === undefined ? undefined : false),
  says: {
    zh: '还没有后缀：后缀对名字的要求没有看',
    en: 'There is no suffix yet: what it asks of a name was not looked at',
  },
  remedy: { zh: '加上后缀，例如.cn或.com', en: 'Add a suffix, for example .cn or .com' },
})

/** S1-09: a suffix absent from the price overview cannot be registered. */
const inPriceOverview = nameRule({
  id: 'SUFFIX-ABSENT-01',
  source: manual('1 支持注册的域名后缀'),
  field: 'suffix',
  applies: (facts) =>
    speaksHere(facts) &&
    (facts.given.operation === undefined || facts.given.operation === 'register') &&
    !facts.suffix.offer?.register &&
    !(facts.suffix.offer && facts.suffix.offer.flow in flows),
  holds: ({ given }) => (given.operation === undefined ? undefined : false),
  says: {
    zh: '不在价格总览里的后缀，不能在这里注册',
    en: 'A suffix that is not in the price overview cannot be registered here',
  },
  remedy: another,
})

/** Suffixes that go another way (S1-28). */
const flows: Partial<Record<SuffixOffer['flow'], { readonly zh: string; readonly en: string }>> = {
  'personal-name': {
    zh: '姓名.网址要先核验姓名和身份证号，在自己的页面上注册',
    en: 'A personal-name domain needs name and ID number checked first, and is registered on a page of its own',
  },
}

const general = {
  zh: '这个后缀按专门流程注册',
  en: 'Names under this suffix are registered in a procedure of their own',
}

const ownFlow = nameRule({
  id: 'SUFFIX-FLOW-01',
  source: manual('2 注册域名'),
  field: 'suffix',
  applies: ({ suffix, given }) =>
    given.operation === 'register' &&
    suffix.offer !== undefined &&
    suffix.offer.flow in flows &&
    suffix.offer.flow !== given.flow,
  holds: () => false,
  says: ({ suffix: { offer } }) => (offer && flows[offer.flow]) ?? general,
  remedy: ({ suffix }) =>
    suffix.offer?.flow === 'personal-name' && suffix.offer.register
      ? { zh: '打开“姓名.网址”页面', en: 'Open the page “Personal names”' }
      : {
          zh: `.${suffix.name}的说明见价格总览；现在可选.cn、.中国、.com`,
          en: `See .${suffix.name} in the price overview; .cn, .中国 and .com can be ordered now`,
        },
})

const trademarkOwner = nameRule({
  id: 'TRADEMARK-CERT-01',
  scope: 'suffix:.商标',
  source: manual('4 注册.商标域名'),
  severity: 'advise',
  field: 'qualification',
  applies: ({ suffix }) => suffix.name === '商标' || suffix.offer?.flow === 'trademark',
  holds: () => false,
  says: {
    zh: '持有同名商标注册证的人才能注册',
    en: 'Only the owner of a trademark certificate for this name may register it',
  },
  remedy: {
    zh: '下单前先交商标注册证，由我们核对；注册后再由注册局审核',
    en: 'Hand the certificate in before ordering: we check it, and the registry reviews it after the registration',
  },
})

/** Some suffixes are for one kind of holder alone; whether a holder is of it, only the registry can tell. */
const meantForHolder = nameRule({
  id: 'SUFFIX-HOLDER-01',
  source: ({ suffix }) => suffix.restriction?.source ?? cite('后缀资料（本项目整理）', '对持有者的限制'),
  severity: 'advise',
  field: 'holder',
  // Whether a person has the name is asked by the rules of personal names.
  applies: ({ suffix, given }) =>
    suffix.restriction?.reviewed === false && suffix.class !== 'personal-name' && given.operation !== 'filing',
  holds: () => undefined,
  says: ({ suffix: { name, restriction } }) => ({
    zh: `.${name}只给${restriction?.holders.zh ?? '…'}；持有者是不是，这里不清楚`,
    en: `.${name} is for ${restriction?.holders.en ?? '…'} only; whether the holder is one is not known here`,
  }),
  remedy: { zh: '先向注册局确认资格，或换一个后缀', en: 'Ask the registry about it first, or choose another suffix' },
})

/** Suffixes whose registry reviews a licence of the holder, as with .商标: the name is ordered first. */
const licenceReviewed = nameRule({
  id: 'SUFFIX-QUAL-01',
  source: ({ suffix }) => suffix.restriction?.source ?? cite('后缀资料（本项目整理）', '对持有者的限制'),
  severity: 'advise',
  field: 'qualification',
  applies: ({ suffix, given }) => suffix.restriction?.reviewed === true && given.operation !== 'filing',
  holds: () => false,
  says: ({ suffix: { name, restriction } }) => ({
    zh: `.${name}只给${restriction?.holders.zh ?? '…'}，注册局要审核资质`,
    en: `.${name} is for ${restriction?.holders.en ?? '…'} only; the registry reviews their licence`,
  }),
  remedy: {
    zh: '备好许可证，在“资质材料”里交；注册前后都可以交，由注册局决定',
    en: 'Hand the licence in under “Proof of right”, before the registration or after it; the registry decides',
  },
})

/** Sites under a suffix without the ministry's licence cannot be filed; the name may be had all the same. */
const licensed = nameRule({
  id: 'SUFFIX-MIIT-01',
  source: ({ suffix }) => suffix.licensed?.source ?? cite('后缀资料（本项目整理）', '没有记载'),
  severity: 'advise',
  field: 'filing',
  applies: ({ suffix }) => suffix.licensed !== undefined,
  // Who does not ask about filing is not told of what nobody knows.
  leftOut: ({ given }) => given.operation !== 'filing',
  holds: ({ suffix }) => suffix.licensed?.value ?? undefined,
  says: ({ suffix: { name, licensed } }) =>
    licensed?.value === false
      ? {
          zh: `.${name}没有工信部批准：名字能注册，网站放在中国内地不能备案`,
          en: `.${name} has no licence of the ministry: the name can be had, a site in mainland China cannot be filed`,
        }
      : { zh: `不清楚.${name}有没有工信部批准`, en: `Whether the ministry has licensed .${name} is not known` },
  remedy: {
    zh: '要在内地放网站的，换一个能备案的后缀',
    en: 'For a site in the mainland choose a suffix that can be filed',
  },
})

export const suffixOfferRules: readonly NameRule[] = [
  hasSuffix,
  inPriceOverview,
  suffixKnown,
  ownFlow,
  trademarkOwner,
  meantForHolder,
  licenceReviewed,
  licensed,
]

import type { FilingCase, FilingDraft } from '../facts/filing-facts.ts'
import { isWebsite, onlyUsed } from '../facts/used-names.ts'
import { bringsService } from '../model/order-types.ts'
import {
  type FilingRule,
  filingRule,
  guide,
  guideDay,
  providerA,
  providerB,
  providerC,
  providerDays,
  secondLevelGuide,
} from './filing-rule.ts'

const files = ({ draft }: FilingCase): boolean => draft.wish === 'file'
const brings = (draft: FilingDraft): boolean =>
  draft.wish === 'file' && (draft.type === undefined || bringsService(draft.type))

const typeChosen = filingRule({
  id: 'TYPE-CHOSEN-01',
  of: 'draft',
  source: guide('第一步：自动判断备案类型'),
  field: 'chosenType',
  applies: ({ draft }) => draft.chosenType !== undefined && draft.type !== undefined,
  holds: ({ draft }) => draft.chosenType === draft.type,
  says: { zh: '选的备案类型与备案系统里的情况不符', en: 'The type that was chosen does not agree with what is filed' },
  remedy: {
    zh: '按算出来的类型办；不对就核对主体名称、证件号码和域名，多半是写错了',
    en: 'Go by the computed type; where that seems wrong, check name, number and domain: it is nearly always a slip',
  },
})

const oldNumber = filingRule({
  id: 'TYPE-OLD-01',
  of: 'draft',
  source: providerC('常见驳回原因：工信部已存在备案记录'),
  from: providerDays.c,
  field: 'record.underOldCertificate',
  applies: (c) => files(c) && c.draft.record.underOldCertificate !== undefined,
  holds: ({ draft }) => draft.record.underOldCertificate === false,
  says: { zh: '主体用旧证件备过案', en: 'The subject has a filing under an older paper' },
  remedy: {
    zh: '用原来的证件号码查询，先变更主体证件，再办这一单；旧备案不用了就先注销',
    en: 'Look it up by the old number and change the subject’s paper first; or cancel the old filing when it is not used',
  },
})

const personRunning = filingRule({
  id: 'TYPE-RUNNING-01',
  of: 'draft',
  source: providerA('验证备案类型：此证件存在进行中的订单'),
  from: providerDays.a,
  field: 'record.running',
  applies: ({ draft }) => draft.record.running !== undefined,
  holds: ({ draft }) => draft.record.running !== 'here',
  says: { zh: '这个证件号码在本处有一单正在办', en: 'An order for this certificate number is under way here' },
  remedy: {
    zh: '打开那一单继续办，或放弃它；放弃后就能新开一单',
    en: 'Go on with that order or give it up; a new one can be begun then',
  },
})

const runningElsewhere = filingRule({
  id: 'TYPE-RUNNING-02',
  of: 'draft',
  source: providerA('备案审核：同一主体不能在两个接入商同时提交'),
  from: providerDays.a,
  field: 'record.running',
  applies: ({ draft }) => draft.record.running !== undefined,
  holds: ({ draft }) => draft.record.running !== 'elsewhere',
  says: {
    zh: '这个主体在别的接入商有一单正在办，两边会冲突',
    en: 'The subject has an order under way at another access provider; the two would clash',
  },
  remedy: {
    zh: '等那边办完，或在那边撤回；结束后我们按新的情况重新判断类型',
    en: 'Wait until it ends, or withdraw it there; the type is then decided anew',
  },
})

const oneAtBureau = filingRule({
  id: 'TYPE-RUNNING-03',
  of: 'draft',
  source: providerB('同一主体同时只能有一单在管局'),
  from: providerDays.a,
  field: 'record.runningAtBureau',
  applies: ({ draft }) => draft.record.runningAtBureau !== undefined,
  holds: ({ draft }) => draft.record.runningAtBureau === false,
  says: { zh: '同一主体已有一单在管局审核', en: 'Another order of the subject is with the bureau' },
  remedy: { zh: '等管局出结果再提交', en: 'Wait for the bureau’s answer, then submit' },
})

const domainRunning = filingRule({
  id: 'TYPE-RUNNING-04',
  of: 'domain',
  source: providerA('验证备案类型：该域名存在进行中的订单'),
  from: providerDays.a,
  field: 'running',
  applies: (c) => c.domain.running !== undefined && !onlyUsed(c),
  holds: ({ domain }) => domain.running === 'none',
  says: ({ domain }) => ({ zh: `${domain.name}有一单正在办`, en: `An order for ${domain.name} is under way` }),
  remedy: {
    zh: '是自己的就打开那一单；是别人的就用域名证书申诉归属',
    en: 'Open that order when it is yours; claim the domain with its certificate when it is somebody else’s',
  },
})

const otherSubject = filingRule({
  id: 'TYPE-DOMAIN-01',
  of: 'domain',
  source: providerC('常见驳回原因：域名备案在其他主体'),
  from: providerDays.c,
  field: 'sameSubject',
  applies: (c) => brings(c.draft) && c.domain.filed === true && !onlyUsed(c),
  holds: ({ domain }) => domain.sameSubject,
  says: ({ domain }) => ({
    zh: `${domain.name}备在别的主体下${domain.number ? `（${domain.number}）` : ''}`,
    en: `${domain.name} is filed under another subject${domain.number ? ` (${domain.number})` : ''}`,
  }),
  remedy: {
    zh: '请原主体注销这个网站；找不到人就凭域名证书向原备案省的管局申请注销，约20个工作日',
    en: 'The other subject cancels that service; where nobody is found, ask the bureau of that province with the domain certificate, about 20 working days',
  },
})

const unfiledSubject = filingRule({
  id: 'TYPE-DOMAIN-02',
  of: 'domain',
  source: guide('备案类型：主体无备案号而域名有备案号'),
  field: 'filed',
  applies: (c) => files(c) && c.draft.record.filed === false && !onlyUsed(c),
  holds: ({ domain }) => (domain.filed === undefined ? undefined : !domain.filed),
  says: ({ domain }) => ({
    zh: `${domain.name}已经有备案号，主体却没有：它备在别人名下，或在同一主体的旧证件名下`,
    en: `${domain.name} has a number but the subject has none: it is filed by somebody else, or by the subject with an older paper`,
  }),
  remedy: {
    zh: '先核对主体名称和号码；确是别人的，请对方注销；是自己的旧证件，用旧号码办变更',
    en: 'Check name and number first; ask the other subject to cancel, or change the filing under your older paper',
  },
})

const filedHere = filingRule({
  id: 'TYPE-DOMAIN-03',
  of: 'domain',
  source: guide('备案类型'),
  field: 'filed',
  applies: (c) => brings(c.draft) && c.domain.filed === true && c.domain.sameSubject === true && !onlyUsed(c),
  holds: ({ domain }) => (domain.at === undefined ? undefined : domain.at === 'elsewhere'),
  says: ({ domain }) => ({
    zh: `${domain.name}已在本处备案，不用再备`,
    en: `${domain.name} is filed here already`,
  }),
  remedy: { zh: '要改信息就办变更备案', en: 'Change the filing where something is to be corrected' },
})

const chosenForFiled = filingRule({
  id: 'TYPE-DOMAIN-04',
  of: 'domain',
  source: providerB('类型判断：域名已有备案号'),
  from: providerDays.a,
  field: 'filed',
  applies: (c) =>
    c.domain.filed === true &&
    (c.draft.chosenType === 'first' ||
      c.draft.chosenType === 'new-service-here' ||
      c.draft.chosenType === 'new-service-elsewhere') &&
    !onlyUsed(c),
  holds: () => false,
  says: ({ domain }) => ({
    zh: `${domain.name}已有备案号，不能当作没有备案的域名`,
    en: `${domain.name} has a number already and is not a domain without one`,
  }),
  remedy: {
    zh: '同一主体走新增接入，别的主体先注销',
    en: 'New access for the same subject; otherwise it is cancelled first',
  },
})

const mixedDomains = filingRule({
  id: 'TYPE-DOMAIN-05',
  of: 'draft',
  source: guide('备案类型'),
  field: 'domains',
  applies: ({ draft }) => draft.wish === 'file' && draft.domains.length > 1 && draft.services.every(isWebsite),
  holds: ({ draft: { domains } }) =>
    domains.some(({ filed }) => filed) && domains.some(({ filed }) => filed === false)
      ? false
      : domains.every(({ filed }) => filed !== undefined) || undefined,
  says: {
    zh: '有的域名已备案，有的没有，不能在一单里',
    en: 'Some of the domains are filed and others are not: they are no single order',
  },
  remedy: {
    zh: '分成两单：新增接入一单，新增网站一单',
    en: 'Make two orders: one for the new access, one for the new service',
  },
})

const under = ({ domain }: FilingCase): boolean =>
  domain.registered !== undefined && domain.name !== domain.registered && domain.name.endsWith(`.${domain.registered}`)

const parentFiled = filingRule({
  id: 'SECOND-LEVEL-01',
  of: 'domain',
  source: secondLevelGuide('二级域名要以已备案的上级域名为基础，不能单独备案'),
  field: 'parent.filed',
  applies: (c) => under(c) && files(c) && !onlyUsed(c),
  holds: ({ domain }) => domain.parent?.filed,
  says: ({ domain }) => ({
    zh: `${domain.registered ?? '…'}还没有备案，它下面的名字不能单独备案`,
    en: `${domain.registered ?? '…'} is not filed; a name under it cannot be filed by itself`,
  }),
  remedy: {
    zh: '先备案上级域名；备案后它下面的名字在同一接入商不用再备，备注写明即可',
    en: 'File the parent first; names under it need no filing of their own at the same provider, and are told in the remark',
  },
})

const parentSubject = filingRule({
  id: 'SECOND-LEVEL-02',
  of: 'domain',
  source: secondLevelGuide('主体一致性'),
  field: 'parent.sameSubject',
  applies: (c) => under(c) && files(c) && c.domain.parent?.filed === true && !onlyUsed(c),
  holds: ({ domain }) => domain.parent?.sameSubject,
  says: {
    zh: '上级域名备在别的主体下，不能借用',
    en: 'The parent is filed under another subject, which cannot be used',
  },
  remedy: {
    zh: '由上级域名的主体来办，或换一个自己备案的域名',
    en: 'The parent’s subject files it, or use a domain that is filed by you',
  },
})

const parentOnly = filingRule({
  id: 'SECOND-LEVEL-03',
  of: 'domain',
  source: providerB('只备一级域名'),
  from: providerDays.a,
  field: 'name',
  applies: (c) =>
    under(c) &&
    bringsService(c.draft.type ?? c.draft.chosenType) &&
    !c.domain.name.endsWith('.gov.cn') &&
    // An App names the domains that it uses down to the fourth level.
    !onlyUsed(c),
  holds: ({ draft }) => draft.type === 'new-access',
  says: ({ domain }) => ({
    zh: `${domain.name}是${domain.registered ?? '…'}下面的名字，备案填上级域名`,
    en: `${domain.name} is under ${domain.registered ?? '…'}: the parent is what is filed`,
  }),
  remedy: {
    zh: '域名一栏填上级域名，下面的名字写在备注里',
    en: 'Enter the parent; tell the name under it in the remark',
  },
})

const oldSecondLevel = filingRule({
  id: 'SECOND-LEVEL-04',
  of: 'domain',
  source: secondLevelGuide('域名规范：建议使用字母、数字、连接符'),
  from: guideDay,
  severity: 'advise',
  field: 'name',
  applies: under,
  holds: ({ domain }) => /^[a-z0-9.-]+$/i.test(domain.name),
  says: {
    zh: '二级域名建议只用字母、数字和连接符',
    en: 'Letters, digits and hyphens are recommended for a second-level name',
  },
  remedy: { zh: '换成字母和数字', en: 'Use letters and digits' },
})

/** Wrong premises of a type, each with the way out (S3-02…S3-06, S2-03…S2-05, S2-21, S2-22). */
export const typeRules: readonly FilingRule[] = [
  typeChosen,
  oldNumber,
  personRunning,
  runningElsewhere,
  oneAtBureau,
  domainRunning,
  otherSubject,
  unfiledSubject,
  filedHere,
  chosenForFiled,
  mixedDomains,
  parentFiled,
  parentSubject,
  parentOnly,
  oldSecondLevel,
]

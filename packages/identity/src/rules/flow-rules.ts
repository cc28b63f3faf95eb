import { partsAround } from '@yuming/names'
import { cite } from '@yuming/rules'
import { hasDotVariant } from '../holder/holder-name.ts'
import type { IdentityFacts } from '../identity-facts.ts'
import { failureManual, type IdentityRule, identityRule, listDay, manual, manualDay } from './identity-rule.ts'

const failed = ({ state }: IdentityFacts): boolean => state.identity === 'failed'
const verifies = ({ operation }: IdentityFacts): boolean => operation === undefined || operation === 'verify'
const registers = ({ operation, suffix }: IdentityFacts): boolean => operation === 'register' && suffix !== undefined
const flow = manual('通用域名注册流程：确认订单')

const emailVerified = identityRule({
  id: 'EMAIL-VERIFIED-01',
  source: manual('邮箱真实性验证（ICANN）'),
  from: manualDay,
  field: 'holder.email',
  applies: ({ holder, operation }) =>
    holder.emailVerified !== undefined &&
    (operation === 'register' || operation === 'holder-change' || operation === 'transfer-in'),
  holds: ({ holder }) => holder.emailVerified,
  says: {
    zh: '邮箱还没有验证，这个信息模板不能用',
    en: 'The e-mail address is not verified; this template cannot be used',
  },
  remedy: {
    zh: '打开验证邮件里的链接或输入验证码',
    en: 'Open the link in the message that was sent, or enter its code',
  },
})

const notTwice = identityRule({
  id: 'VERIFY-STATE-01',
  source: failureManual('服务状态'),
  from: manualDay,
  field: 'state.identity',
  applies: ({ operation, state }) => operation === 'verify' && state.identity !== undefined,
  holds: ({ state }) => state.identity !== 'verified',
  says: { zh: '已实名认证，不用再提交', en: 'The identity is verified already; nothing more is to be handed in' },
  remedy: { zh: '要换持有者就办理过户', en: 'To change the holder, transfer the domain to another template (过户)' },
})

const sameHolder = identityRule({
  id: 'VERIFY-HOLDER-01',
  source: failureManual('方式二：重新实名认证'),
  from: manualDay,
  field: 'holder',
  applies: ({ operation, state }) => operation === 'verify' && state.holderDiffers !== undefined,
  holds: ({ state }) => state.holderDiffers === false,
  says: {
    zh: '重新认证不能改用户类型和域名所有者',
    en: 'Verifying again changes neither the holder type nor the holder',
  },
  remedy: {
    zh: '新建个人或企业信息模板，再把域名过户到新模板',
    en: 'Make a new template for the person or organisation, and transfer the domain to it (过户)',
  },
})

const pathA = identityRule({
  id: 'VERIFY-PATH-A',
  source: failureManual('方式一：过户到已实名认证的模板'),
  from: manualDay,
  severity: 'advise',
  field: 'state.identity',
  applies: (facts) => failed(facts) && verifies(facts) && facts.state.otherVerifiedTemplate === true,
  holds: () => false,
  says: {
    zh: '实名认证失败；账号里有已实名认证的模板，过户到它更快',
    en: 'The verification failed; the account has a verified template, and going to it is faster',
  },
  remedy: {
    zh: '办理过户，选已实名认证的模板，约1到3个工作日',
    en: 'Transfer the domain to the verified template (过户); about 1 to 3 working days',
  },
})

const pathB = identityRule({
  id: 'VERIFY-PATH-B',
  source: failureManual('方式二：重新实名认证'),
  from: manualDay,
  severity: 'advise',
  field: 'state.identity',
  applies: (facts) => failed(facts) && verifies(facts) && facts.state.otherVerifiedTemplate !== true,
  holds: () => false,
  says: {
    zh: '实名认证失败，要改正材料后重新认证',
    en: 'The verification failed; correct the material and verify again',
  },
  remedy: {
    zh: '看失败原因，改正后重新提交，约3到5个工作日',
    en: 'Read why it failed, correct it and hand it in again; about 3 to 5 working days',
  },
})

/** Failures after which a person takes over (S4-35). */
export const askForHelpAfter = 3

const askForHelp = identityRule({
  id: 'VERIFY-AGAIN-01',
  source: failureManual('多次认证失败'),
  from: manualDay,
  severity: 'advise',
  field: 'state.failures',
  applies: ({ state }) => state.failures !== undefined && state.identity !== 'verified',
  holds: ({ state }) => (state.failures ?? 0) < askForHelpAfter,
  says: ({ state }) => ({
    zh: `已经失败${state.failures ?? '…'}次`,
    en: `The verification has failed ${state.failures ?? '…'} times`,
  }),
  remedy: { zh: '截图并提交工单，由人工协助', en: 'Take a screenshot and open a ticket, so that a person helps' },
})

const verifiedBefore = identityRule({
  id: 'REGISTER-IDENTITY-01',
  source: cite('境内注册商甲的公开文档：接口变更通知', '只受理已实名认证的模板', { date: '2022-03-01' }),
  from: '2022-03-01',
  field: 'holder',
  applies: (facts) => registers(facts) && facts.suffix?.verifyBefore === true,
  holds: ({ state }) => (state.template === undefined ? undefined : state.template === 'verified'),
  says: ({ suffix }) => ({
    zh: `.${suffix?.name ?? '…'}先实名、后注册，模板要已实名认证`,
    en: `.${suffix?.name ?? '…'} is registered after the identity is verified; the template must be verified`,
  }),
  remedy: { zh: '先完成模板的实名认证，或选已实名的模板', en: 'Verify the template first, or choose a verified one' },
})

const verifySoon = identityRule({
  id: 'REGISTER-IDENTITY-02',
  source: flow,
  from: manualDay,
  severity: 'advise',
  field: 'holder',
  applies: (facts) => registers(facts) && facts.suffix?.verifyBefore === false && facts.state.template !== undefined,
  holds: ({ state }) => state.template === 'verified',
  says: {
    zh: '模板未实名认证，注册成功后要尽快完成，否则5天后暂停解析',
    en: 'The template is not verified: verify soon after registration, or the domain is put on hold after 5 days',
  },
  remedy: { zh: '准备与注册信息一致的证件', en: 'Have the paper ready that agrees with the registration' },
})

const orderUnknown = identityRule({
  id: 'REGISTER-IDENTITY-03',
  source: flow,
  from: manualDay,
  field: 'suffix',
  applies: (facts) => registers(facts) && facts.state.template !== 'verified',
  holds: ({ suffix }) => (suffix?.verifyBefore === undefined || suffix.verifyBefore === null ? undefined : true),
  says: ({ suffix }) => ({
    zh: `不清楚.${suffix?.name ?? '…'}是先实名还是后实名`,
    en: `Whether .${suffix?.name ?? '…'} wants the identity verified before or after registration is not known`,
  }),
  remedy: { zh: '用已实名认证的模板注册最稳妥', en: 'A verified template is safe in both cases' },
})

const templateCovers = identityRule({
  id: 'REGISTER-COVER-01',
  source: cite('境内注册商乙的公开文档：注册单个域名操作指导', '模板实名状态的继承', { date: '2022-11-01' }),
  from: '2022-11-01',
  severity: 'advise',
  field: 'suffix',
  applies: (facts) =>
    registers(facts) && facts.state.template === 'verified' && facts.suffix?.templateCovers !== undefined,
  holds: ({ suffix }) => suffix?.templateCovers ?? undefined,
  says: ({ suffix }) => ({
    zh: `.${suffix?.name ?? '…'}不继承模板的实名状态，注册后还要对域名单独认证`,
    en: `.${suffix?.name ?? '…'} does not take over the state of the template; the domain is verified by itself after registration`,
  }),
  remedy: {
    zh: '材料用模板里的，注册时一并提交，不用再上传；等注册局审核',
    en: 'The material of the template goes with the registration, nothing is uploaded again; wait for the registry',
  },
})

const government = identityRule({
  id: 'SUFFIX-GOV-01',
  source: manual('6 注册.gov.cn域名'),
  from: manualDay,
  field: 'holder.type',
  applies: ({ suffix, holder }) => suffix?.name === 'gov.cn' && holder.type !== undefined,
  holds: ({ holder }) => holder.type === 'organisation',
  says: { zh: '.gov.cn的持有者只能是单位', en: 'The holder of a .gov.cn name is an organisation' },
  remedy: {
    zh: '选“企业或组织”，证件是机关法人的证件',
    en: 'Choose “organisation”, with the paper of a government organ',
  },
})

const personal = ({ suffix }: IdentityFacts): boolean => suffix?.name === '姓名.网址'
const personalManual = manual('5 注册姓名.网址域名')

const personalHolder = identityRule({
  id: 'SUFFIX-PERSON-01',
  source: personalManual,
  from: manualDay,
  field: 'holder',
  applies: (facts) => personal(facts) && facts.holder.type !== undefined,
  holds({ holder, certificate }) {
    if (holder.type !== 'person' || (holder.region !== undefined && holder.region !== 'CN')) return false
    if (certificate === undefined) return undefined
    return certificate.kind?.numberForm === 'resident'
  },
  says: {
    zh: '姓名.网址只由持18位居民身份证的内地自然人注册',
    en: 'A 姓名.网址 name is registered by a person of the mainland with an 18-digit resident ID only',
  },
  remedy: {
    zh: '改用本人身份证，或注册普通的.网址',
    en: 'Use the ID card of the person, or register an ordinary .网址 name',
  },
})

const personalName = identityRule({
  id: 'SUFFIX-PERSON-02',
  source: personalManual,
  from: manualDay,
  field: 'label',
  applies: (facts) => personal(facts) && facts.label !== undefined && facts.holder.name?.zh !== undefined,
  holds: ({ label, holder }) => partsAround(label ?? '', holder.name?.zh ?? '') !== undefined,
  says: {
    zh: '域名不是身份证上的姓名加提供的前后缀',
    en: 'The domain is not the name of the ID card with offered words around it',
  },
  remedy: {
    zh: '姓名要与身份证完全一致，前后只用注册时提供的词',
    en: 'The name equals the one on the ID card exactly; before and after it stand only words that are offered',
  },
})

const personalDot = identityRule({
  id: 'SUFFIX-PERSON-03',
  source: personalManual,
  from: manualDay,
  field: 'holder.name',
  applies: (facts) => personal(facts) && facts.holder.name?.zh !== undefined,
  holds: ({ holder }) => !hasDotVariant(holder.name?.zh ?? '') && holder.name?.zh?.includes('·') === false,
  says: { zh: '姓名里有间隔号，不能注册姓名.网址', en: 'A name with a dot cannot be registered as 姓名.网址' },
  remedy: { zh: '注册普通的.网址或其他域名', en: 'Register an ordinary .网址 name or another one' },
})

const trademark = identityRule({
  id: 'SUFFIX-TRADEMARK-01',
  source: manual('4 注册.商标域名'),
  from: manualDay,
  severity: 'advise',
  field: 'suffix',
  applies: ({ suffix, operation }) =>
    suffix?.name === '商标' && (operation === undefined || operation === 'register' || operation === 'verify'),
  holds: ({ state }) => state.identity === 'verified' && state.qualification === 'verified',
  says: {
    zh: '.商标要过实名审核和资质审核两关，注册局都批准后才能用',
    en: 'A .商标 name passes two reviews, of identity and of qualification; it works after the registry approves both',
  },
  remedy: {
    zh: '备好商标注册证；持有者与商标注册人一致',
    en: 'Have the certificate of the trade mark ready; the holder is its owner',
  },
})

const usable = identityRule({
  id: 'STATE-USABLE-01',
  source: flow,
  from: manualDay,
  severity: 'advise',
  field: 'state',
  applies: ({ operation, state }) =>
    operation === undefined && state.identity !== undefined && state.identity !== 'failed',
  holds: ({ state }) =>
    [state.identity, state.naming, state.qualification].every(
      (review) => review === undefined || review === 'verified',
    ),
  says: {
    zh: '审核没有全部通过，域名还不能正常使用',
    en: 'Not every review has been passed; the domain is not usable yet',
  },
  remedy: {
    zh: '提交与注册信息一致的材料，等待审核',
    en: 'Hand in material that agrees with the registration, and wait for the review',
  },
})

const agent = identityRule({
  id: 'STATE-AGENT-01',
  source: manual('扫码快速下单：代理模板'),
  from: manualDay,
  severity: 'advise',
  field: 'holder',
  applies: ({ state }) => state.agentTemplate !== undefined,
  holds: ({ state }) => state.agentTemplate === false,
  says: {
    zh: '域名登记在代理的模板下，显示的是代理的联系方式，使用功能受限',
    en: 'The domain stands under the template of an agent: it shows the contacts of the agent, and its functions are limited',
  },
  remedy: { zh: '尽快过户到自己的模板', en: 'Transfer it to a template of your own soon (过户)' },
})

const targetVerified = identityRule({
  id: 'CHANGE-TEMPLATE-01',
  source: cite('境内注册商乙的公开文档：域名过户', '目标模板须已实名认证', { date: '2022-11-01' }),
  from: listDay,
  field: 'state.template',
  applies: ({ operation, state }) =>
    (operation === 'holder-change' || operation === 'transfer-in') && state.template !== undefined,
  holds: ({ state }) => state.template === 'verified',
  says: { zh: '目标模板没有实名认证', en: 'The template it is to go to is not verified' },
  remedy: { zh: '先完成模板的实名认证', en: 'Verify that template first' },
})

/** Of the days before the lists only single rules are known: what they let through was not allowed by that alone. */
const rulesNotCollected = identityRule({
  id: 'IDENTITY-HISTORY-01',
  source: failureManual('实名认证'),
  from: '0001-01-01',
  until: '2021-07-22',
  field: 'day',
  holds: () => undefined,
  says: {
    zh: '2021-07-23以前的实名规则没有收全，不能断定当时可以通过',
    en: 'The rules of identity of the days before 2021-07-23 are not all known here, so it cannot be said to have passed',
  },
  remedy: { zh: '查当时的文件，或改问之后的日子', en: 'Consult the texts of that time, or ask about a later day' },
})

/** What may be done in which state, and what a suffix asks of its holder. */
export const flowRules: readonly IdentityRule[] = [
  rulesNotCollected,
  emailVerified,
  notTwice,
  sameHolder,
  pathA,
  pathB,
  askForHelp,
  verifiedBefore,
  verifySoon,
  orderUnknown,
  templateCovers,
  government,
  personalHolder,
  personalName,
  personalDot,
  trademark,
  usable,
  agent,
  targetVerified,
]

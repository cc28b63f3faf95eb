import { cite, type Text } from '@yuming/rules'
import { type Eligibility, manualEligibility, mayRegister } from '../eligibility.ts'
import type { Circumstances, NameFacts } from '../name-facts.ts'
import { manual, type NameRule, nameRule } from './name-rule.ts'

const government = manual('6 注册.gov.cn域名')
const isGov = ({ suffix }: NameFacts) => suffix.class === 'gov-cn'

const forNewHolder = (operation: Circumstances['operation']) => operation !== 'renew' && operation !== 'filing'

const eligibilityOf = ({ suffix }: NameFacts): Eligibility | undefined =>
  suffix.eligibility ?? (suffix.class === 'cnnic' ? manualEligibility : undefined)
const may = (facts: NameFacts) => mayRegister(eligibilityOf(facts) ?? manualEligibility, facts.given)
const nothingStated = ({ given: { site, region, holderType } }: NameFacts) =>
  site === undefined && region === undefined && holderType === undefined

/** Whom the other shop front would take is sent there (S1-14, S1-16…S1-20). */
function elsewhere(facts: NameFacts): Text {
  const site = facts.given.site === 'international' ? 'china' : 'international'
  const there = mayRegister(eligibilityOf(facts) ?? manualEligibility, { ...facts.given, site })
  if (there === false) return { zh: '换一个持有者，或换一个后缀', en: 'Choose another holder, or another suffix' }
  return site === 'international'
    ? { zh: '建议前往国际站注册', en: 'Please register on the international site' }
    : { zh: '建议前往中国站注册', en: 'Please register on the China site' }
}

const eligible = {
  source: (facts: NameFacts) => (eligibilityOf(facts) ?? manualEligibility).source,
  field: 'holder',
  leftOut: nothingStated,
  holds: may,
  says: (facts: NameFacts): Text => {
    const {
      suffix: { name },
      given: { site },
    } = facts
    if (may(facts) === undefined)
      return {
        zh: `能不能持有.${name}，要看在哪个站注册、持有者的地区和类型，这里没有说全`,
        en: `Who may hold .${name} hangs on the site, and on the region and kind of the holder; not all of them are stated`,
      }
    return site === 'international'
      ? {
          zh: `国际站的.${name}不收这个地区的这类持有者`,
          en: `The international site does not register .${name} for this kind of holder from this region`,
        }
      : {
          zh: `中国站的.${name}不收这个地区的这类持有者`,
          en: `The China site does not register .${name} for this kind of holder from this region`,
        }
  },
  remedy: elsewhere,
} as const

const cnnicHolder = nameRule({
  ...eligible,
  id: 'CN-REGION-01',
  scope: 'suffix:.cn .中国 .公司 .网络',
  applies: (facts) => facts.suffix.class === 'cnnic' && forNewHolder(facts.given.operation),
})

/** What the catalogue says of a suffix outside the four; most have no such matrix. */
const matrixHolder = nameRule({
  ...eligible,
  id: 'SUFFIX-ELIGIBLE-01',
  applies: (facts) =>
    facts.suffix.class !== 'cnnic' && facts.suffix.eligibility !== undefined && forNewHolder(facts.given.operation),
})

const govHolderType = nameRule({
  id: 'GOV-HOLDER-01',
  scope: 'suffix:.gov.cn',
  source: cite('通用域名注册流程', '确认订单', { date: '2019-01-01' }),
  from: '2019-01-01',
  field: 'holder',
  applies: (facts) => isGov(facts) && forNewHolder(facts.given.operation),
  holds: ({ given: { holderType } }) => (holderType === undefined ? undefined : holderType === 'organisation'),
  says: { zh: '.gov.cn的持有者只能是单位', en: 'The holder of a .gov.cn name is an organisation' },
  remedy: { zh: '选“企业或组织”', en: 'Choose “organisation”' },
})

const companyPapers = new Set(['YYZZ', 'WGCZJG', 'SHTTFR', 'MBFQY', 'SHFWJG', 'JJHFR', 'MBXXBX', 'LSZY', 'ZJCS'])

const govCertificate = nameRule({
  id: 'GOV-CERT-01',
  scope: 'suffix:.gov.cn',
  source: government,
  field: 'certificate',
  applies: (facts) => isGov(facts) && facts.given.holderType !== 'person' && forNewHolder(facts.given.operation),
  holds({ given: { certificate } }) {
    if (certificate?.unit !== undefined) return certificate.unit === '机关法人'
    return certificate?.kind !== undefined && companyPapers.has(certificate.kind) ? false : undefined
  },
  says: {
    zh: '只有党政机关等机关法人能注册.gov.cn，企业和个人不能',
    en: 'Only Party and government organs (legal persons of that kind) may register .gov.cn; companies and persons may not',
  },
  remedy: {
    zh: '提交机构类型为“机关法人”的组织机构代码证',
    en: 'Hand in an organisation code certificate whose type is 机关法人',
  },
})

const govClassElsewhere = nameRule({
  id: 'GOV-CLASS-01',
  scope: 'suffix:.gov.cn',
  source: government,
  // The manual tells applications of before September 2018 apart (S1-150, S1-151): the channels are of that month.
  from: '2018-09-01',
  field: 'govClass',
  applies: (facts) => isGov(facts) && facts.given.govClass !== undefined,
  holds: ({ given }) => given.govClass === 3,
  says: ({ given }) =>
    given.govClass === 1
      ? {
          zh: '省级政府和国务院部门的.gov.cn不在这里申请',
          en: 'Provincial governments and departments of the State Council do not apply for .gov.cn here',
        }
      : {
          zh: '市、县政府的.gov.cn要逐级审核，不在这里申请',
          en: 'Prefecture and county governments apply for .gov.cn level by level, not here',
        },
  remedy: ({ given }) =>
    given.govClass === 1
      ? {
          zh: '经负责人同意，报国务院办公厅备案，再向CNNIC提交基本信息表',
          en: 'With the consent of the head, file with the General Office of the State Council and send the form to CNNIC',
        }
      : {
          zh: '经负责人同意，向上一级政府办公厅（室）提交基本信息表，由省级办公厅报CNNIC',
          en: 'With the consent of the head, send the form to the next higher government office; the provincial one tells CNNIC',
        },
})

const govQualification = nameRule({
  id: 'GOV-CLASS-02',
  scope: 'suffix:.gov.cn',
  source: government,
  from: '2018-09-01',
  severity: 'advise',
  field: 'govClass',
  // Whoever is refused by the kind of holder or paper needs no channel.
  applies: (facts) =>
    isGov(facts) &&
    facts.given.holderType !== 'person' &&
    govCertificate.holds(facts) !== false &&
    (facts.given.govClass === undefined || facts.given.govClass === 3),
  holds: () => false,
  says: {
    zh: '.gov.cn按三类申请单位分三个渠道；自行直接注册会通不过命名审核',
    en: 'Applicants for .gov.cn have three channels by their class; registering past the right one fails the naming review',
  },
  remedy: {
    zh: '先确认属于第三类，再备好盖章申请表和组织证明',
    en: 'Make sure that you are of class 3, and have the sealed form and the proof of the organisation ready',
  },
})

/**
 * The manual names exactly four suffixes (S1-11), while the zones below .cn are names of .cn to their registry: what it says
 * of .cn is told as an advice there, and refuses nobody.
 */
const belowCn = nameRule({
  id: 'CN-REGION-02',
  scope: 'suffix:.com.cn and the other zones below .cn, site:china',
  source: manual('1 支持注册的域名后缀'),
  severity: 'advise',
  field: 'holder',
  applies: ({ suffix, given: { site, region, holderType, operation } }) =>
    (suffix.class === 'cn-category' || suffix.class === 'cn-province') &&
    site === 'china' &&
    forNewHolder(operation) &&
    region !== undefined &&
    mayRegister(manualEligibility, { site, region, holderType }) === false,
  holds: () => false,
  says: ({ suffix }) => ({
    zh: `.cn不收这个地区的这类持有者；.${suffix.name}同属CNNIC，手册没有单独说，注册局可能也不收`,
    en: `.cn is not registered for this kind of holder from this region; .${suffix.name} is of the same registry, of which the manual says nothing apart, and may not be either`,
  }),
  remedy: { zh: '先问注册局，或前往国际站注册', en: 'Ask the registry first, or register on the international site' },
})

export const cnnicHolderRules: readonly NameRule[] = [cnnicHolder, belowCn]

export const matrixHolderRules: readonly NameRule[] = [matrixHolder]

export const govHolderRules: readonly NameRule[] = [govHolderType, govCertificate, govClassElsewhere]

/** The registry's form of approval is asked for since that day; older applications had none. */
const govForm = nameRule({
  id: 'GOV-FORM-01',
  scope: 'suffix:.gov.cn',
  source: cite('.gov.cn域名实名认证所需资料', '域名注册审核表', { date: '2021-07-23' }),
  from: '2021-01-07',
  severity: 'advise',
  field: 'certificate',
  applies: (facts) =>
    isGov(facts) &&
    facts.given.operation === 'register' &&
    govCertificate.holds(facts) === true &&
    facts.given.govClass === 3,
  holds: () => false,
  says: {
    zh: '2021-01-07起，.gov.cn还要提交盖章的审核表，注册局会打电话核实',
    en: 'Since 2021-01-07 .gov.cn also asks for the sealed form of approval, and the registry checks by telephone',
  },
  remedy: { zh: '备好审核表，留能接通的电话', en: 'Have the form ready, and give a telephone that is answered' },
})

export const govRules: readonly NameRule[] = [...govHolderRules, govQualification, govForm]

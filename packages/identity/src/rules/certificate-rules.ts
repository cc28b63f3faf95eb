import { cite } from '@yuming/rules'
import { certificateKind, takesRegion } from '../certificate/certificate-kinds.ts'
import { addDays } from '../dates.ts'
import { sameName } from '../holder/holder-name.ts'
import type { IdentityFacts } from '../identity-facts.ts'
import { normalNumber } from '../number/number-defect.ts'
import { failureList, failureManual, type IdentityRule, identityRule, manualDay, paperList } from './identity-rule.ts'

const kindOf = ({ certificate }: IdentityFacts) => certificate?.kind

const kindKnown = identityRule({
  id: 'CERTIFICATE-KIND-01',
  source: paperList('证件类型'),
  field: 'certificate.kind',
  applies: ({ certificate }) => certificate !== undefined,
  holds: (facts) => kindOf(facts) !== undefined,
  says: ({ certificate }) => ({
    zh: `没有“${certificate?.statedKind ?? '…'}”这种证件类型`,
    en: `There is no kind of paper called “${certificate?.statedKind ?? '…'}”`,
  }),
  remedy: { zh: '从列表里选证件类型', en: 'Choose a kind from the list' },
})

const kindFitsHolder = identityRule({
  id: 'CERTIFICATE-KIND-02',
  source: paperList('证件类型'),
  field: 'certificate.kind',
  applies: (facts) => kindOf(facts) !== undefined && facts.holder.type !== undefined,
  holds: (facts) => facts.holder.type !== undefined && kindOf(facts)?.holderTypes.includes(facts.holder.type),
  says: { zh: '持有者类型不能用这种证件', en: 'This kind of paper does not fit the holder type' },
  remedy: {
    zh: '个人选身份证、护照等；单位选营业执照等',
    en: 'A person chooses an ID card, a passport and the like; an organisation its licence',
  },
})

const kindFitsRegion = identityRule({
  id: 'CERTIFICATE-REGION-01',
  source: failureList('境外个人或组织用户'),
  field: 'holder.region',
  applies: (facts) => kindOf(facts) !== undefined && facts.holder.region !== undefined,
  holds({ certificate, holder }) {
    return certificate?.kind !== undefined && takesRegion(certificate.kind, holder.region ?? '')
  },
  says: ({ certificate, holder }) => ({
    zh: `${certificate?.kind?.name.zh ?? '…'}不是${holder.region ?? '…'}的证件`,
    en: `${certificate?.kind?.name.en ?? '…'} is not a paper of ${holder.region ?? '…'}`,
  }),
  remedy: {
    zh: '地区改成证件的签发地，或换用当地的证件',
    en: 'Change the region to where the paper is from, or use a paper of the region',
  },
})

const regionKnown = identityRule({
  id: 'HOLDER-REGION-01',
  source: cite('ISO 3166-1', 'alpha-2', { date: '2020-08-01' }),
  field: 'holder.region',
  applies: ({ holder }) => holder.region !== undefined,
  holds: ({ holder }) => isRegion(holder.region ?? ''),
  says: { zh: '没有这个国家或地区代码', en: 'There is no such code of a country or region' },
  remedy: { zh: '用两个大写字母，例如CN、HK、MO、TW、FR', en: 'Use two capital letters, such as CN, HK, MO, TW, FR' },
})

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const isRegion = (code: string) =>
  /^[A-Z]{2}$/.test(code) && !notCountries.has(code) && regionNames.of(code) !== undefined

const servedHere = identityRule({
  id: 'CERTIFICATE-KIND-03',
  source: failureList('国防机构'),
  field: 'certificate.kind',
  applies: (facts) => kindOf(facts)?.holder === false,
  holds: () => false,
  says: ({ certificate }) =>
    certificate?.kind?.id === 'residence-permit-local'
      ? {
          zh: '居住证只能作辅助材料，不能证明持有者身份',
          en: 'A local residence permit only supports other papers; it does not identify a holder',
        }
      : {
          zh: '部队单位不能在一般注册商办理实名认证',
          en: 'Military units do not verify their identity at ordinary registrars',
        },
  remedy: ({ certificate }) =>
    certificate?.kind?.id === 'residence-permit-local'
      ? { zh: '改用居民身份证', en: 'Use the resident ID card' }
      : { zh: '到军队指定的注册机构办理', en: 'Go to the registrar that the military names' },
})

const servedUnknown = identityRule({
  id: 'CERTIFICATE-KIND-04',
  source: paperList('证件类型'),
  field: 'certificate.kind',
  applies: (facts) => kindOf(facts)?.holder === null,
  holds: () => undefined,
  says: { zh: '不清楚注册局是否接受这种证件', en: 'Whether registries take this kind of paper is not known' },
  remedy: { zh: '有其他证件就用其他证件，或先询问', en: 'Use another paper if there is one, or ask first' },
})

const issuedOf = ({ certificate }: IdentityFacts) => certificate?.issuedOn ?? ''
const endsOf = ({ certificate }: IdentityFacts) => certificate?.endsOn ?? ''
const hasIssued = ({ certificate }: IdentityFacts) => certificate?.issuedOn !== undefined
const hasEnd = ({ certificate }: IdentityFacts) => certificate?.endsOn !== undefined

const notIssuedLater = identityRule({
  id: 'CERTIFICATE-DATE-01',
  source: failureList('证件日期'),
  field: 'certificate.issuedOn',
  applies: hasIssued,
  holds: (facts) => issuedOf(facts) <= facts.day,
  says: { zh: '证件的发证日还没有到', en: 'The day of issue has not come yet' },
  remedy: { zh: '核对发证日', en: 'Check the day of issue' },
})

const endsAfterIssue = identityRule({
  id: 'CERTIFICATE-DATE-02',
  source: failureList('证件日期'),
  field: 'certificate.endsOn',
  applies: (facts) => hasIssued(facts) && hasEnd(facts),
  holds: (facts) => endsOf(facts) > issuedOf(facts),
  says: { zh: '到期日不在发证日之后', en: 'The last day is not after the day of issue' },
  remedy: { zh: '核对两个日期', en: 'Check both days' },
})

const settled = identityRule({
  id: 'CERTIFICATE-DATE-03',
  source: failureList('证件日期：新颁发证件'),
  severity: 'advise',
  field: 'certificate.issuedOn',
  applies: (facts) => hasIssued(facts) && issuedOf(facts) <= facts.day,
  holds: (facts) => facts.day >= addDays(issuedOf(facts), 10),
  says: {
    zh: '证件发放不到10天，核验库里可能还没有',
    en: 'The paper is less than 10 days old; the check may not find it yet',
  },
  remedy: (facts) => {
    const usable = hasIssued(facts) ? addDays(issuedOf(facts), 10) : '…'
    return {
      zh: `${usable}起再提交，或附主管部门盖章的证明`,
      en: `Hand it in from ${usable} on, or add a sealed proof of the authority`,
    }
  },
})

const valid = identityRule({
  id: 'CERTIFICATE-DATE-04',
  source: failureList('证件已过期'),
  field: 'certificate.endsOn',
  applies: (facts) => hasEnd(facts) && (!hasIssued(facts) || endsOf(facts) > issuedOf(facts)),
  holds: (facts) => endsOf(facts) >= facts.day,
  says: (facts) => ({ zh: `证件已于${endsOf(facts)}到期`, en: `The paper ended on ${endsOf(facts)}` }),
  remedy: { zh: '换领新证件，满10天后再提交', en: 'Have it renewed, and hand it in 10 days later' },
})

/** YYYY-MM-DD plus months; the last day of a shorter month stands for the days it has not. */
function addMonths(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months + 1, 0)
  const date = Math.min(Number(day.slice(8)), at.getUTCDate())
  return `${at.toISOString().slice(0, 8)}${String(date).padStart(2, '0')}`
}

const lasts = identityRule({
  id: 'CERTIFICATE-DATE-05',
  source: failureList('证件已过期或临近到期'),
  severity: 'advise',
  field: 'certificate.endsOn',
  applies: (facts) =>
    hasEnd(facts) && endsOf(facts) >= facts.day && (!hasIssued(facts) || endsOf(facts) > issuedOf(facts)),
  holds: (facts) => endsOf(facts) >= addMonths(facts.day, 3),
  says: (facts) => ({
    zh: `证件${endsOf(facts)}到期，不到3个月，审核可能不通过`,
    en: `The paper ends on ${endsOf(facts)}, in less than 3 months; the review may send it back`,
  }),
  remedy: { zh: '先换领新证件，满10天后再提交', en: 'Have it renewed first, and hand it in 10 days later' },
})

const material = failureManual('提交材料：与持有者信息一致')

const paperKind = identityRule({
  id: 'MATERIAL-KIND-01',
  source: failureManual('证件类型要与持有者一致'),
  from: manualDay,
  field: 'paper.kind',
  applies: ({ paper, certificate }) => paper?.kind !== undefined && certificate?.kind !== undefined,
  holds: ({ paper, certificate }) =>
    [certificate?.kind?.id, certificate?.kind?.codes.cnnic].includes(paper?.kind ?? '') ||
    certificateKind(paper?.kind ?? '')?.sentAs === certificate?.kind?.id,
  says: { zh: '上传的证件不是所选的证件类型', en: 'The paper handed in is not of the kind that was chosen' },
  remedy: { zh: '改选证件类型，或换上传的证件', en: 'Choose the kind of the paper, or hand in the paper of that kind' },
})

const paperName = identityRule({
  id: 'MATERIAL-NAME-01',
  source: material,
  from: manualDay,
  field: 'paper.name',
  applies: ({ paper, holder }) => paper?.name !== undefined && holder.name !== undefined,
  holds: ({ paper, holder }) =>
    [holder.name?.zh, holder.name?.en].some((name) => name !== undefined && sameName(name, paper?.name ?? '')),
  says: ({ paper }) => ({
    zh: `证件上的名称是“${paper?.name ?? '…'}”，与持有者不同`,
    en: `The paper shows the name “${paper?.name ?? '…'}”, which is not that of the holder`,
  }),
  remedy: {
    zh: '未实名的模板改成证件上的全称；已注册的域名新建模板后过户',
    en: 'Correct an unverified template to the name of the paper; a registered domain goes to a new template (过户)',
  },
})

const paperNumber = identityRule({
  id: 'MATERIAL-NUMBER-01',
  source: material,
  from: manualDay,
  field: 'paper.number',
  applies: ({ paper, certificate }) =>
    paper?.number !== undefined && certificate?.kind !== undefined && certificate.number !== undefined,
  holds: ({ paper, certificate }) =>
    certificate?.kind !== undefined &&
    normalNumber(certificate.kind, paper?.number ?? '') === certificate.number?.normal,
  says: { zh: '填写的号码与证件上的不同', en: 'The number given is not that of the paper' },
  remedy: { zh: '照证件更正号码；注意0和O、1和I、8和B', en: 'Correct the number; mind 0 and O, 1 and I, 8 and B' },
})

const paperSides = identityRule({
  id: 'MATERIAL-SIDES-01',
  source: failureList('需提交正反面'),
  field: 'paper.sides',
  applies: ({ paper, certificate }) => paper?.sides !== undefined && (certificate?.kind?.sides ?? null) !== null,
  holds: ({ paper, certificate }) => (paper?.sides ?? 0) >= (certificate?.kind?.sides ?? 0),
  says: ({ certificate }) => ({
    zh: `这种证件要交${certificate?.kind?.sides ?? '…'}面`,
    en: `This kind of paper needs ${certificate?.kind?.sides ?? '…'} sides`,
  }),
  remedy: { zh: '补上另一面，或把两面合成一张图', en: 'Add the other side, or put both into one picture' },
})

/** Kind, region and days of a paper, and whether what was handed in is what was declared. */
export const certificateRules: readonly IdentityRule[] = [
  regionKnown,
  kindKnown,
  kindFitsHolder,
  kindFitsRegion,
  servedHere,
  servedUnknown,
  notIssuedLater,
  endsAfterIssue,
  settled,
  valid,
  lasts,
  paperKind,
  paperName,
  paperNumber,
  paperSides,
]

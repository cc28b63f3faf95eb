import { variantIndex } from '@yuming/names'
import { cite, defineRule, evaluate, type Finding } from '@yuming/rules'
import type { Declared, QualificationKind } from './declared.ts'

/** What the rules look at: what was declared, the label, and who will hold the name. */
interface Stated {
  readonly declared: Declared
  readonly label: string
  readonly holder: { readonly zh: string; readonly en: string }
  readonly today: string
}

const manual = cite('域名注册（文档版本 20210119）', '4 注册 .商标 域名', { date: '2021-01-19' })
const manualDay = '2021-01-19'

/** Letters, digits and Han only; the simplified and the traditional form compare as equal. */
function bare(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return variantIndex(plain) ?? plain
}

const isHolder = ({ holder }: Stated, said: string): boolean =>
  [holder.zh, holder.en].some((name) => name !== '' && bare(name) === bare(said))

const ownerIsHolder = defineRule<Stated>({
  id: 'QUAL-OWNER-01',
  source: manual,
  from: manualDay,
  severity: 'refuse',
  field: 'declared.owner',
  applies: ({ declared }) => declared.kind === 'trademark',
  holds: (stated) => stated.declared.kind !== 'trademark' || isHolder(stated, stated.declared.owner),
  says: {
    zh: '商标注册人不是这个模板的持有者，注册局不会批准',
    en: 'The owner of the trademark is not the holder of this template; the registry would not approve it',
  },
  remedy: { zh: '选商标注册人的模板', en: 'Choose the template of the owner of the trademark' },
})

// Whether a mark may have more in it than the label is for the registry to say: nothing written tells.
const markIsLabel = defineRule<Stated>({
  id: 'QUAL-MARK-01',
  source: manual,
  from: manualDay,
  severity: 'advise',
  field: 'declared.mark',
  applies: ({ declared }) => declared.kind === 'trademark',
  holds: ({ declared, label }) => declared.kind !== 'trademark' || bare(declared.mark) === bare(label),
  says: {
    zh: '商标文字和域名不同，注册局可能不批准',
    en: 'The words of the mark are not the label; the registry may not approve it',
  },
  remedy: {
    zh: '核对商标文字；不同就选别的名字',
    en: 'Compare the words of the mark; choose another name if they differ',
  },
})

const numberAsPrinted = defineRule<Stated>({
  id: 'QUAL-NUMBER-01',
  source: manual,
  from: manualDay,
  severity: 'refuse',
  field: 'declared.number',
  applies: ({ declared }) => declared.kind === 'trademark',
  holds: ({ declared }) =>
    declared.kind !== 'trademark' || /^[A-Z]?\d{1,10}[A-Z]{0,2}$/i.test(declared.number.normalize('NFKC')),
  says: { zh: '商标注册号由数字组成，可带一个字母', en: 'The number of a trademark is digits, with a letter at most' },
  remedy: { zh: '照证书写注册号', en: 'Copy the number from the certificate' },
})

const inForce = defineRule<Stated>({
  id: 'QUAL-ENDED-01',
  source: cite('商标法', '第三十九条、第四十条', { date: '2019-11-01' }),
  from: '2019-11-01',
  severity: 'refuse',
  field: 'declared.endsOn',
  applies: ({ declared }) => declared.kind === 'trademark',
  holds: ({ declared, today }) => declared.kind !== 'trademark' || declared.endsOn >= today,
  says: { zh: '商标专用权期限已过', en: 'The term of the trademark is over' },
  remedy: {
    zh: '期满前十二个月或期满后六个月内可以续展；续展后再交',
    en: 'It can be renewed from twelve months before until six months after its end; hand it in after that',
  },
})

const organisationIsHolder = defineRule<Stated>({
  id: 'QUAL-ORGANISATION-01',
  source: cite('CNNIC域名命名审核通知', '2.1', { date: '2021-01-19' }),
  from: '2021-01-19',
  severity: 'refuse',
  field: 'declared.organisation',
  applies: ({ declared }) => declared.kind === 'organisation',
  holds: (stated) => stated.declared.kind !== 'organisation' || isHolder(stated, stated.declared.organisation),
  says: {
    zh: '证明上的组织不是这个模板的持有者，注册局会直接删除域名',
    en: 'The organisation of the proof is not the holder of this template; the registry would delete the name',
  },
  remedy: { zh: '选这个组织自己的模板', en: 'Choose the template of the organisation itself' },
})

const organOfState = defineRule<Stated>({
  id: 'QUAL-GOV-01',
  source: cite('域名注册（文档版本20210119）', '6 注册.gov.cn域名', { date: '2021-01-19' }),
  from: manualDay,
  severity: 'refuse',
  field: 'declared.organisation',
  applies: ({ declared }) => declared.kind === 'government',
  holds: (stated) => stated.declared.kind !== 'government' || isHolder(stated, stated.declared.organisation),
  says: {
    zh: '组织证明上的单位不是这个模板的持有者',
    en: 'The body of the proof is not the holder of this template',
  },
  remedy: { zh: '选这个单位自己的模板', en: 'Choose the template of that body itself' },
})

// Whether a registry takes a licence under another name, such as a lawyer's firm, is written nowhere.
const licenseeIsHolder = defineRule<Stated>({
  id: 'QUAL-LICENCE-01',
  source: cite('后缀资料（本项目整理）', '对持有者的限制'),
  from: manualDay,
  severity: 'advise',
  field: 'declared.licensee',
  applies: ({ declared }) => declared.kind === 'licence',
  holds: (stated) => stated.declared.kind !== 'licence' || isHolder(stated, stated.declared.licensee),
  says: {
    zh: '许可证上的名称不是这个模板的持有者，注册局可能不批准',
    en: 'The licence names somebody else than the holder of this template; the registry may not approve it',
  },
  remedy: { zh: '最好用许可证上的名称作持有者', en: 'It is best held by whom the licence names' },
})

const rules = [
  organOfState,
  licenseeIsHolder,
  ownerIsHolder,
  markIsLabel,
  numberAsPrinted,
  inForce,
  organisationIsHolder,
]

/** What the rules of a day say about the papers of a qualification, before anybody looks at them (S1-53, S1-94). */
export function declaredFindings(stated: Stated): readonly Finding[] {
  return evaluate(rules, stated, stated.today).findings
}

/** A name whose right has to be proved first cannot be ordered for this holder yet (S1-94). */
export function papersFirst(kind: QualificationKind): Finding {
  if (kind === 'government') return governmentFirst
  return {
    rule: 'TRADEMARK-CERT-02',
    severity: 'refuse',
    field: 'qualification',
    message: {
      zh: '注册前要先交商标注册证，并由我们核对通过',
      en: 'The trademark certificate has to be handed in and checked by us before the name is registered',
    },
    remedy: {
      zh: '交商标注册证，1个工作日内有结果；其间名字不会保留',
      en: 'Hand the certificate in; the answer comes within 1 working day. The name is not held meanwhile',
    },
    source: manual,
    from: manualDay,
  }
}

const governmentFirst: Finding = {
  rule: 'GOV-PAPERS-01',
  severity: 'refuse',
  field: 'qualification',
  message: {
    zh: '只有第三类单位能在这里申请.gov.cn：下单前要先交盖章的申请表和组织证明，由我们核对',
    en: 'Only bodies of class 3 apply for .gov.cn here: the sealed form and the proof of the organisation are handed in and checked by us before the order',
  },
  remedy: {
    zh: '交申请表和组织证明，1个工作日内有结果；第一、二类请走各自的渠道',
    en: 'Hand both in, the answer comes within 1 working day; classes 1 and 2 take their own channels',
  },
  source: cite('域名注册（文档版本20210119）', '6 注册.gov.cn域名', { date: '2021-01-19' }),
  from: manualDay,
}

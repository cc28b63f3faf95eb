import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { hasPaper } from '../facts/people.ts'
import type { PreApprovalType } from '../model/service.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerA,
  providerC,
  providerDays,
} from './filing-rule.ts'
import { keywordOf } from './pre-approval-words.ts'

const listed = (c: FilingCase): boolean => (c.service.preApprovals?.length ?? 0) > 0
const approvalAt = filingRule({
  id: 'PREAPPROVAL-01',
  of: 'service',
  source: guide('前置或专项审批内容类型'),
  field: 'preApprovals',
  applies: listed,
  holds: ({ service }) => service.preApprovals?.every(({ file }) => (file ?? '') !== ''),
  says: { zh: '选了前置审批，还没有交批文', en: 'A pre-approval is chosen, but its document is missing' },
  remedy: {
    zh: '先向主管部门办批文再上传，或去掉这项内容',
    en: 'Have it approved by the authority and upload it, or leave this content out',
  },
})

const approvalNumber = filingRule({
  id: 'PREAPPROVAL-02',
  of: 'service',
  source: providerC('审批号未填'),
  from: providerDays.c,
  field: 'preApprovals',
  applies: listed,
  holds: ({ service }) =>
    service.preApprovals?.every(({ number, file }) => file === undefined || (number ?? '').trim() !== ''),
  says: { zh: '有批文但没有填审批号', en: 'The approval has no number' },
  remedy: { zh: '照批文填号码', en: 'Enter the number of the document' },
})

const approvalValid = filingRule({
  id: 'PREAPPROVAL-03',
  of: 'service',
  source: providerC('前置审批文件过期或不清'),
  from: providerDays.c,
  field: 'preApprovals',
  applies: listed,
  holds: ({ draft, service }) =>
    service.preApprovals?.every(
      ({ endsOn, readable }) => (endsOn === undefined || endsOn >= draft.day) && readable !== false,
    ),
  says: { zh: '批文过期了，或者看不清', en: 'The approval has expired or cannot be read' },
  remedy: { zh: '换有效、清晰的', en: 'Use one that is valid and legible' },
})

const approvalPerson = filingRule({
  id: 'PREAPPROVAL-04',
  of: 'service',
  source: providerA('个人无法办理前置审批'),
  from: providerDays.a,
  field: 'preApprovals',
  applies: (c) => isPerson(c.draft) === true && listed(c),
  holds: () => false,
  says: { zh: '个人办不了前置审批', en: 'Persons cannot have a pre-approval' },
  remedy: { zh: '去掉这项内容，或由单位备案', en: 'Leave it out, or let an organisation file' },
})

const approvalWords = filingRule({
  id: 'PREAPPROVAL-05',
  of: 'draft',
  source: providerC('名称或经营范围命中前置审批关键词'),
  from: providerDays.c,
  field: 'subject.scope',
  applies: ({ draft }) => isPerson(draft) === false && keywordOf(draft) !== undefined,
  holds: ({ draft }) =>
    draft.services.some(({ preApprovals = [] }) => preApprovals.length > 0) ||
    hasPaper(draft, 'no-pre-approval-pledge'),
  says: ({ draft }) => ({
    zh: `名称或经营范围里有“${keywordOf(draft) ?? '…'}”，管局会问前置审批`,
    en: `“${keywordOf(draft) ?? '…'}” in name or scope makes the bureau ask for a pre-approval`,
  }),
  remedy: {
    zh: '涉及的交批文，不涉及的交不涉及前置审批承诺书',
    en: 'Hand in the approval, or the pledge that none is concerned',
  },
})

const abolished: ReadonlySet<PreApprovalType> = new Set(['education', 'health-care', 'bulletin-board'])
const approvalAbolished = filingRule({
  id: 'PREAPPROVAL-06',
  of: 'service',
  source: providerC('教育、医疗保健、电子公告已取消前置审批'),
  from: providerDays.c,
  severity: 'advise',
  field: 'preApprovals',
  applies: listed,
  holds: ({ service }) => !service.preApprovals?.some(({ type }) => abolished.has(type)),
  says: {
    zh: '这一类全国已经取消前置审批，个别管局仍会问',
    en: 'This class needs no pre-approval any more; some bureaus still ask',
  },
  remedy: {
    zh: '有旧批文可以交，没有就不选',
    en: 'Hand in an older approval where there is one, otherwise do not choose it',
  },
})

const approvalKnown = filingRule({
  id: 'PREAPPROVAL-07',
  of: 'draft',
  source: bureauInterface('1033 前置审批类型'),
  from: interfaceDay,
  field: 'services',
  applies: ({ draft }) => draft.interface.codesMissing !== undefined,
  holds: ({ draft }) => draft.interface.codesMissing?.includes('pre-approval') === false,
  says: { zh: '前置审批类型不在管局现行的代码表里', en: 'The class of pre-approval is not in the bureau’s table' },
  remedy: { zh: '更新代码表后重选', en: 'Load the table anew and choose again' },
})

/** What needs the approval of another authority first (S2-15, S3-40…S3-42). */
export const approvalRules: readonly FilingRule[] = [
  approvalAt,
  approvalNumber,
  approvalValid,
  approvalPerson,
  approvalWords,
  approvalAbolished,
  approvalKnown,
]

import { bringsService } from '../model/order-types.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerA,
  providerB,
  providerC,
  providerDays,
} from './filing-rule.ts'

const accountSubject = filingRule({
  id: 'ACCOUNT-SUBJECT-01',
  of: 'draft',
  source: providerA('一个账号只能有一个主体'),
  from: providerDays.a,
  field: 'account.subject',
  applies: ({ draft }) => draft.account.subject !== undefined && draft.wish === 'file',
  holds: ({ draft }) => draft.account.subject !== 'other',
  says: { zh: '账号里已有另一个主体，一个账号只能有一个', en: 'The account has another subject; an account has one' },
  remedy: { zh: '用另一个账号备案', en: 'File with another account' },
})

const otherAccount = filingRule({
  id: 'ACCOUNT-OTHER-01',
  of: 'draft',
  source: providerA('主体信息在系统中已经存在'),
  from: providerDays.a,
  field: 'record.account',
  applies: ({ draft }) => draft.record.account !== undefined,
  holds: ({ draft }) => draft.record.account !== 'other',
  says: { zh: '这个主体绑在别的账号里', en: 'The subject belongs to another account' },
  remedy: { zh: '登录那个账号办，或认领、转移到这个账号', en: 'Sign in there, or claim it or have it handed over' },
})

const certificateFiled = filingRule({
  id: 'ACCOUNT-OTHER-02',
  of: 'draft',
  source: providerA('此证件已存在备案信息'),
  from: providerDays.a,
  field: 'account.certificateFiledInOther',
  applies: ({ draft }) => draft.account.certificateFiledInOther !== undefined,
  holds: ({ draft }) => draft.account.certificateFiledInOther === false,
  says: { zh: '这个证件已在别的账号备案成功', en: 'The certificate has a filing in another account here' },
  remedy: { zh: '登录那个账号，或申请转移', en: 'Sign in there, or ask for it to be handed over' },
})

const domainInAccount = filingRule({
  id: 'RECORD-DOMAIN-01',
  of: 'domain',
  source: bureauInterface('1005、1037、1039 域名已报备'),
  from: interfaceDay,
  field: 'filed',
  applies: ({ draft, domain }) =>
    domain.filed !== undefined &&
    (draft.chosenType === 'first' || draft.chosenType?.startsWith('new-service') === true),
  holds: ({ domain }) => domain.filed === false,
  says: ({ domain }) => ({ zh: `${domain.name}已经报备`, en: `${domain.name} is filed already` }),
  remedy: { zh: '同步后重新判断类型', en: 'Synchronise and have the type computed anew' },
})

const onlyOrder = filingRule({
  id: 'RECORD-REQUEST-01',
  of: 'draft',
  source: bureauInterface('1027、1030、1032、1051 重复申请'),
  from: interfaceDay,
  field: 'order.duplicateAtBureau',
  applies: ({ draft }) => draft.order.duplicateAtBureau !== undefined,
  holds: ({ draft }) => draft.order.duplicateAtBureau === false,
  says: {
    zh: '同样的申请已经交过，管局还没有答复',
    en: 'The same request was handed in, and the bureau has not answered',
  },
  remedy: { zh: '等那一次的结果', en: 'Wait for its answer' },
})

const editable = filingRule({
  id: 'ORDER-EDIT-01',
  of: 'draft',
  source: providerA('管局审核中不能修改'),
  from: providerDays.a,
  field: 'order.state',
  applies: ({ draft }) => draft.order.edits === true && draft.order.state !== undefined,
  holds: ({ draft }) => draft.order.state !== 'at-bureau',
  says: {
    zh: '订单在管局审核，不能改也不能撤',
    en: 'The order is with the bureau and can be neither changed nor withdrawn',
  },
  remedy: { zh: '等结果；通过后再变更', en: 'Wait for the answer, and change it afterwards' },
})

const returned = filingRule({
  id: 'ORDER-RETURNED-01',
  of: 'draft',
  source: providerB('驳回后45天未处理，订单过期'),
  from: providerDays.b,
  field: 'order.returnedOn',
  applies: ({ draft }) => draft.order.state === 'returned' && draft.order.returnedOn !== undefined,
  holds: ({ draft }) => Date.parse(draft.day) - Date.parse(draft.order.returnedOn ?? '') <= 45 * 86_400_000,
  says: { zh: '退回后超过45天没有改，订单已过期', en: 'More than 45 days after it was returned the order has lapsed' },
  remedy: { zh: '重新提交；填过的内容还在', en: 'Submit it again; what was entered is kept' },
})

const callMissed = filingRule({
  id: 'ORDER-CALL-01',
  of: 'draft',
  source: guide('接入商审核：电话核实'),
  field: 'order.reviewCallMissed',
  applies: ({ draft }) => draft.order.reviewCallMissed !== undefined,
  holds: ({ draft }) => (draft.order.reviewCallMissed ?? 0) < 2,
  says: { zh: '审核员打了两次没有人接', en: 'The reviewer called twice and nobody answered' },
  remedy: { zh: '保持手机畅通，看到来电就接或回拨', en: 'Keep the phone at hand; answer or call back' },
})

const bureauCall = filingRule({
  id: 'ORDER-CALL-02',
  of: 'draft',
  source: providerC('管局电话核实'),
  from: providerDays.c,
  field: 'order.bureauCallMissed',
  applies: ({ draft }) => draft.order.bureauCallMissed !== undefined,
  holds: ({ draft }) => draft.order.bureauCallMissed === false,
  says: { zh: '管局抽查打来没有接通', en: 'The bureau called and nobody answered' },
  remedy: { zh: '保持接听；退回后原样再交', en: 'Answer it; when returned, submit the same again' },
})

const opinion = filingRule({
  id: 'ORDER-REFUSED-01',
  of: 'draft',
  source: bureauInterface('1002 审核拒绝'),
  from: interfaceDay,
  field: 'order.bureauOpinion',
  applies: ({ draft }) => draft.order.bureauOpinion !== undefined,
  holds: ({ draft }) => draft.order.state !== 'returned',
  says: ({ draft }) => ({
    zh: `管局没有通过：${draft.order.bureauOpinion ?? '…'}`,
    en: `The bureau refused: ${draft.order.bureauOpinion ?? '…'}`,
  }),
  remedy: { zh: '按意见改，再提交', en: 'Do what its opinion says, then submit again' },
})

const first = filingRule({
  id: 'ORDER-TYPE-01',
  of: 'draft',
  source: guide('系统自动判断备案类型'),
  field: 'type',
  applies: ({ draft }) => draft.complete && draft.wish === 'file',
  holds: ({ draft }) =>
    draft.type === undefined ? undefined : bringsService(draft.type) || draft.type === 'change-service',
  says: { zh: '还判断不了是哪一种备案', en: 'The type of the order cannot be told yet' },
  remedy: { zh: '补全主体证件和域名，由系统查询', en: 'Complete certificate and domain, so that the system can look' },
})

/** Where the account and the order stand. */
export const accountRules: readonly FilingRule[] = [
  accountSubject,
  otherAccount,
  certificateFiled,
  domainInAccount,
  onlyOrder,
  editable,
  returned,
  callMissed,
  bureauCall,
  opinion,
  first,
]

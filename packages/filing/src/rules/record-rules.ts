import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { bringsService } from '../model/order-types.ts'
import { knows, provinceNamed } from '../provinces/province-facts.ts'
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

const toFiled = ({ draft }: FilingCase): boolean =>
  draft.type === 'new-service-elsewhere' || draft.type === 'new-access' || draft.type === 'new-service-here'

const shell = filingRule({
  id: 'RECORD-SHELL-01',
  of: 'draft',
  source: providerB('空壳主体不能直接新增，少数省除外'),
  from: providerDays.b,
  field: 'record.serviceCount',
  applies: (c) =>
    toFiled(c) && c.draft.record.serviceCount !== undefined && !knows(c.draft.province, 'shellSubject', c.draft.day),
  holds: ({ draft }) => draft.record.serviceCount !== 0,
  says: {
    zh: '主体名下已没有网站（空壳主体），这个省不能直接新增',
    en: 'The subject has no service left, and this province takes no new one for it',
  },
  remedy: { zh: '先注销主体，再首次备案', en: 'Cancel the subject, then file for the first time' },
})

const agrees = filingRule({
  id: 'RECORD-DIFFERS-01',
  of: 'draft',
  source: guide('原备案不在本处：主体信息先要与备案系统一致'),
  field: 'subject',
  applies: (c) => toFiled(c) && c.draft.record.name !== undefined,
  holds: ({ draft: { record, subject } }) =>
    (subject.name === undefined || record.name === subject.name) &&
    (record.certificateNumber === undefined ||
      subject.certificate?.number === undefined ||
      record.certificateNumber === subject.certificate.number),
  says: {
    zh: '填的主体信息与备案系统里的不同，要先变更再新增',
    en: 'What is stated of the subject differs from the filing system: change it there first',
  },
  remedy: { zh: '照备案系统填写，或先办变更备案', en: 'State what the system has, or change the filing first' },
})

const otherSubject = filingRule({
  id: 'CHANGE-SUBJECT-01',
  of: 'draft',
  source: providerB('不支持变更成另一个主体'),
  from: providerDays.a,
  severity: 'advise',
  field: 'subject.certificate.number',
  applies: ({ draft }) =>
    draft.type === 'change-subject' &&
    draft.record.certificateNumber !== undefined &&
    draft.subject.certificate?.number !== undefined &&
    draft.record.nature !== 'person',
  holds: ({ draft }) => draft.record.certificateNumber === draft.subject.certificate?.number,
  says: {
    zh: '证件号码变了，管局会当作另一个主体',
    en: 'With another certificate number the bureau sees another subject',
  },
  remedy: {
    zh: '同一单位换证的交工商证明；另一个主体要注销重备或迁移',
    en: 'For a new certificate of the same body, hand in the registry’s letter; another subject files anew or by moving the service',
  },
})

const personToOrganisation = filingRule({
  id: 'CHANGE-NATURE-01',
  of: 'draft',
  source: providerB('个人不能变更为单位'),
  from: providerDays.a,
  severity: 'advise',
  field: 'subject.nature',
  applies: ({ draft }) =>
    draft.type === 'change-subject' && draft.record.nature === 'person' && draft.subject.nature !== undefined,
  holds: ({ draft }) => isPerson(draft),
  says: {
    zh: '个人主体改成单位，多数省要注销重备',
    en: 'Most provinces want a person’s filing cancelled before an organisation files',
  },
  remedy: { zh: '看本省规定；不行就注销后重备', en: 'See the rules of the province; otherwise cancel and file anew' },
})

const sameProvince = filingRule({
  id: 'CHANGE-PROVINCE-01',
  of: 'draft',
  source: bureauInterface('1046 不能改省'),
  from: interfaceDay,
  field: 'subject.region',
  applies: ({ draft }) =>
    draft.type?.startsWith('change-') === true &&
    draft.record.province !== undefined &&
    draft.subject.region?.province !== undefined,
  holds: ({ draft }) =>
    provinceNamed(draft.record.province ?? '')?.code === provinceNamed(draft.subject.region?.province ?? '')?.code,
  says: { zh: '变更不能改省份', en: 'A change cannot go to another province' },
  remedy: { zh: '注销后在新的省重新备案', en: 'Cancel, and file in the other province' },
})

const move = filingRule({
  id: 'MOVE-01',
  of: 'draft',
  source: providerB('迁移备案：不能迁到个人'),
  from: providerDays.b,
  field: 'subject.nature',
  applies: ({ draft }) => draft.wish === 'move-service',
  holds: ({ draft }) =>
    draft.subject.nature === undefined
      ? undefined
      : !isPerson(draft) && draft.account.subject !== 'other' && (draft.record.running ?? 'none') === 'none',
  says: {
    zh: '网站不能迁移到个人，也不能在同一账号、有在办订单时迁移',
    en: 'A service cannot be moved to a person, within one account, or while an order is under way',
  },
  remedy: {
    zh: '由单位在自己的账号接收；先办完在办的订单',
    en: 'An organisation takes it in its own account; end the running order first',
  },
})

const moveApp = filingRule({
  id: 'MOVE-APP-01',
  of: 'service',
  source: providerB('App不支持迁移'),
  from: providerDays.b,
  field: 'kind',
  applies: ({ draft, service }) => draft.wish === 'move-service' && service.kind !== undefined,
  holds: ({ service }) => service.kind === 'website',
  says: { zh: 'App不能迁移到另一个主体', en: 'An App cannot be moved to another subject' },
  remedy: { zh: '注销后由新主体重新备案', en: 'Cancel it, and let the other subject file' },
})

const cancelling = filingRule({
  id: 'RECORD-CANCELLING-01',
  of: 'draft',
  source: bureauInterface('1042、1043 注销中'),
  from: interfaceDay,
  field: 'record.cancelling',
  applies: ({ draft }) => draft.record.cancelling !== undefined,
  holds: ({ draft }) => draft.record.cancelling === false,
  says: { zh: '主体或网站正在注销', en: 'The subject or the service is being cancelled' },
  remedy: { zh: '等注销完成再办', en: 'Wait until that is done' },
})

const cancelled = filingRule({
  id: 'RECORD-CANCELLED-01',
  of: 'draft',
  source: bureauInterface('1049、1050 已注销'),
  from: interfaceDay,
  field: 'record.cancelled',
  applies: ({ draft }) => draft.record.cancelled !== undefined,
  holds: ({ draft }) => draft.record.cancelled === false || draft.type === 'first',
  says: { zh: '这个备案已经注销', en: 'This filing has been cancelled' },
  remedy: { zh: '改走首次备案', en: 'File for the first time' },
})

const cancelRunning = filingRule({
  id: 'CANCEL-RUNNING-01',
  of: 'draft',
  source: providerB('注销：有在办的订单不受理'),
  from: providerDays.a,
  field: 'record.running',
  applies: ({ draft }) => draft.wish.startsWith('cancel-'),
  holds: ({ draft }) => (draft.record.running === undefined ? undefined : draft.record.running === 'none'),
  says: { zh: '有订单在办，不能注销', en: 'Nothing can be cancelled while an order is under way' },
  remedy: { zh: '办完或放弃那一单再注销', en: 'End or give up that order first' },
})

const exists = filingRule({
  id: 'RECORD-FOUND-01',
  of: 'draft',
  source: bureauInterface('1016、1058、1059 数据不存在'),
  from: interfaceDay,
  field: 'order.recordFound',
  applies: ({ draft }) => draft.order.recordFound !== undefined,
  holds: ({ draft }) => draft.order.recordFound,
  says: { zh: '备案系统里找不到要办的这一条', en: 'The filing system does not have this filing' },
  remedy: { zh: '我们先与管局同步，再重办', en: 'We synchronise with the bureau, then try again' },
})

const oneRecord = filingRule({
  id: 'RECORD-SEVERAL-01',
  of: 'draft',
  source: bureauInterface('1067、1068 对应多条'),
  from: interfaceDay,
  field: 'order.severalRecords',
  applies: ({ draft }) => draft.order.severalRecords !== undefined,
  holds: ({ draft }) => draft.order.severalRecords === false,
  says: { zh: '这个号码对应几条备案', en: 'The number stands for several filings' },
  remedy: { zh: '用管局的内部编号指明是哪一条', en: 'Name the one by the bureau’s own number' },
})

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

/** What is filed, where the account and the order stand. */
export const recordRules: readonly FilingRule[] = [
  shell,
  agrees,
  otherSubject,
  personToOrganisation,
  sameProvince,
  move,
  moveApp,
  cancelling,
  cancelled,
  cancelRunning,
  exists,
  oneRecord,
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

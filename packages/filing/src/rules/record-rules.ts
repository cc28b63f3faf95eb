import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { knows, provinceNamed } from '../provinces/province-facts.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerB,
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

/** What is filed already, and what may be done with it. */
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
]

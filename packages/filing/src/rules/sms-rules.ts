import type { FilingCase } from '../facts/filing-facts.ts'
import { smsWindow } from '../national/national-figures.ts'
import { smsTargets } from '../national/sms-targets.ts'
import { type FilingRule, filingRule, providerA, providerB, providerC, providerDays } from './filing-rule.ts'

/** First day of the check in its first seven provinces. */
const pilotDay = '2017-12-18'

/** There is a check for this order: its province has one on the day, and its type is not the end of an access. */
const checked = ({ draft }: FilingCase): boolean =>
  draft.type !== 'cancel-access' && smsWindow(draft.province, draft.day) !== undefined
const hours = ({ draft }: FilingCase): number | undefined => smsWindow(draft.province, draft.day)?.hours
const windowSource = ({ draft }: FilingCase) => smsWindow(draft.province, draft.day)?.source ?? providerB('短信核验')

const inTime = filingRule({
  id: 'SMS-TIME-01',
  of: 'draft',
  source: windowSource,
  from: pilotDay,
  field: 'sms.hoursSince',
  applies: (c) => checked(c) && c.draft.sms.hoursSince !== undefined && c.draft.sms.state !== 'verified',
  holds: (c) => (c.draft.sms.hoursSince ?? 0) <= (hours(c) ?? 0) && c.draft.sms.state !== 'timed-out',
  says: (c) => ({
    zh: `${hours(c) ?? '…'}小时内没有做短信核验，这一单被退回`,
    en: `The code was not entered within ${hours(c) ?? '…'} hours, and the order is returned`,
  }),
  remedy: { zh: '原样重新提交，收到短信后尽快核验', en: 'Submit the same again, and enter the code soon' },
})

const cancelInTime = filingRule({
  id: 'SMS-TIME-02',
  of: 'draft',
  source: providerB('注销、迁移也要短信核验'),
  from: '2020-08-17',
  field: 'sms.state',
  applies: ({ draft }) =>
    (draft.type === 'cancel-subject' || draft.type === 'cancel-service' || draft.wish === 'move-service') &&
    draft.sms.state !== undefined,
  holds: ({ draft }) => draft.sms.state !== 'timed-out',
  says: {
    zh: '注销、迁移也要在24小时内核验，已超时',
    en: 'A cancellation or move needs the code within 24 hours too, which have passed',
  },
  remedy: { zh: '重新提交', en: 'Submit it again' },
})

const wrongCodes = filingRule({
  id: 'SMS-CODES-01',
  of: 'draft',
  source: providerB('连续5次输错，第6次退回'),
  from: '2020-08-17',
  field: 'sms.wrongCodes',
  applies: (c) => checked(c) && c.draft.sms.wrongCodes !== undefined,
  holds: ({ draft }) => (draft.sms.wrongCodes ?? 0) <= 5,
  says: { zh: '验证码第6次输错，这一单被退回', en: 'The sixth wrong code returns the order' },
  remedy: { zh: '核对手机号和证件后6位，重新提交', en: 'Check number and last six digits of the ID, and submit again' },
})

const nearlyWrong = filingRule({
  id: 'SMS-CODES-02',
  of: 'draft',
  source: providerB('连续5次输错，第6次退回'),
  from: '2020-08-17',
  severity: 'advise',
  field: 'sms.wrongCodes',
  applies: (c) => checked(c) && c.draft.sms.wrongCodes !== undefined && (c.draft.sms.wrongCodes ?? 0) <= 5,
  holds: ({ draft }) => (draft.sms.wrongCodes ?? 0) < 3,
  says: ({ draft }) => ({
    zh: `已输错${draft.sms.wrongCodes ?? '…'}次，第6次会被退回`,
    en: `${draft.sms.wrongCodes ?? '…'} wrong codes; the sixth returns the order`,
  }),
  remedy: { zh: '照最新一条短信逐位输入', en: 'Enter the code of the newest message digit by digit' },
})

const matches = filingRule({
  id: 'SMS-MATCH-01',
  of: 'draft',
  source: providerA('验证信息输入错误'),
  from: providerDays.a,
  field: 'sms.code',
  applies: ({ draft }) => draft.sms.code !== undefined,
  holds: ({ draft }) => draft.sms.code === 'fits',
  says: { zh: '验证码、手机号或证件后6位不匹配', en: 'Code, number or last six digits of the ID do not fit' },
  remedy: { zh: '逐项核对，用收到短信的那个手机号', en: 'Check each; use the number that received the message' },
})

const rightPhone = filingRule({
  id: 'SMS-PHONE-01',
  of: 'draft',
  source: providerA('该条验证库里找不到记录'),
  from: providerDays.a,
  field: 'sms.phone',
  applies: ({ draft }) => draft.sms.phone !== undefined && draft.sms.state !== 'verified',
  holds: ({ draft }) =>
    [draft.subject.principal, ...draft.services.map(({ principal }) => principal)].some(
      (person) => person?.phone === draft.sms.phone,
    ),
  says: {
    zh: '这个手机号不在这一单里，验证库里找不到',
    en: 'This number is not in the order, so that nothing is found for it',
  },
  remedy: { zh: '用备案里的手机号', en: 'Use the number of the order' },
})

const submitted = filingRule({
  id: 'SMS-PENDING-01',
  of: 'draft',
  source: providerA('暂无待短信核验的备案申请'),
  from: providerDays.a,
  field: 'sms.state',
  applies: ({ draft }) => draft.sms.state !== undefined,
  holds: ({ draft }) => draft.sms.state !== 'not-submitted',
  says: {
    zh: '还没有提交到管局，没有待核验的申请',
    en: 'Nothing is with the bureau yet, so that there is nothing to enter a code for',
  },
  remedy: { zh: '等我们提交后，5分钟内收到短信', en: 'The message comes within five minutes of our submission' },
})

const received = filingRule({
  id: 'SMS-RECEIVED-01',
  of: 'person',
  source: providerA('收不到核验短信'),
  from: providerDays.a,
  field: 'phoneReceives',
  applies: ({ person }) => person.phoneReceives !== undefined,
  holds: ({ person }) => person.phoneReceives,
  says: {
    zh: '这个号码收不到短信：被拦截、停机，或是虚拟号段',
    en: 'The number receives no messages: blocked, out of service or of a virtual operator',
  },
  remedy: {
    zh: '解除拦截后重发；还收不到就换号码',
    en: 'Unblock it and have the code sent again; otherwise use another number',
  },
})

const others = filingRule({
  id: 'SMS-OTHERS-01',
  of: 'draft',
  source: providerC('请等待其他核验人'),
  from: providerDays.a,
  severity: 'advise',
  field: 'sms.othersWaiting',
  applies: (c) => checked(c) && c.draft.sms.othersWaiting !== undefined,
  holds: ({ draft }) => draft.sms.othersWaiting === false,
  says: { zh: '还有一位负责人没有核验', en: 'Another principal has not entered the code' },
  remedy: { zh: '请他在时限内核验', en: 'Tell him to do it in time' },
})

const filedPhone = filingRule({
  id: 'SMS-OLD-PHONE-01',
  of: 'draft',
  source: providerC('备案旧手机已停用'),
  from: providerDays.a,
  field: 'sms.filedPhoneInUse',
  applies: (c) => checked(c) && c.draft.type === 'new-access' && c.draft.sms.filedPhoneInUse !== undefined,
  holds: ({ draft }) => draft.sms.filedPhoneInUse,
  says: {
    zh: '新增接入的短信发到原备案的手机，它已停用',
    en: 'For a new access the code goes to the number of the earlier filing, which is not in use',
  },
  remedy: { zh: '先到原接入商变更手机号', en: 'Have the number changed at the first provider' },
})

const idTail = filingRule({
  id: 'SMS-ID-01',
  of: 'draft',
  source: providerC('港澳台证件后6位口径'),
  from: providerDays.a,
  field: 'sms.idTail',
  applies: ({ draft }) => draft.sms.idTail !== undefined && draft.sms.expectedIdTail !== undefined,
  holds: ({ draft }) => draft.sms.idTail?.toUpperCase() === draft.sms.expectedIdTail?.toUpperCase(),
  says: {
    zh: '证件后6位取错了：港澳台证件各省取正面或背面的号码',
    en: 'The last six digits are others: for papers of Hong Kong, Macao and Taiwan provinces take the front or the back',
  },
  remedy: { zh: '照页面提示的号码取后6位', en: 'Take them from the number that the page shows' },
})

const rightPerson = filingRule({
  id: 'SMS-ROLE-01',
  of: 'draft',
  source: providerB('由谁核验'),
  from: providerDays.a,
  field: 'sms.by',
  applies: (c) => checked(c) && c.draft.sms.by !== undefined && c.draft.type !== undefined,
  holds: ({ draft }) =>
    draft.type === undefined || smsTargets(draft.type).includes(draft.sms.by ?? 'subject-principal'),
  says: { zh: '这种备案不是由这位负责人核验', en: 'For this type another principal enters the code' },
  remedy: { zh: '由短信发到的那位负责人做', en: 'The principal who received the message does it' },
})

/** The ministry's check by SMS (S2-25, S3-68…S3-74). */
export const smsRules: readonly FilingRule[] = [
  inTime,
  cancelInTime,
  wrongCodes,
  nearlyWrong,
  matches,
  rightPhone,
  submitted,
  received,
  others,
  filedPhone,
  idTail,
  rightPerson,
]

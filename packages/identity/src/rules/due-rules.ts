import { cite, inForce, type Source, type Text } from '@yuming/rules'
import { addDays, workingDayAfter } from '../dates.ts'
import { type IdentityFacts, ofCnnic } from '../identity-facts.ts'
import { failureList, failureManual, listDay, manual, manualDay } from './identity-rule.ts'

/** Something that is to happen by a day, or not before one. */
export interface Due {
  readonly id: string
  readonly what: Text
  /** Whose turn it is. */
  readonly turn: 'you' | 'we' | 'registry' | 'bureau'
  readonly counted: 'calendar' | 'working'
  /** YYYY-MM-DD, first day on which it may be expected; absent when there is only a last day. */
  readonly earliest?: string
  /** YYYY-MM-DD, last day; a first day where `kind` is `opens`. */
  readonly on: string
  readonly kind: 'until' | 'opens'
  /** False where working days of a year were counted whose calendar is not out. */
  readonly sure: boolean
  readonly passed: boolean
  /** What follows when the day goes by; null when nothing does. */
  readonly otherwise: Text | null
  readonly source: Source
}

interface DueRule {
  readonly id: string
  readonly source: Source
  readonly from: string
  readonly until?: string
  readonly turn: Due['turn']
  readonly kind: Due['kind']
  readonly counted: Due['counted']
  /** [first, last] day after the start; one number when there is only a last one. */
  readonly days: readonly [number] | readonly [number, number]
  /** Start of the count, YYYY-MM-DD; undefined when nothing is due. */
  readonly start: (facts: IdentityFacts) => string | undefined
  readonly what: Text
  readonly otherwise: Text | null
}

const dueRules: readonly DueRule[] = [
  {
    id: 'DUE-IDENTITY',
    source: manual('CNNIC命名审核通知：5天内提交实名资料'),
    from: manualDay,
    turn: 'you',
    kind: 'until',
    counted: 'calendar',
    days: [5],
    start: ({ state, suffix }) =>
      (state.identity === 'unverified' || state.identity === 'failed') && suffix?.verifyBefore !== true
        ? state.registeredOn
        : undefined,
    what: { zh: '提交与注册信息一致的实名材料', en: 'Hand in identity papers that agree with the registration' },
    otherwise: { zh: '注册局暂停解析（serverHold）', en: 'The registry puts the domain on hold (serverHold)' },
  },
  {
    id: 'DUE-EMAIL',
    source: cite('ICANN注册服务机构认证协议', 'RDDS准确性规定 1(f)、2', { date: '2013-06-27' }),
    from: '2014-01-01',
    turn: 'you',
    kind: 'until',
    counted: 'calendar',
    days: [15],
    start: ({ holder, state }) =>
      holder.emailVerified === false ? (state.holderChangedOn ?? state.registeredOn) : undefined,
    what: { zh: '验证持有者邮箱', en: 'Verify the e-mail address of the holder' },
    otherwise: {
      zh: '暂停解析（clientHold），验证后解除',
      en: 'The domain is put on hold (clientHold) until it is verified',
    },
  },
  {
    id: 'DUE-REGISTRY-DATA',
    source: cite('.cn域名注册规则的公开说明', '注册服务机构提交实名资料的期限', { date: '2026-09-01' }),
    from: listDay,
    turn: 'we',
    kind: 'until',
    counted: 'working',
    days: [1],
    start: (facts) => (facts.state.identity === 'reviewing' && ofCnnic(facts) ? facts.state.submittedOn : undefined),
    what: { zh: '把实名资料送到注册局', en: 'Send the identity papers to the registry' },
    otherwise: null,
  },
  {
    id: 'DUE-REVIEW',
    source: failureManual('审核需要3到5个工作日'),
    from: manualDay,
    turn: 'registry',
    kind: 'until',
    counted: 'working',
    days: [3, 5],
    start: ({ state }) => (state.identity === 'reviewing' ? state.submittedOn : undefined),
    what: { zh: '实名认证出结果', en: 'The review of identity ends' },
    otherwise: null,
  },
  {
    id: 'DUE-HOLDER-CHANGE',
    source: failureManual('过户资料审核需要1到3个工作日'),
    from: manualDay,
    turn: 'registry',
    kind: 'until',
    counted: 'working',
    days: [1, 3],
    start: ({ state }) => (state.holderChange === 'reviewing' ? state.holderChangeSubmittedOn : undefined),
    what: { zh: '过户出结果，被禁止的操作恢复', en: 'The change of holder ends, and what it blocked is allowed again' },
    otherwise: null,
  },
  {
    id: 'DUE-UNHOLD',
    source: failureList('实名后仍serverHold'),
    from: listDay,
    turn: 'registry',
    kind: 'until',
    counted: 'working',
    days: [1, 2],
    start: ({ state }) => (state.identity === 'verified' ? state.verifiedOn : undefined),
    what: { zh: '注册局解除暂停', en: 'The registry lifts the hold' },
    otherwise: null,
  },
  {
    id: 'DUE-BUREAU',
    source: cite('境内注册商甲的公开文档：域名实名认证概述', '实名信息同步到备案系统', { date: listDay }),
    from: listDay,
    turn: 'bureau',
    kind: 'opens',
    counted: 'working',
    days: [3, 5],
    start: ({ state }) => (state.identity === 'verified' ? latest(state.verifiedOn, state.holderChangedOn) : undefined),
    what: {
      zh: '备案系统里有了这个域名的实名信息，可以备案',
      en: 'The filing system knows the verified holder; the domain can be filed',
    },
    otherwise: null,
  },
  {
    id: 'DUE-ENHANCED',
    source: cite('境内注册商甲的公开文档：.cn强化实名资料说明', '期限', { date: listDay }),
    from: listDay,
    turn: 'you',
    kind: 'until',
    counted: 'calendar',
    days: [10],
    start: ({ state }) => state.enhancedNoticeOn,
    what: {
      zh: '补交手持证件照、承诺书等强化实名材料',
      en: 'Hand in the additional papers: a photo with the card in hand, the signed pledge and others',
    },
    otherwise: {
      zh: '持有者名下所有.cn域名都受影响',
      en: 'Every .cn name of the holder is affected',
    },
  },
  {
    id: 'DUE-TRANSFER-OUT',
    source: cite('ICANN转移政策', 'II.C.2 变更注册人后60天锁定', { date: '2016-12-01' }),
    from: '2016-12-01',
    turn: 'you',
    kind: 'opens',
    counted: 'calendar',
    days: [60],
    start: (facts) => (ofCnnic(facts) ? undefined : facts.state.holderChangedOn),
    what: {
      zh: '换持有者后可以转出，除非事先选了不加锁',
      en: 'The domain may leave after the change of holder, unless the lock was declined before',
    },
    otherwise: null,
  },
  {
    id: 'DUE-CERTIFICATE',
    source: failureList('证件日期：新颁发证件'),
    from: listDay,
    turn: 'you',
    kind: 'opens',
    counted: 'calendar',
    days: [10],
    start: ({ certificate, day }) =>
      certificate?.issuedOn !== undefined && certificate.issuedOn <= day && addDays(certificate.issuedOn, 10) > day
        ? certificate.issuedOn
        : undefined,
    what: { zh: '新证件可以用来实名认证', en: 'The new paper can be used for verification' },
    otherwise: null,
  },
]

function latest(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one
}

/** What is due, and by whom, in the order of the days. */
export function dueOf(facts: IdentityFacts): readonly Due[] {
  const found: Due[] = []
  for (const rule of dueRules) {
    if (!inForce(rule, facts.day)) continue
    const start = rule.start(facts)
    if (start !== undefined) found.push(dueFrom(rule, start, facts.day))
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function dueFrom({ id, what, turn, kind, counted, days, otherwise, source }: DueRule, start: string, day: string): Due {
  const count = (number: number) =>
    counted === 'working' ? workingDayAfter(start, number) : { day: addDays(start, number), sure: true }
  const [first, last = first] = days
  const end = count(last)
  return {
    id,
    what,
    turn,
    counted,
    ...(last === first ? {} : { earliest: count(first).day }),
    on: end.day,
    kind,
    sure: end.sure,
    passed: kind === 'until' ? day > end.day : day >= end.day,
    otherwise,
    source,
  }
}

import { addDays, workingDayAfter } from '@yuming/identity'
import { cite, inForce, type Source, type Text } from '@yuming/rules'
import type { FilingDraft } from '../facts/filing-facts.ts'
import { bringsService } from '../model/order-types.ts'
import { smsWindow } from '../national/national-figures.ts'
import { smsTargets } from '../national/sms-targets.ts'
import { guide, guideDay, providerA, providerB, providerDays, secondLevelGuide } from '../rules/filing-rule.ts'

export type Turn = 'you' | 'we' | 'bureau' | 'ministry'

/** One step that lies ahead: whose turn it is, and between which days it ends. */
export interface Deadline {
  readonly id: string
  readonly what: Text
  readonly turn: Turn
  readonly counted: 'calendar' | 'working'
  /** YYYY-MM-DD, the first day on which the step may be over. */
  readonly earliest: string
  /** YYYY-MM-DD, the last one; null where nothing sets one, and the following steps count as if it took no time. */
  readonly on: string | null
  /** False where working days of a year were counted whose calendar is not out. */
  readonly sure: boolean
  /** What follows when the day goes by; null when nothing does. */
  readonly otherwise: Text | null
  readonly source: Source
}

interface Step {
  readonly id: string
  readonly from: string
  readonly until?: string
  readonly turn: Turn
  readonly counted: Deadline['counted']
  /** Fewest and most days; null where nothing sets an end. */
  readonly days: (draft: FilingDraft) => readonly [number, number | null]
  readonly applies: (draft: FilingDraft) => boolean
  /** Where it is not after the step before: the day it counts from. */
  readonly start?: (draft: FilingDraft) => string | undefined
  readonly what: Text | ((draft: FilingDraft) => Text)
  readonly otherwise: Text | null
  readonly source: Source | ((draft: FilingDraft) => Source)
}

const goesToBureau = ({ type }: FilingDraft): boolean => type !== undefined && type !== 'claim'
const state = ({ order }: FilingDraft): string => order.state ?? 'draft'
const before =
  (...reached: readonly string[]) =>
  (draft: FilingDraft) =>
    goesToBureau(draft) && !reached.includes(state(draft))
const opens = ({ type }: FilingDraft): boolean => bringsService(type) && type !== 'new-access'
const hoursOf = (draft: FilingDraft): number | undefined =>
  draft.type === undefined || smsTargets(draft.type).length === 0
    ? undefined
    : smsWindow(draft.province, draft.day)?.hours

const law = cite('非经营性互联网信息服务备案管理办法', '第十二条：20个工作日', { date: '2005-02-08' })

const steps: readonly Step[] = [
  {
    id: 'FILING-KNOWN',
    from: '2018-01-01',
    turn: 'ministry',
    counted: 'working',
    days: () => [0, 3],
    applies: (draft) => before('reviewing', 'at-bureau', 'approved')(draft) && unknownSince(draft) !== undefined,
    start: unknownSince,
    what: { zh: '工信部收到域名的实名信息', en: 'The ministry knows the verified holder of the domain' },
    otherwise: null,
    source: providerB('实名认证后等3到5个工作日'),
  },
  {
    id: 'FILING-REVIEW',
    from: guideDay,
    turn: 'we',
    counted: 'working',
    days: () => [0, 1],
    applies: before('at-bureau', 'approved'),
    what: { zh: '初审，请留意审核员的电话', en: 'Our first review; please answer the reviewer’s call' },
    otherwise: null,
    source: guide('提交后1个工作日内审核'),
  },
  {
    id: 'FILING-CHECK',
    from: guideDay,
    turn: 'you',
    counted: 'calendar',
    days: () => [0, null],
    applies: (draft) => before('at-bureau', 'approved')(draft) && bringsService(draft.type),
    what: { zh: '服务负责人完成真实性核验', en: 'The principal of the service is verified' },
    otherwise: null,
    source: guide('第六步：拍照核验'),
  },
  {
    id: 'FILING-SUBMIT',
    from: guideDay,
    turn: 'we',
    counted: 'working',
    days: () => [0, 1],
    applies: before('at-bureau', 'approved'),
    what: { zh: '提交到管局', en: 'Submission to the bureau' },
    otherwise: null,
    source: guide('核验通过后1个工作日内提交管局'),
  },
  {
    id: 'FILING-SMS',
    from: '2017-12-18',
    turn: 'you',
    counted: 'calendar',
    days: (draft) => [0, Math.ceil((hoursOf(draft) ?? 0) / 24)],
    applies: (draft) => before('approved')(draft) && hoursOf(draft) !== undefined && draft.sms.state !== 'verified',
    what: (draft) => ({
      zh: `${hoursOf(draft) ?? '…'}小时内完成工信部短信核验`,
      en: `Enter the ministry’s code within ${hoursOf(draft) ?? '…'} hours`,
    }),
    otherwise: { zh: '这一单被退回，要重新提交', en: 'The order is returned and must be submitted again' },
    source: (draft) => smsWindow(draft.province, draft.day)?.source ?? law,
  },
  {
    id: 'FILING-BUREAU',
    from: guideDay,
    until: '2025-12-30',
    turn: 'bureau',
    counted: 'working',
    days: () => [3, 20],
    applies: before('approved'),
    what: { zh: '管局审核', en: 'Review by the bureau' },
    otherwise: null,
    source: guide('管局审核3到20个工作日'),
  },
  {
    id: 'FILING-BUREAU',
    from: providerDays.b,
    turn: 'bureau',
    counted: 'working',
    days: () => [1, 20],
    applies: before('approved'),
    what: { zh: '管局审核', en: 'Review by the bureau' },
    otherwise: null,
    source: law,
  },
  {
    id: 'FILING-DNS',
    from: guideDay,
    turn: 'you',
    counted: 'calendar',
    days: () => [0, null],
    applies: opens,
    what: { zh: '打开解析，在首页底部放上备案号', en: 'Switch the DNS records on, and put the number into the footer' },
    otherwise: { zh: '不标明备案号可以被罚款', en: 'A missing number can be fined' },
    source: secondLevelGuide('备案成功后：添加解析'),
  },
  {
    id: 'FILING-POLICE',
    from: '2011-01-08',
    turn: 'you',
    counted: 'calendar',
    days: () => [0, 30],
    applies: opens,
    what: { zh: '开通后30天内办理公安备案', en: 'File with the public security within 30 days of opening' },
    otherwise: { zh: '公安机关可以警告或责令改正', en: 'The police may warn or order it to be put right' },
    source: cite('计算机信息网络国际联网安全保护管理办法', '第十二条', { date: '2011-01-08' }),
  },
]

const apart: readonly Step[] = [
  {
    id: 'FILING-CHANGE',
    from: providerDays.b,
    turn: 'you',
    counted: 'working',
    days: () => [0, 10],
    applies: ({ order }) => order.changedOn !== undefined,
    start: ({ order }) => order.changedOn,
    what: {
      zh: '信息变了，10个工作日内变更备案',
      en: 'What was filed has changed: change the filing within 10 working days',
    },
    otherwise: { zh: '管局核查到不一致可以注销备案', en: 'The bureau may cancel a filing that is not true any more' },
    source: providerB('变更要在10个工作日内办理'),
  },
  {
    id: 'FILING-CHANGE-30',
    from: guideDay,
    turn: 'you',
    counted: 'calendar',
    days: () => [0, 30],
    applies: ({ order }) => order.changedOn !== undefined,
    start: ({ order }) => order.changedOn,
    what: { zh: '另一处说30天内变更，以先到的为准', en: 'Another source says 30 days; the earlier day counts' },
    otherwise: null,
    source: secondLevelGuide('30日内变更备案'),
  },
  {
    id: 'FILING-RETURNED',
    from: providerDays.b,
    turn: 'you',
    counted: 'calendar',
    days: () => [0, 45],
    applies: ({ order }) => order.state === 'returned' && order.returnedOn !== undefined,
    start: ({ order }) => order.returnedOn,
    what: { zh: '改正后重新提交', en: 'Correct it and submit it again' },
    otherwise: { zh: '45天后订单过期', en: 'The order lapses after 45 days' },
    source: providerB('驳回后45天'),
  },
  {
    id: 'FILING-SHELL',
    from: providerDays.a,
    turn: 'you',
    counted: 'calendar',
    days: () => [0, 0],
    applies: ({ sites }) => sites.some(({ noticeUntil }) => noticeUntil !== undefined),
    start: ({ sites }) =>
      sites
        .flatMap(({ noticeUntil }) => noticeUntil ?? [])
        .toSorted()
        .at(0),
    what: { zh: '让网站重新解析到备案的接入商', en: 'Have the site resolve to the provider it is filed with' },
    otherwise: {
      zh: '取消接入，之后管局可以注销',
      en: 'The access is cancelled, and the bureau may cancel the filing',
    },
    source: providerA('空壳网站核查'),
  },
]

/** Day on which the newest domain was verified, where the ministry does not know all of them yet. */
function unknownSince({ domains }: FilingDraft): string | undefined {
  return domains
    .flatMap(({ verified, verifiedOn, knownToMinistry }) =>
      verified === 'verified' && knownToMinistry !== true ? (verifiedOn ?? []) : [],
    )
    .toSorted()
    .at(-1)
}

/** The steps ahead of a draft in their order, then what is due apart from them. */
export function deadlinesOf(draft: FilingDraft): readonly Deadline[] {
  const found: Deadline[] = []
  const begun = draft.order.approvedOn ?? draft.order.submittedOn ?? draft.day
  let [earliest, latest] = [begun, begun]
  let sure = true
  for (const step of steps) {
    if (!inForce(step, draft.day) || !step.applies(draft)) continue
    const start = step.start?.(draft)
    const made = deadline(step, draft, later(start, earliest), start ?? latest)
    found.push({ ...made, sure: made.sure && sure })
    sure &&= made.sure
    if (made.earliest > earliest) earliest = made.earliest
    if (made.on !== null && made.on > latest) latest = made.on
  }
  for (const step of apart) {
    const start = step.start?.(draft)
    if (inForce(step, draft.day) && step.applies(draft) && start !== undefined)
      found.push(deadline(step, draft, start, start))
  }
  return found
}

function later(one: string | undefined, other: string): string {
  return one !== undefined && one > other ? one : other
}

function deadline(step: Step, draft: FilingDraft, first: string, last: string): Deadline {
  const [fewest, most] = step.days(draft)
  const count = (from: string, days: number) =>
    step.counted === 'working' ? workingDayAfter(from, days) : { day: addDays(from, days), sure: true }
  const soonest = count(first, fewest)
  const end = most === null ? null : count(last, most)
  return {
    id: step.id,
    what: typeof step.what === 'function' ? step.what(draft) : step.what,
    turn: step.turn,
    counted: step.counted,
    earliest: soonest.day,
    on: end?.day ?? null,
    sure: soonest.sure && end?.sure !== false,
    otherwise: step.otherwise,
    source: typeof step.source === 'function' ? step.source(draft) : step.source,
  }
}

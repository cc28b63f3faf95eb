import { addDays } from '../../kernel/clock/index.ts'
import { daysBetween } from './days-between.ts'
import { mustVerify } from './must-verify.ts'

type Text = { readonly zh: string; readonly en: string }
/** Shapes of the design: done, in progress, not begun, your turn, others' turn, failed, closed, not needed. */
export type Shape = 'ok' | 'run' | 'todo' | 'you' | 'wait' | 'fail' | 'no' | 'off' | 'lock'
export type Tone = 'ink' | 'pine' | 'indigo' | 'ochre' | 'rouge'

/** The facts from which the shown state is derived; each belongs to a state machine of its own. */
export interface DomainFacts {
  readonly expiresOn: string
  readonly today: string
  readonly statuses: readonly string[]
  readonly realName: 'required' | 'not-required' | 'unknown'
  readonly identity: 'unverified' | 'reviewing' | 'verified' | 'failed'
  readonly runningTask: string | undefined
  /** Kind of that task, such as `CHG_HOLDER`. */
  readonly runningKind: string | undefined
  readonly suffix: { readonly name: string; readonly verifyBefore: boolean | null }
  readonly registeredOn: string
}

export interface ServiceState {
  readonly key:
    | 'executing'
    | 'expired'
    | 'expiring'
    | 'identity-failed'
    | 'unverified'
    | 'identity-reviewing'
    | 'held'
    | 'normal'
  readonly shape: Shape
  readonly tone: Tone
  readonly title: Text
  /** The next step, in one line. */
  readonly next: Text
}

/** Days before expiry from which a renewal is urgent. */
const expiringDays = 30

/** Derives the one shown state (服务状态): what is under way first, then what is urgent, then what is merely due. */
export function serviceState(facts: DomainFacts): ServiceState {
  const left = daysBetween(facts.today, facts.expiresOn)
  if (facts.runningTask !== undefined)
    return state(
      'executing',
      'run',
      'indigo',
      '办理中',
      'In progress',
      '已送往注册局，等它应答',
      'Sent to the registry; waiting for its answer',
    )
  if (left < 0)
    return state(
      'expired',
      'you',
      'ochre',
      '已过期，可续费',
      'Expired, can be renewed',
      `过期 ${-left} 天，尽快续费，之后要赎回`,
      `Expired ${-left} days ago; renew now, later it must be redeemed`,
    )
  if (left <= expiringDays)
    return state('expiring', 'you', 'ochre', '急需续费', 'Renew soon', `还有 ${left} 天到期`, `${left} days left`)
  if (mustVerify(facts.realName) && facts.identity === 'failed')
    return state(
      'identity-failed',
      'fail',
      'rouge',
      '实名认证失败',
      'Verification failed',
      '看原因，更正后再交',
      'See the reason, correct it and submit again',
    )
  if (mustVerify(facts.realName) && facts.identity === 'unverified')
    return state(
      'unverified',
      'you',
      'ochre',
      '未实名认证',
      'Not verified',
      `${verifyBy(facts)}前交材料，否则停止解析`,
      `Submit papers by ${verifyBy(facts)}, or it stops resolving`,
    )
  if (mustVerify(facts.realName) && facts.identity === 'reviewing')
    return state(
      'identity-reviewing',
      'wait',
      'ink',
      '实名认证审核中',
      'Under verification',
      '等审核结果，一般一至三个工作日',
      'Waiting for the review; usually 1–3 working days',
    )
  if (facts.statuses.some((status) => status === 'serverHold' || status === 'clientHold'))
    return state(
      'held',
      'fail',
      'rouge',
      '已停止解析',
      'On hold',
      '查看被谁停止、怎样恢复',
      'See who put it on hold and how to lift it',
    )
  return state('normal', 'ok', 'pine', '正常', 'Active', '能正常使用', 'In use')
}

/** The fifth calendar day after registration, China time (S1-54). */
export function verifyBy({ registeredOn }: Pick<DomainFacts, 'registeredOn'>): string {
  return addDays(registeredOn, 5)
}

function state(
  key: ServiceState['key'],
  shape: Shape,
  tone: Tone,
  zh: string,
  en: string,
  nextZh: string,
  nextEn: string,
): ServiceState {
  return { key, shape, tone, title: { zh, en }, next: { zh: nextZh, en: nextEn } }
}

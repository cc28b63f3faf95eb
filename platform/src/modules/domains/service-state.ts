import { addDays, workingDayAfter } from '../../kernel/clock/index.ts'
import { daysBetween } from './days-between.ts'
import type { HolderChangeState } from './holder-change-state.ts'
import { mustVerify } from './must-verify.ts'
import type { UnpaidFacts } from './unpaid-days.ts'

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
  readonly holderChange: HolderChangeState
  /** It stands under the template of an agent, which is of another account (S1-162). */
  readonly agentHeld?: boolean
  /** Its registry has renewed it by itself, and nobody has paid for that: what follows. */
  readonly unpaid?: UnpaidFacts
}

export interface ServiceState {
  readonly key:
    | 'executing'
    | 'expired'
    | 'redemption'
    | 'expiring'
    | 'identity-failed'
    | 'unverified'
    | 'identity-reviewing'
    | 'held'
    | 'holder-change-reviewing'
    | 'holder-change-done'
    | 'holder-change-failed'
    | 'agent-held'
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
  if (facts.holderChange.state === 'reviewing') return movingState(facts)
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
  if (facts.statuses.includes('pendingDelete'))
    return state(
      'redemption',
      'you',
      'rouge',
      '已删除，在赎回期',
      'Deleted, in redemption',
      '轮到你：要取回请联系客服，另收赎回费',
      'Your turn: contact support to have it back; a restore fee is due',
    )
  if (left < 0 && facts.unpaid) return unpaidState(-left, facts.unpaid)
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
  if (facts.holderChange.state === 'failed') return notMovedState(facts.holderChange)
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
    return state('unverified', 'you', 'ochre', '未实名认证', 'Not verified', ...papersDue(facts))
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
  if (facts.statuses.includes('serverHold'))
    return state(
      'held',
      'fail',
      'rouge',
      '已停止解析',
      'On hold',
      '注册局停止的，也由注册局恢复；看原因和怎么办',
      'The registry put it on hold and lifts it; see why and what to do',
    )
  if (facts.statuses.includes('clientHold'))
    return state(
      'held',
      'fail',
      'rouge',
      '已停止解析',
      'On hold',
      '我们停止的，条件满足后自动恢复；看原因和怎么办',
      'We put it on hold and lift it by ourselves once its reason is gone; see why',
    )
  if (facts.agentHeld)
    return state(
      'agent-held',
      'you',
      'ochre',
      '登记在代理名下',
      'Held by an agent',
      '使用功能受限，轮到你：过户到自己的模板',
      'Its functions are limited; your turn: transfer it to your own template',
    )
  if (facts.holderChange.state === 'done')
    return state(
      'holder-change-done',
      'ok',
      'pine',
      '过户成功',
      'Holder changed',
      '新持有者已登记，不用再交材料',
      'The new holder is registered; nothing more to hand in',
    )
  return state('normal', 'ok', 'pine', '正常', 'Active', '能正常使用', 'In use')
}

/** Whose turn it is, and until when a renewal saves the name (ERRP 2.2). */
function unpaidState(days: number, { stopsOn, deletedOn, stopped }: UnpaidFacts): ServiceState {
  return stopped
    ? state(
        'expired',
        'you',
        'rouge',
        '已停止解析，可续费',
        'On hold, can be renewed',
        `轮到你：${deletedOn}前续费，随即恢复解析；到那天删除，之后要赎回`,
        `Your turn: renew before ${deletedOn} and it resolves again; it is deleted then, and must be redeemed`,
      )
    : state(
        'expired',
        'you',
        'ochre',
        '已过期，可续费',
        'Expired, can be renewed',
        `过期 ${days} 天，轮到你：${stopsOn}起停止解析，${deletedOn}删除，之后要赎回`,
        `Expired ${days} days ago, your turn: it stops resolving on ${stopsOn} and is deleted on ${deletedOn}; later it must be redeemed`,
      )
}

/** 过户资料审核中 (S4-16): the registry's turn, about one to three working days. */
function movingState({ holderChange: { on }, today }: DomainFacts): ServiceState {
  const [from, to] = [1, 3].map((days) => workingDayAfter(on ?? today, days).day)
  return state(
    'holder-change-reviewing',
    'wait',
    'indigo',
    '过户资料审核中',
    'Change of holder under review',
    `轮到注册局，预计${from}至${to}有结果`,
    `The registry’s turn; a result is expected from ${from} to ${to}`,
  )
}

function notMovedState({ reason }: HolderChangeState): ServiceState {
  return state(
    'holder-change-failed',
    'fail',
    'rouge',
    '过户失败',
    'Holder not changed',
    `持有者不变，轮到你：${reason?.zh ?? '注册局没有说明原因'}`,
    `The holder stays; your turn: ${reason?.en ?? 'the registry gave no reason'}`,
  )
}

/** S1-130: names that their registry holds from the first day, and those that it holds after the fifth. */
function papersDue(facts: DomainFacts): [string, string] {
  if (facts.statuses.includes('serverHold'))
    return [
      '注册局暂停了解析，轮到你交材料；通过后恢复',
      'The registry holds it; your turn to submit papers, it resolves once they pass',
    ]
  const by = verifyBy(facts)
  return [`${by}前交材料，否则停止解析`, `Submit papers by ${by}, or it stops resolving`]
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

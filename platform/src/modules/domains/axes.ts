import type { DomainFacts, Shape, Tone } from './service-state.ts'
import { verifyBy } from './service-state.ts'

type Text = { readonly zh: string; readonly en: string }

export interface Axis {
  readonly key: string
  readonly title: Text
  readonly state: Text
  readonly shape: Shape
  readonly tone: Tone
  readonly detail: Text
}

const text = (zh: string, en: string): Text => ({ zh, en })
const axis = (key: string, title: Text, state: Text, shape: Shape, tone: Tone, detail: Text): Axis => ({
  key,
  title,
  state,
  shape,
  tone,
  detail,
})

/** The nine states of a name, each from a state machine of its own; what does not apply says so. */
export function axesOf(facts: DomainFacts & { readonly locked: boolean; readonly flow: string }): Axis[] {
  const { expiresOn, registeredOn, today, identity, realName, locked, flow } = facts
  const live = expiresOn >= today
  return [
    axis(
      'registration',
      text('注册', 'Registration'),
      text('已注册', 'Registered'),
      'ok',
      'pine',
      text(registeredOn, registeredOn),
    ),
    axis(
      'lifecycle',
      text('生命周期', 'Lifecycle'),
      live ? text('使用中', 'In use') : text('已过期', 'Expired'),
      live ? 'ok' : 'you',
      live ? 'pine' : 'ochre',
      text(`到 ${expiresOn}`, `until ${expiresOn}`),
    ),
    identityAxis(identity, realName, facts),
    axis(
      'naming',
      text('命名审核', 'Naming review'),
      realName === 'required' && identity !== 'verified'
        ? text('未开始', 'Not begun')
        : text('注册局复核', 'By the registry'),
      'todo',
      'ink',
      text('实名之后', 'After verification'),
    ),
    axis(
      'qualification',
      text('资质', 'Qualification'),
      flow === 'trademark' ? text('要交', 'Needed') : text('不需要', 'Not needed'),
      flow === 'trademark' ? 'you' : 'off',
      flow === 'trademark' ? 'ochre' : 'ink',
      flow === 'trademark'
        ? text('商标注册证', 'Trademark certificate')
        : text('非专用后缀', 'Not a restricted suffix'),
    ),
    axis(
      'holder-change',
      text('持有者变更', 'Holder change'),
      text('没有', 'None'),
      'off',
      'ink',
      text('随时可办', 'At any time'),
    ),
    axis(
      'transfer',
      text('转移', 'Transfer'),
      text('没有', 'None'),
      'off',
      'ink',
      text('注册满 60 天后', 'From 60 days after registration'),
    ),
    axis(
      'lock',
      text('锁', 'Locks'),
      locked ? text('有锁', 'Locked') : text('没有', 'None'),
      locked ? 'lock' : 'off',
      'ink',
      locked ? text('见登记状态', 'See the statuses') : text('可随时加锁', 'Can be locked'),
    ),
    axis(
      'filing',
      text('备案', 'ICP filing'),
      text('未备案', 'Not filed'),
      'todo',
      'ink',
      text('实名之后', 'After verification'),
    ),
  ]
}

function identityAxis(identity: DomainFacts['identity'], realName: DomainFacts['realName'], facts: DomainFacts): Axis {
  const title = text('实名', 'Real name')
  if (realName === 'not-required')
    return axis(
      'identity',
      title,
      text('不需要', 'Not needed'),
      'off',
      'ink',
      text('这个后缀不要', 'Not under this suffix'),
    )
  const by = verifyBy(facts)
  const known = {
    verified: axis('identity', title, text('已认证', 'Verified'), 'ok', 'pine', text('沿用模板', 'From the template')),
    reviewing: axis(
      'identity',
      title,
      text('审核中', 'Under review'),
      'wait',
      'indigo',
      text('等审核', 'Waiting for review'),
    ),
    failed: axis(
      'identity',
      title,
      text('没通过', 'Failed'),
      'fail',
      'rouge',
      text('更正后再交', 'Correct and resubmit'),
    ),
    unverified: axis(
      'identity',
      title,
      text('未认证', 'Not verified'),
      'you',
      'ochre',
      text(`${by} 前交材料`, `Papers by ${by}`),
    ),
  }
  return known[identity]
}

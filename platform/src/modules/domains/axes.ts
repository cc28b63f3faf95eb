import type { ReviewAxis } from './review-axes.ts'
import type { DomainFacts, Shape, Tone } from './service-state.ts'

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
export function axesOf(facts: DomainFacts & { readonly locked: boolean }, reviews: readonly ReviewAxis[]): Axis[] {
  const { expiresOn, registeredOn, today, locked } = facts
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
    ...reviews.map(shownReview),
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

const reviewTitles: Readonly<Record<ReviewAxis['axis'], Text>> = {
  identity: text('实名', 'Real name'),
  naming: text('命名审核', 'Naming review'),
  qualification: text('资质', 'Qualification'),
}
const reviewStates: Readonly<Record<ReviewAxis['state'], readonly [state: Text, shape: Shape, tone: Tone]>> = {
  'not-needed': [text('不需要', 'Not needed'), 'off', 'ink'],
  unknown: [text('不清楚', 'Not known'), 'todo', 'ink'],
  'not-begun': [text('没开始', 'Not begun'), 'todo', 'ink'],
  reviewing: [text('审核中', 'Under review'), 'wait', 'indigo'],
  passed: [text('已通过', 'Passed'), 'ok', 'pine'],
  failed: [text('没通过', 'Failed'), 'fail', 'rouge'],
}

function shownReview({ axis: key, state, turn, detail }: ReviewAxis): Axis {
  const [title, shape, tone] = reviewStates[state]
  // What waits for the holder is marked as theirs, whatever its state is called.
  return state === 'not-begun' && turn === 'you'
    ? axis(key, reviewTitles[key], text('要交材料', 'Papers needed'), 'you', 'ochre', detail)
    : axis(key, reviewTitles[key], title, shape, tone, detail)
}

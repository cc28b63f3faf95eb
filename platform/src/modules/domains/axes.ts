import type { Finding } from '@yuming/rules'
import { closedFor } from './closed-operations.ts'
import { pendingVerification } from './pending-verification.ts'
import type { FilingOfName } from './ports.ts'
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
export function axesOf(
  facts: DomainFacts & { readonly locked: boolean },
  reviews: readonly ReviewAxis[],
  against: readonly Finding[],
  filing: FilingOfName | undefined,
): Axis[] {
  const { expiresOn, today, locked } = facts
  const live = expiresOn >= today
  return [
    registrationAxis(facts),
    axis(
      'lifecycle',
      text('生命周期', 'Lifecycle'),
      live ? text('使用中', 'In use') : text('已过期', 'Expired'),
      live ? 'ok' : 'you',
      live ? 'pine' : 'ochre',
      text(`到 ${expiresOn}`, `until ${expiresOn}`),
    ),
    ...reviews.map(shownReview),
    movingAxis(facts),
    transferAxis(facts),
    axis(
      'lock',
      text('锁', 'Locks'),
      locked ? text('有锁', 'Locked') : text('没有', 'None'),
      locked ? 'lock' : 'off',
      'ink',
      locked ? text('见登记状态', 'See the statuses') : text('可随时加锁', 'Can be locked'),
    ),
    filingAxis(against, filing),
  ]
}

/** For the first five days of a name whose holder is not verified, WHOIS has a word of its own. */
function registrationAxis(facts: DomainFacts): Axis {
  const title = text('注册', 'Registration')
  const { registeredOn } = facts
  const until = pendingVerification(facts)
  return until === null
    ? axis('registration', title, text('已注册', 'Registered'), 'ok', 'pine', text(registeredOn, registeredOn))
    : axis(
        'registration',
        title,
        text('等待实名', 'Pending verification'),
        facts.identity === 'reviewing' ? 'wait' : 'you',
        facts.identity === 'reviewing' ? 'indigo' : 'ochre',
        text(`pendingVerification，到 ${until}`, `pendingVerification until ${until}`),
      )
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

/** 持有者变更: under way, how the last one ended, or what stands against one now. */
function movingAxis(facts: DomainFacts): Axis {
  const title = text('持有者变更', 'Holder change')
  const made = (state: Text, shape: Shape, tone: Tone, detail: Text) =>
    axis('holder-change', title, state, shape, tone, detail)
  const { state, on, reason } = facts.holderChange
  const since = text(on ?? '', on ?? '')
  if (state === 'reviewing') return made(text('过户资料审核中', 'Under review'), 'wait', 'indigo', since)
  if (state === 'done') return made(text('过户成功', 'Done'), 'ok', 'pine', since)
  if (state === 'failed') return made(text('过户失败', 'Failed'), 'fail', 'rouge', reason ?? since)
  const [against] = closedFor('holder-change', facts)
  return against
    ? made(text('现在不能办', 'Not now'), 'off', 'ink', against.message)
    : made(text('没有', 'None'), 'off', 'ink', text('可以办', 'Can be asked for'))
}

/** 转移: what the registry shows; asking for one is not offered here yet. */
function transferAxis({ statuses }: DomainFacts): Axis {
  const title = text('转移', 'Transfer')
  return statuses.includes('pendingTransfer')
    ? axis(
        'transfer',
        title,
        text('转移中', 'Pending'),
        'wait',
        'indigo',
        text('注册局在办理', 'The registry is at it'),
      )
    : axis('transfer', title, text('没有', 'None'), 'off', 'ink', text('这里还不办转移', 'Not offered here yet'))
}

const turns: Readonly<Record<Exclude<Extract<FilingOfName, { order: string }>['turn'], null>, Text>> = {
  you: text('轮到你', 'Your turn'),
  we: text('轮到平台', 'Our turn'),
  ministry: text('轮到工信部', 'The ministry’s turn'),
  bureau: text('轮到管局', 'The bureau’s turn'),
}

/** 备案: how far it is, else what the rules say against it for this name (S1-175). */
function filingAxis(findings: readonly Finding[], filing: FilingOfName | undefined): Axis {
  const made = (state: Text, shape: Shape, tone: Tone, detail: Text) =>
    axis('filing', text('备案', 'ICP filing'), state, shape, tone, detail)
  if (filing?.state === 'under-way') {
    const { said, turn, until } = filing
    const whose = turn && turns[turn]
    const by = until === null ? undefined : text(`${until}前`, `by ${until}`)
    const detail = text(joined('，', whose?.zh, by?.zh), joined(', ', whose?.en, by?.en))
    return turn === 'you' ? made(said, 'you', 'ochre', detail) : made(said, 'run', 'indigo', detail)
  }
  if (filing?.state === 'filed') {
    const number = filing.number ?? ''
    return made(text('已备案', 'Filed'), 'ok', 'pine', text(number, number))
  }
  const against = findings.find(({ severity }) => severity !== 'unknown')
  return against
    ? made(text('不能备案', 'Cannot be filed'), 'no', 'ink', against.message)
    : made(text('没有', 'None'), 'off', 'ink', text('网站放在内地才要办', 'For a site in mainland China'))
}

const joined = (glue: string, ...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(glue)

import { addDays, workingDayAfter } from '../../kernel/clock/index.ts'
import { mustVerify } from './must-verify.ts'
import type { Compliance } from './ports.ts'
import type { DomainFacts } from './service-state.ts'
import { verifyBy } from './service-state.ts'

type Text = { readonly zh: string; readonly en: string }
export type ReviewAxisKey = 'identity' | 'naming' | 'qualification'
export type ReviewAxisState = 'not-needed' | 'unknown' | 'not-begun' | 'reviewing' | 'passed' | 'failed'
export type Turn = 'you' | 'we' | 'provider' | 'registry'

/** One of the three reviews of a name (实名、命名、资质): where it is, whose turn it is, and until when. */
export interface ReviewAxis {
  readonly axis: ReviewAxisKey
  readonly state: ReviewAxisState
  readonly turn: Turn | null
  /** YYYY-MM-DD. */
  readonly by: string | null
  readonly detail: Text
  /** The registry's own words, where a reviewer of it has decided. */
  readonly heard: string | null
}

/** What the reviews of a name depend on, beside its other facts. */
export interface ReviewFacts extends DomainFacts {
  /** The identity of the template, whatever the name's registry says of it. */
  readonly holder: DomainFacts['identity']
  /** null is not known. */
  readonly namingReview: boolean | null
  /** `undated`: by no day that is known. */
  readonly needsQualification: boolean | 'undated'
  /** Our own review of the papers, the newest of it; null: none were handed in. */
  readonly ownQualification: { readonly state: 'reviewing' | 'passed' | 'failed'; readonly by: string } | null
  readonly takesCodes: boolean
  readonly codesSent: boolean
  readonly compliance: Compliance | null
  readonly held: boolean
  readonly decided: readonly {
    readonly axis: ReviewAxisKey
    readonly state: 'passed' | 'failed' | 'unknown'
    readonly heard: string
  }[]
}

/** A registry's reviewers take about a working day. Silence after these is no consent: it is not known then. */
const namingWorkingDays = 3
/** A registry lifts its hold 1 to 2 working days after the holder is verified. */
const unholdWorkingDays = 2

const text = (zh: string, en: string): Text => ({ zh, en })

export function reviewAxes(facts: ReviewFacts): ReviewAxis[] {
  return [identity(facts), naming(facts), qualification(facts)]
}

function decision(facts: ReviewFacts, key: ReviewAxisKey) {
  return facts.decided.find(({ axis }) => axis === key)
}

function made(
  axis: ReviewAxisKey,
  state: ReviewAxisState,
  detail: Text,
  more: { turn?: Turn; by?: string; heard?: string } = {},
): ReviewAxis {
  return { axis, state, detail, turn: more.turn ?? null, by: more.by ?? null, heard: more.heard ?? null }
}

function identity(facts: ReviewFacts): ReviewAxis {
  const { realName, compliance, held, today } = facts
  if (realName === 'not-required') return made('identity', 'not-needed', text('这个后缀不要', 'Not under this suffix'))
  if (!mustVerify(realName) && facts.identity !== 'verified')
    return made('identity', 'unknown', text('不清楚这个后缀要不要', 'Not known of this suffix'))
  const registry = decision(facts, 'identity')
  if (registry?.state === 'failed' && facts.identity === 'failed')
    return made('identity', 'failed', text('注册局没有通过', 'Refused by the registry'), {
      turn: 'you',
      heard: registry.heard,
    })
  if (registry?.state === 'failed' && facts.identity === 'reviewing' && facts.holder === 'verified')
    return made(
      'identity',
      'reviewing',
      text('更正已送到，注册局再审', 'The correction is there; the registry looks again'),
      {
        turn: 'registry',
        heard: registry.heard,
      },
    )
  switch (facts.identity) {
    case 'unverified':
      return made('identity', 'not-begun', text(`${verifyBy(facts)} 前交材料`, `Papers by ${verifyBy(facts)}`), {
        turn: 'you',
        by: verifyBy(facts),
      })
    case 'failed':
      return made('identity', 'failed', text('更正后再交', 'Correct and resubmit'), { turn: 'you' })
    case 'reviewing':
      return made('identity', 'reviewing', text('等审核', 'Waiting for the review'), { turn: 'we' })
    case 'verified':
      return held || compliance === 'pendingCompliance' || compliance === 'nonCompliant'
        ? made('identity', 'reviewing', text('等注册局解除暂停', 'The registry has to lift its hold'), {
            turn: 'registry',
            by: workingDayAfter(today, unholdWorkingDays).day,
          })
        : made('identity', 'passed', text('沿用模板', 'From the template'))
  }
}

function naming(facts: ReviewFacts): ReviewAxis {
  const registry = decision(facts, 'naming')
  if (registry) return heardFrom('naming', registry)
  if (facts.takesCodes)
    return facts.codesSent
      ? made('naming', 'passed', text('有命名审核码', 'Has its code'))
      : made('naming', 'not-begun', text('实名之后', 'After the holder is verified'))
  if (facts.namingReview === null)
    return made('naming', 'unknown', text('不清楚这个后缀审不审', 'Not known of this suffix'))
  if (!facts.namingReview) return made('naming', 'not-needed', text('这个后缀不审', 'Not under this suffix'))
  const by = workingDayAfter(facts.registeredOn, namingWorkingDays).day
  return facts.today <= by
    ? made('naming', 'reviewing', text('等注册局', 'Waiting for the registry'), { turn: 'registry', by })
    : made('naming', 'unknown', text('还没有消息', 'Nothing heard yet'), { turn: 'registry' })
}

/** What the registry's reviewers said of a name. */
function heardFrom(
  key: 'naming' | 'qualification',
  { state, heard }: { state: 'passed' | 'failed' | 'unknown'; heard: string },
): ReviewAxis {
  if (state === 'passed') return made(key, 'passed', text('注册局已通过', 'Passed by the registry'), { heard })
  if (state === 'failed')
    return made(key, 'failed', text('注册局没有通过', 'Refused by the registry'), { turn: 'you', heard })
  return made(key, 'unknown', text('注册局的话我们还没读懂，正在核对', 'We are finding out what the registry meant'), {
    turn: 'we',
    heard,
  })
}

function qualification(facts: ReviewFacts): ReviewAxis {
  const registry = decision(facts, 'qualification')
  if (registry) return heardFrom('qualification', registry)
  if (!facts.needsQualification) return made('qualification', 'not-needed', text('这个名字不要', 'Not for this name'))
  const by = addDays(facts.registeredOn, 5)
  switch (facts.ownQualification?.state) {
    case 'reviewing':
      return made('qualification', 'reviewing', text('我们在核对材料', 'We are checking the papers'), {
        turn: 'we',
        by: facts.ownQualification.by,
      })
    case 'failed':
      return made('qualification', 'failed', text('改正后再交', 'Correct and resubmit'), { turn: 'you' })
    case 'passed':
      // EPP has no command that brings papers: the registry's reviewer decides by itself, and its message is read.
      return made('qualification', 'reviewing', text('我们已核对，等注册局', 'Checked by us; the registry decides'), {
        turn: 'registry',
      })
    default:
      if (facts.needsQualification === 'undated')
        return made(
          'qualification',
          'not-begun',
          text('交资质材料，越早越好', 'Hand its papers in, the sooner the better'),
          {
            turn: 'you',
          },
        )
      return made('qualification', 'not-begun', text(`${by} 前交资质材料`, `Papers by ${by}`), { turn: 'you', by })
  }
}

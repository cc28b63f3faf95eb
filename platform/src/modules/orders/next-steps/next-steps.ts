import { explainIdentity } from '@yuming/identity'
import { cite, type Finding } from '@yuming/rules'

/** A name that an order has registered, as far as the steps after it depend on it. Days are YYYY-MM-DD, China time. */
export interface RegisteredLine {
  readonly name: string
  readonly suffix: string
  readonly realName: 'required' | 'not-required' | 'unknown'
  /** Whether a site under the name can be filed, by its suffix and where it was registered; null is not known. */
  readonly fileable: boolean | null
  /** What the rules of names say about its filing (S1-175). */
  readonly filing: readonly Finding[]
  readonly identity: 'unverified' | 'reviewing' | 'verified' | 'failed'
  /** Day on which the holder was verified; null when that was before this name, or has not been. */
  readonly verifiedOn: string | null
  /** Last day of handing papers in. */
  readonly verifyBy: string
  readonly registeredOn: string
  readonly expiresOn: string
  readonly autoRenew: boolean
}

/** What is to be done after a registration (S1-92, S1-93), and when it can be. */
export interface NextStep {
  readonly key: 'identity' | 'filing' | 'auto-renew'
  readonly names: readonly string[]
  /** `waits`: for the verification or for its copy in the filing system; `closed`: this suffix cannot; `open`: from now on. */
  readonly state: 'now' | 'reviewing' | 'waits' | 'open' | 'closed' | 'unknown' | 'done'
  readonly turn: 'you' | 'we' | 'bureau' | null
  readonly by: string | null
  readonly earliest: string | null
  readonly latest: string | null
  /** False where days of a year were counted whose calendar of holidays is not out. */
  readonly sure: boolean
  readonly findings: readonly Finding[]
}

const none = { turn: null, by: null, earliest: null, latest: null, sure: true, findings: [] } as const

/** In the order that saves most time: papers first, since the filing waits for them. */
export function nextSteps(lines: readonly RegisteredLine[], day: string): NextStep[] {
  if (lines.length === 0) return []
  return [...identitySteps(lines), ...filingSteps(lines, day), ...renewalSteps(lines)]
}

const named = (lines: readonly RegisteredLine[]) => lines.map(({ name }) => name)
const settled = ({ realName, identity }: RegisteredLine) => realName === 'not-required' || identity === 'verified'

function identitySteps(lines: readonly RegisteredLine[]): NextStep[] {
  const open = lines.filter((line) => !settled(line))
  const reviewing = open.filter(({ identity }) => identity === 'reviewing')
  const yours = open.filter(({ identity }) => identity !== 'reviewing')
  return [
    ...(yours.length === 0
      ? []
      : [
          {
            ...none,
            key: 'identity' as const,
            names: named(yours),
            state: 'now' as const,
            turn: 'you' as const,
            by: first(yours.map(({ verifyBy }) => verifyBy)),
          },
        ]),
    ...(reviewing.length === 0
      ? []
      : [
          {
            ...none,
            key: 'identity' as const,
            names: named(reviewing),
            state: 'reviewing' as const,
            turn: 'we' as const,
          },
        ]),
  ]
}

function filingSteps(lines: readonly RegisteredLine[], day: string): NextStep[] {
  const of = (fileable: boolean | null) => lines.filter((line) => line.fileable === fileable)
  const closed = of(false)
  const unknown = of(null)
  const waiting = of(true).filter((line) => !settled(line))
  return [
    ...readySteps(of(true).filter(settled), day),
    ...step(waiting, 'waits', { findings: [filingNeeded] }),
    ...step(unknown, 'unknown', { findings: [filingNeeded, ...different(unknown)] }),
    ...step(closed, 'closed', { findings: different(closed) }),
  ]
}

function step(lines: readonly RegisteredLine[], state: NextStep['state'], more: Partial<NextStep>): NextStep[] {
  return lines.length === 0 ? [] : [{ ...none, key: 'filing', names: named(lines), state, ...more }]
}

/** The filing system knows a verified name some working days after the later of its registration and its verification. */
function readySteps(lines: readonly RegisteredLine[], day: string): NextStep[] {
  const [line] = lines
  if (!line) return []
  const dues = lines.flatMap(({ registeredOn, verifiedOn, suffix }) => {
    const since = verifiedOn !== null && verifiedOn > registeredOn ? verifiedOn : registeredOn
    return explainIdentity(
      { operation: 'register', suffix: { name: suffix }, state: { identity: 'verified', verifiedOn: since }, day },
      day,
    ).due.filter(({ id }) => id === 'DUE-BUREAU')
  })
  // Said for all of them at once, so the last of the days counts.
  const due = dues.toSorted((a, b) => b.on.localeCompare(a.on))[0]
  if (!due) return step(lines, 'unknown', { findings: [filingNeeded] })
  const copied: Finding = {
    rule: due.id,
    severity: 'advise',
    field: 'domain',
    message: due.what,
    remedy: { zh: '材料可以先准备', en: 'The papers can be prepared meanwhile' },
    source: due.source,
    from: due.source.date ?? day,
  }
  return step(lines, due.passed ? 'open' : 'waits', {
    turn: due.passed ? 'you' : 'bureau',
    earliest: due.earliest ?? due.on,
    latest: due.on,
    sure: due.sure,
    findings: [filingNeeded, copied],
  })
}

function renewalSteps(lines: readonly RegisteredLine[]): NextStep[] {
  const off = lines.filter(({ autoRenew }) => !autoRenew)
  return [
    {
      ...none,
      key: 'auto-renew',
      names: named(off.length > 0 ? off : lines),
      state: off.length > 0 ? 'now' : 'done',
      turn: off.length > 0 ? 'you' : null,
      by: first(lines.map(({ expiresOn }) => expiresOn)),
    },
  ]
}

/** What several names have in common is told once. */
function different(lines: readonly RegisteredLine[]): Finding[] {
  return [...new Map(lines.flatMap(({ filing }) => filing).map((finding) => [finding.message.zh, finding])).values()]
}

const first = (days: readonly string[]) => days.toSorted()[0] ?? null

/** S2-06 says it of every site on a server in the mainland; the law is older. */
const filingNeeded: Finding = {
  rule: 'FILING-NEEDED-01',
  severity: 'advise',
  field: 'domain',
  message: {
    zh: '网站放在中国内地的服务器上，要先备案才能开通',
    en: 'A site on a server in mainland China opens only after its ICP filing',
  },
  remedy: {
    zh: '实名通过并同步后，用与域名持有者相同的主体备案',
    en: 'File it under the same party as the holder, once the verified holder has reached the filing system',
  },
  source: cite('非经营性互联网信息服务备案管理办法（信息产业部令第33号）', '第五条', { date: '2005-02-08' }),
  from: '2005-03-20',
}

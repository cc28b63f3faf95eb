import { stateLocks } from '@yuming/identity'
import type { Finding, Source } from '@yuming/rules'
import { addDays, chinaDay, workingDayAfter } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { CustomerActor } from '../../kernel/http/index.ts'
import {
  closedFor,
  type DomainRow,
  holderCandidates,
  operationTitles,
  type ReviewAxis,
  type ReviewDeps,
  reviewAxes,
  reviewFacts,
  type UnfitHolder,
  verifyBy,
} from '../domains/index.ts'
import { holderOfName, type Template } from '../registrants/index.ts'
import { explainHeard } from './heard/explain-heard.ts'
import { type CaseView, casesOf, eventsOf } from './queries.ts'
import { type Explained, failureReason } from './reasons/explained.ts'

type Text = Finding['message']
type Turn = 'you' | 'we' | 'provider' | 'registry'

export interface ExplainedReason {
  readonly id: string
  readonly heard: Text
  readonly cause: Text
  readonly field: string | null
  readonly remedy: Text
  readonly path: 'A' | 'B' | null
  /** Where the reason is from, and since when it is known there; null: somebody's words that no source explains. */
  readonly source: Source | null
}

export interface WayOut {
  readonly path: 'A' | 'B'
  /** Working days. */
  readonly days: { readonly from: number; readonly to: number }
  /** YYYY-MM-DD, when it is begun today. */
  readonly earliest: string
  readonly latest: string
  readonly available: boolean
  readonly templates: readonly { readonly id: string; readonly name: Text }[]
  /** Verified, but the rules of names do not let this name go to them. */
  readonly unfit: readonly { readonly id: string; readonly name: Text; readonly findings: readonly Finding[] }[]
  /** What stands against taking it now. */
  readonly findings: readonly Finding[]
  /** What cannot be done meanwhile. */
  readonly blocked: readonly Text[]
}

export interface TimelineEntry {
  readonly key: string
  readonly title: Text
  readonly detail: Text | null
  readonly at: string | null
  readonly state: 'done' | 'now' | 'coming' | 'failed'
  readonly turn?: Turn
  readonly by?: string
}

const text = (zh: string, en: string): Text => ({ zh, en })
const days = { A: { from: 1, to: 3 }, B: { from: 3, to: 5 } } as const

/** How far the verification of a name is, why it failed, and which way out is the shorter (S4-01…S4-35). */
export async function domainVerification(
  trx: Trx,
  actor: CustomerActor,
  row: DomainRow,
  deps: ReviewDeps & { readonly today: string },
) {
  const facts = await reviewFacts(trx, row, deps)
  const template = await holderOfName(trx, { account: actor.account, template: row.template })
  // What was reviewed of an agent is the agent's.
  const cases = facts.agentHeld ? [] : await casesOf(trx, template.id)
  const ofName = await casesOf(trx, template.id, row.ascii)
  const [newest] = cases
  const newestOf = { identity: newest, qualification: ofName[0], naming: undefined }
  const reviews = reviewAxes(facts)
  const said = await explainHeard(
    trx,
    reviews.flatMap(({ axis, heard }) => heard ?? newestOf[axis]?.heard ?? []),
  )
  const axes = reviews.map((axis) => {
    const last = newestOf[axis.axis]
    return {
      ...inReview(axis, newest),
      remark: axis.state === 'failed' && last?.state === 'failed' ? last.remark : null,
      explained: reasonsOf(axis, last, said),
    }
  })
  const failures = cases.filter(({ state }) => state === 'failed').length
  const identity = axes.find(({ axis }) => axis === 'identity')
  const { fit, unfit } = await holderCandidates(trx, row, deps)
  const paths = identity?.state === 'failed' ? waysOut({ fit, unfit }, facts) : []
  const recommended = paths.find(({ available }) => available)?.path ?? null
  return {
    name: row.name,
    ascii: row.ascii,
    template: {
      id: template.id,
      name: template.name,
      holderType: template.holderType,
      identity: template.identity,
      certificate: template.certificate,
    },
    axes,
    dutyBy: identity?.state === 'not-begun' || identity?.state === 'failed' ? verifyBy(facts) : null,
    heldSince: row.verification_held_at?.toISOString() ?? null,
    recommended,
    why: recommended && whyOf(recommended, { fit: fit.length > 0, unfit: unfit.length > 0 }),
    paths,
    calendar: paths.length > 0 ? calendarOf(facts.today, paths) : [],
    failures,
    timeline: await timelineOf(trx, row, [...ofName, ...cases], identity),
  }
}

/** Who looks at the papers now is known of the case, not of the name. */
function inReview(axis: ReviewAxis, newest: CaseView | undefined): ReviewAxis {
  if (axis.axis !== 'identity' || axis.state !== 'reviewing' || axis.turn !== 'we' || !newest) return axis
  const by = chinaDay(new Date(newest.dueAt))
  return newest.state === 'provider' ? { ...axis, turn: 'provider', by } : { ...axis, by }
}

function reasonsOf(
  { state, heard }: ReviewAxis,
  newest: CaseView | undefined,
  said: Awaited<ReturnType<typeof explainHeard>>,
): ExplainedReason[] {
  if (state !== 'failed') return []
  const told = heard ?? newest?.heard ?? null
  // What the reviewers chose; what the provider said of the same case is explained by its words.
  const named = (newest?.state === 'failed' && newest.reasons.length > 0 ? newest.why : []).map((why) =>
    inWords(why, null),
  )
  if (told === null) return named
  const known = said.get(told) ?? []
  if (known.length > 0) return [...named, ...known.map((why) => inWords(why, told))]
  return [
    ...named,
    {
      id: 'unknown',
      heard: { zh: told, en: told },
      cause: text('词典里还没有这句话', 'The dictionary does not know these words yet'),
      field: null,
      remedy: text(
        '核对信息与证件；仍不清楚就提交工单',
        'Compare the information with the paper; ask us by a ticket if in doubt',
      ),
      path: 'B',
      source: null,
    },
  ]
}

function inWords({ id, cause, field, remedy, path, source }: Explained, told: string | null): ExplainedReason {
  const heard = failureReason(id)?.heard
  const said = { zh: told ?? heard?.zh[0] ?? cause.zh, en: told ?? heard?.en[0] ?? cause.en }
  return { id, heard: said, cause, field, remedy, path, source }
}

/** Path A: to a template that is verified; path B: correct and submit again (S4-03…S4-06, S4-17…S4-21). */
function waysOut(
  { fit, unfit }: { fit: readonly Template[]; unfit: readonly UnfitHolder[] },
  facts: Parameters<typeof closedFor>[1],
): WayOut[] {
  const against = closedFor('holder-change', facts)
  const again = closedFor('verify', facts)
  const meanwhile = stateLocks({ state: { holderChange: 'reviewing' } }, facts.today)
  return [
    {
      path: 'A',
      days: days.A,
      ...expected(days.A, facts.today),
      available: fit.length > 0 && against.length === 0,
      templates: fit.map(({ id, name }) => ({ id, name })),
      unfit: unfit.map(({ template: { id, name }, findings }) => ({ id, name, findings })),
      findings: against,
      blocked: operationTitles(meanwhile.flatMap(({ operations }) => operations)),
    },
    {
      path: 'B',
      days: days.B,
      ...expected(days.B, facts.today),
      available: again.length === 0,
      templates: [],
      unfit: [],
      findings: again,
      blocked: [text('修改已提交的材料', 'Changing what was handed in')],
    },
  ]
}

function expected({ from, to }: WayOut['days'], today: string) {
  return { earliest: workingDayAfter(today, from).day, latest: workingDayAfter(today, to).day }
}

/** The days from today on over which the ways are compared, a week at least; `works` is false on weekends and holidays. */
function calendarOf(today: string, paths: readonly WayOut[]) {
  const last = [addDays(today, 7), ...paths.map(({ latest }) => latest)].toSorted().at(-1) ?? today
  const calendar: { readonly day: string; readonly works: boolean }[] = []
  for (let day = today; day <= last; day = addDays(day, 1))
    calendar.push({ day, works: workingDayAfter(addDays(day, -1), 1).day === day })
  return calendar
}

function whyOf(path: 'A' | 'B', verified: { fit: boolean; unfit: boolean }): Text {
  if (path === 'A')
    return text(
      '账号里有已实名的模板，过户到它约1到3个工作日，比重新认证快。',
      'The account has a verified template; going to it takes about 1 to 3 working days, faster than verifying again.',
    )
  if (!verified.fit && verified.unfit)
    return text(
      '已实名的模板都不能持有这个名字；改正后重新提交约3到5个工作日。',
      'None of the verified templates may hold this name; correcting and submitting again takes about 3 to 5 working days.',
    )
  return verified.fit
    ? text(
        '现在不能过户；改正后重新提交约3到5个工作日。',
        'The holder cannot be changed now; correcting and submitting again takes about 3 to 5 working days.',
      )
    : text(
        '账号里没有已实名的模板；改正后重新提交约3到5个工作日。',
        'The account has no verified template; correcting and submitting again takes about 3 to 5 working days.',
      )
}

async function timelineOf(
  trx: Trx,
  row: DomainRow,
  cases: readonly CaseView[],
  identity: ReviewAxis | undefined,
): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [
    {
      key: 'registered',
      title: text('注册成功', 'Registered'),
      detail: null,
      at: row.registered_at.toISOString(),
      state: 'done',
    },
  ]
  for (const one of cases.toReversed())
    for (const { at, kind, title } of await eventsOf(trx, one.id))
      entries.push({
        key: `${one.number}-${kind}`,
        title,
        detail: text(`第${one.attempt}次，${one.number}`, `Attempt ${one.attempt}, ${one.number}`),
        at,
        state: /failed$/.test(kind) ? 'failed' : 'done',
      })
  entries.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
  if (row.verification_held_at)
    entries.push({
      key: 'held',
      title: text('逾期未实名，停止解析', 'Not verified in time; it does not resolve'),
      detail: null,
      at: row.verification_held_at.toISOString(),
      state: 'failed',
    })
  if (identity?.turn)
    entries.push({
      key: 'now',
      title: nowTitles[identity.turn],
      detail: identity.detail,
      at: null,
      state: 'now',
      turn: identity.turn,
      ...(identity.by === null ? {} : { by: identity.by }),
    })
  if (identity && identity.state !== 'passed' && identity.state !== 'not-needed')
    entries.push({
      key: 'verified',
      title: text('已实名认证，正常解析', 'Verified, and it resolves'),
      detail: null,
      at: null,
      state: 'coming',
    })
  return entries
}

const nowTitles: Readonly<Record<Turn, Text>> = {
  you: text('轮到你', 'Your turn'),
  we: text('我们在审核', 'We are looking at it'),
  provider: text('核验机构在审核', 'The provider is looking at it'),
  registry: text('注册局在办理', 'The registry is at it'),
}

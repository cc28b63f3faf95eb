import { addDays, workingDayAfter } from '@yuming/identity'
import { cite, inForce, type Source } from '@yuming/rules'
import type { SiteFacts } from '../facts/subject-shape.ts'
import { guideDay, providerA, providerB, providerDays, secondLevelGuide } from '../rules/filing-rule.ts'
import type { Turn } from './deadlines.ts'

/** Until when something wrong with what is filed is to be put right. */
export interface Term {
  /** YYYY-MM-DD. */
  readonly on: string
  readonly turn: Turn
  /** False where working days of a year were counted whose calendar is not out. */
  readonly sure: boolean
  /** What sets the term; null where no source does, and it is the provider's own. */
  readonly source: Source | null
}

interface Dated {
  readonly from: string
  readonly until?: string
  readonly days: number
  readonly counted: 'calendar' | 'working'
  readonly source: Source | null
}

const always = '2000-01-01'
/** Where no source sets a term: that of a change, counted from the day of the finding. */
const own: Dated = { from: always, days: 10, counted: 'working', source: null }

const change: readonly Dated[] = [
  {
    from: providerDays.b,
    days: 10,
    counted: 'working',
    source: providerB('变更要在10个工作日内办理'),
  },
  { from: guideDay, days: 30, counted: 'calendar', source: secondLevelGuide('30日内变更备案') },
]

const police: readonly Dated[] = [
  {
    from: '2011-01-08',
    days: 30,
    counted: 'calendar',
    source: cite('计算机信息网络国际联网安全保护管理办法', '第十二条', { date: '2011-01-08' }),
  },
]

/** By rule; two terms are started by what happens: something that is filed has changed, or a site has opened. */
const terms: Readonly<Record<string, readonly Dated[]>> = {
  changed: change,
  opened: police,
  // Another holder, and a domain that ended or went: the filing is not true any more and has to change or go.
  'SITE-HOLDER-01': change,
  'SITE-DOMAIN-01': change,
  'SITE-DOMAIN-03': change,
  'SITE-CONTENT-01': change,
  'SITE-PHONE-01': [{ from: always, days: 30, counted: 'calendar', source: null }],
  'RECORD-EMPTY-01': [{ from: always, days: 30, counted: 'calendar', source: null }],
}

/** Of several terms in force the stricter one counts (S2-42). */
export function termOf(rule: string, day: string, site?: SiteFacts): Term {
  // The day itself is the end here.
  if (rule === 'SITE-DOMAIN-02' && site?.domainExpiresOn !== undefined)
    return { on: site.domainExpiresOn, turn: 'you', sure: true, source: providerB('日常核查：域名到期') }
  if (rule === 'SITE-SHELL-01' && site?.noticeUntil !== undefined)
    return { on: site.noticeUntil, turn: 'you', sure: true, source: providerA('空壳网站核查') }
  const found = (terms[rule] ?? []).filter((term) => inForce(term, day)).map((term) => counted(term, day))
  return found.reduce((one, other) => (other.on < one.on ? other : one), found[0] ?? counted(own, day))
}

function counted({ days, counted: how, source }: Dated, day: string): Term {
  const end = how === 'working' ? workingDayAfter(day, days) : { day: addDays(day, days), sure: true }
  return { on: end.day, turn: 'you', sure: end.sure, source }
}

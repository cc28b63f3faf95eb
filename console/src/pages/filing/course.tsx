import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { CourseEntry, Filing } from '../../api/filing.ts'
import { sessionQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { type Shape, State } from '../../design/state.tsx'
import { Turn } from '../../design/turn.tsx'
import { chinaDay, dayAndTime, longDate, shortDate } from '../../i18n/format.ts'
import { locale, sentence } from '../../i18n/locale.ts'
import { knownText, t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { CheckStep } from './check/check-step.tsx'
import { calendarOf, daysBetween, spanOf } from './days.ts'
import { DeclareChange } from './declare-change.tsx'
import { Duties } from './duties.tsx'
import { EndFiling } from './end-filing.tsx'
import { FiledResultOf } from './filed-result.tsx'
import { sealOf } from './filing-words.ts'
import { Opinion } from './opinion.tsx'
import { headline, nowOf, stepWords } from './outcome-words.ts'
import { provinceName } from './rules/province-name.ts'

const shapes: Readonly<Record<CourseEntry['state'], Shape>> = { done: 'ok', now: 'run', coming: 'todo', failed: 'fail' }

/** 进度 (drawing 08): each step on one calendar, who has it, and until when. */
export function Course({ filing }: { filing: Filing }) {
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const now = filing.course.find(({ state }) => state === 'now' || state === 'failed')
  const span = spanOf(filing)
  const session = useQuery(sessionQuery)
  const calendar = calendarOf(span, session.data?.clock.today ?? chinaDay(filing.createdAt))
  const act =
    (path: string, body: object = {}) =>
    async () => {
      setBusy(true)
      setError(null)
      try {
        await post(`filings/${filing.number}/${path}`, body)
      } catch (refusal) {
        setError(refusal)
      }
      await cache.invalidateQueries({ queryKey: ['filings'] })
      setBusy(false)
    }
  return (
    <>
      <p className="crumb">
        <Link to="/filings">{t('filing.title')}</Link>
        {'\u2003›\u2003'}
        {sentence(filing.typeName)} {filing.number}
      </p>
      <div className="head">
        <div>
          <h1>{headline(filing)}</h1>
          <p>
            <span className="sx">{filing.title}</span>
            {filing.province && `${comma()}${t('filing.course.bureau', { province: provinceName(filing.province) })}`}
          </p>
        </div>
        {filing.turn && (
          <p>
            <Turn who={sealOf(filing.turn)} now />
            {filing.dueAt && ` ${t('filing.course.until', { at: dayAndTime(filing.dueAt) })}`}
          </p>
        )}
      </div>
      {filing.state === 'passed' && filing.filingNumber && <Duties number={filing.filingNumber} />}
      {filing.opinion && stands(filing) && <Opinion opinion={filing.opinion} />}
      <table className="tbl gantt">
        <caption className="vh">{t('filing.course.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('filing.course.what')}</th>
            <th scope="col">{t('filing.course.state')}</th>
            <th scope="col" className="scale">
              <span className="vh">{t('filing.course.when')}</span>
              {calendar.weeks.map(({ day, left }) => (
                <small key={day} aria-hidden="true" style={{ left: `${left}%` }}>
                  {shortDate(`${day}T12:00:00+08:00`)}
                </small>
              ))}
              {calendar.today !== undefined && (
                <em aria-hidden="true" style={{ left: `${calendar.today}%` }}>
                  {t('filing.course.today')}
                </em>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {filing.course.map((entry) => (
            <tr key={entry.step} className={entry === now ? 'hot' : undefined}>
              <th scope="row">
                {stepWords(entry.step, filing.type)}{' '}
                {entry.turn && <Turn who={sealOf(entry.turn)} now={entry === now} />}
                <small>{whenOf(entry)}</small>
                {entry.learnt !== null && <small>{t('filing.course.learnt', { count: entry.learnt })}</small>}
              </th>
              <td>
                <State shape={shapes[entry.state]}>{t(`timeline.${entry.state}`)}</State>
              </td>
              <td style={{ background: calendar.background }}>
                <Bar entry={entry} start={span.start} days={span.days} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className="sec">
        <h2>{t('filing.course.nowTitle')}</h2>
        <p>{nowOf(filing)}</p>
        {filing.handedIn && (
          <p>
            {t(filing.handedIn.receipt ? 'filing.handedIn.receipt' : 'filing.handedIn', {
              on: longDate(filing.handedIn.on),
              receipt: filing.handedIn.receipt ?? '',
            })}
          </p>
        )}
        {filing.result && <FiledResultOf result={filing.result} />}
        {filing.changeBy && <p>{t('filing.change.by', { on: longDate(filing.changeBy) })}</p>}
        {filing.check && <CheckStep filing={filing} check={filing.check} />}
        {filing.state === 'sms' && (
          <div className="acts">
            <Button look="main" disabled={busy} onClick={act('sms-check', { outcome: 'confirmed' })}>
              {t('filing.sms.confirmed')}
            </Button>
            <Button disabled={busy} onClick={act('sms-check', { outcome: 'wrong-code' })}>
              {t('filing.sms.wrong')}
            </Button>
          </div>
        )}
        <div className="acts">
          {['first-review', 'photo', 'ready', 'by-hand'].includes(filing.state) && (
            <Button disabled={busy} onClick={act('withdrawal')}>
              {t('filing.withdraw')}
            </Button>
          )}
        </div>
        {error !== null && <Failure error={error} />}
      </section>
      {filing.filingNumber && (filing.standing === 'filed' || filing.standing === 'elsewhere') && (
        <>
          <DeclareChange number={filing.filingNumber} />
          <EndFiling number={filing.filingNumber} here={filing.standing === 'filed'} />
        </>
      )}
      <section className="sec">
        <h2>{t('filing.course.events')}</h2>
        <ol className="line">
          {filing.events.toReversed().map((event) => (
            <li key={event.at + event.kind}>
              <State shape="ok" label={t('timeline.done')} />
              <h3>
                {knownText(`filing.event.${event.kind}`) ?? t('filing.event.other')}
                <time>{dayAndTime(event.at)}</time>
              </h3>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

/** What came back stands until it was handed in again. */
function stands({ opinion, events, state }: Filing): boolean {
  // A number may come after an SMS that seemed missed from here.
  if (state === 'passed') return false
  const again = events.findLast(({ kind }) => ['submitted', 'photo-sent', 'sent-again'].includes(kind))
  return opinion !== null && (again === undefined || opinion.at > again.at)
}

const comma = () => (locale() === 'zh' ? '，' : ', ')

function whenOf(entry: CourseEntry): string {
  if (entry.at) return dayAndTime(entry.at)
  if (entry.from && entry.until && chinaDay(entry.from) !== chinaDay(entry.until))
    return t('filing.course.range', { from: shortDate(entry.from), until: shortDate(entry.until) })
  return entry.until ? t('filing.course.until', { at: dayAndTime(entry.until) }) : ''
}

/** A step on the calendar: dark where it is done or under way, hatched where it may end. */
function Bar({ entry, start, days }: { entry: CourseEntry; start: string; days: number }) {
  const first = entry.at ?? entry.from ?? entry.until
  const last = entry.at ?? entry.until
  if (!first || !last) return null
  const left = Math.max(0, daysBetween(start, chinaDay(first)))
  const wide = Math.max(1, daysBetween(chinaDay(first), chinaDay(last)) + 1)
  return (
    <span className={`bar bar--${entry.state}`} aria-hidden="true">
      <i style={{ left: `${(left / days) * 100}%`, width: `${(Math.min(wide, days - left) / days) * 100}%` }} />
    </span>
  )
}

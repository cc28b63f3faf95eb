import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../../api/queries.ts'
import type { TimelineEntry } from '../../../api/types.ts'
import { State } from '../../../design/state.tsx'
import { Timeline } from '../../../design/timeline.tsx'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { reasonsQuery } from '../reasons/reason-list.ts'
import { titleOf } from '../reasons/reason-title.ts'
import type { OpenCase } from './review-queries.ts'

const failed: readonly string[] = ['failed', 'provider-failed', 'withdrawn']

/** What has happened to this case, and how the attempts before it ended. */
export function CaseCourse({ open }: { open: OpenCase }) {
  const today = useQuery(sessionQuery).data?.clock.today ?? ''
  const known = useQuery(reasonsQuery).data?.reasons ?? []
  const named = (id: string) => {
    const reason = known.find((one) => one.id === id)
    return reason ? titleOf(reason) : id
  }
  const both = (text: string) => ({ zh: text, en: text })
  const entries: TimelineEntry[] = open.timeline.map(({ at, kind, title }, index) => ({
    key: `${index}`,
    title,
    detail: null,
    at,
    state: failed.includes(kind) ? 'failed' : 'done',
  }))
  entries.push({
    key: 'now',
    title: both(t(open.state === 'second' ? 'reviews.secondLook' : 'identity.event.reviewing')),
    detail: both(''),
    at: null,
    by: open.dueAt,
    state: 'now',
    turn: 'we',
  })
  return (
    <>
      <h3>{t('reviews.course')}</h3>
      <Timeline entries={entries} today={today} />
      <p className="log">
        <Link to="/operator/cases/$number" params={{ number: open.number }}>
          {t('reviews.toCourse')}
        </Link>
      </p>
      {open.earlier.length > 0 && (
        <>
          <h3>{t('reviews.earlier')}</h3>
          <ul className="earlier">
            {open.earlier.map(({ number, state, reasons }) => (
              <li key={number}>
                <State shape={state === 'passed' ? 'ok' : 'fail'}>
                  <Link to="/operator/cases/$number" params={{ number }}>
                    {number}
                  </Link>
                </State>{' '}
                {reasons.map(named).join(t('reviews.and'))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

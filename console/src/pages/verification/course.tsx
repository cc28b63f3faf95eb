import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../api/queries.ts'
import type { Identity, ReviewCase, TimelineEntry, Verification } from '../../api/types.ts'
import { Timeline } from '../../design/timeline.tsx'
import { t } from '../../i18n/text.ts'

const against: readonly string[] = ['failed', 'provider-failed', 'withdrawn']

/** What has happened, whose turn it is, and until when. */
export function Course({
  cases,
  timeline,
  identity,
}: {
  cases: ReviewCase[]
  timeline: Verification['timeline']
  identity: Identity
}) {
  const today = useQuery(sessionQuery).data?.clock.today ?? ''
  const [newest] = cases
  if (!newest) return <p className="soft">{t('identity.notYet')}</p>
  const both = (text: string) => ({ zh: text, en: text })
  const entries: TimelineEntry[] = timeline.map(({ at, kind, title }, index) => ({
    key: `${index}`,
    title,
    detail: both(index === 0 ? newest.number : ''),
    at,
    state: against.includes(kind) ? 'failed' : 'done',
  }))
  if (identity === 'reviewing')
    entries.push({
      key: 'now',
      title: both(t('identity.event.reviewing')),
      detail: both(''),
      at: null,
      by: newest.dueAt,
      state: 'now',
      turn: 'we',
    })
  return <Timeline entries={entries} today={today} />
}

import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../../api/queries.ts'
import type { TimelineEntry } from '../../../api/types.ts'
import { Timeline } from '../../../design/timeline.tsx'
import type { TextKey } from '../../../i18n/dictionary.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import type { Moment } from './case-query.ts'

const titles: Readonly<Record<string, TextKey>> = {
  paper: 'cases.event.paper',
  submitted: 'identity.event.submitted',
  looked: 'cases.event.looked',
  'passed-first': 'identity.event.passed-first',
  passed: 'identity.event.passed',
  failed: 'identity.event.failed',
  provider: 'identity.event.provider',
  'provider-passed': 'cases.event.provider-passed',
  'provider-failed': 'cases.event.provider-failed',
  withdrawn: 'identity.event.withdrawn',
  escalated: 'cases.event.escalated',
  'consent.given': 'cases.event.consent.given',
  'consent.withdrawn': 'cases.event.consent.withdrawn',
  'template.edited': 'cases.event.template.edited',
  'template.deleted': 'cases.event.template.deleted',
  'template.erased': 'cases.event.template.erased',
  exchange: 'cases.event.exchange',
  'exchange-again': 'cases.event.exchange-again',
  'exchange-answered': 'cases.event.exchange-answered',
  registry: 'cases.event.registry',
  held: 'cases.event.held',
  lifted: 'cases.event.lifted',
  'path-a': 'cases.event.path-a',
  'path-a-done': 'cases.event.path-a-done',
  'path-a-failed': 'cases.event.path-a-failed',
  erased: 'cases.event.erased',
}
const failed: readonly string[] = ['failed', 'provider-failed', 'withdrawn', 'held', 'path-a-failed']

/** Everything that has happened to a case, one line each. */
export function CaseMoments({ moments }: { moments: readonly Moment[] }) {
  const today = useQuery(sessionQuery).data?.clock.today ?? ''
  const both = (text: string) => ({ zh: text, en: text })
  const entries: TimelineEntry[] = moments.map((moment, index) => {
    const { at, kind, by, reviewer, paper, detail } = moment
    const title = titles[kind]
    const who = reviewer ? t('cases.by.reviewer', { reviewer }) : t(`cases.by.${by}`)
    return {
      key: `${index}`,
      title: both(title ? t(title) : kind),
      detail: both(
        [who, paper && t(`identity.kind.${paper}`), detail && sentence(detail)].filter(Boolean).join(t('reviews.and')),
      ),
      at,
      state: failed.includes(kind) ? 'failed' : 'done',
    }
  })
  return <Timeline entries={entries} today={today} />
}

import type { TimelineEntry } from '../api/types.ts'
import { chinaDay, clockTime, dayAndTime, shortDate } from '../i18n/format.ts'
import { sentence } from '../i18n/locale.ts'
import { t } from '../i18n/text.ts'
import { type Shape, State } from './state.tsx'
import { Turn } from './turn.tsx'

const shapes: Record<TimelineEntry['state'], Shape> = { done: 'ok', now: 'run', coming: 'todo', failed: 'fail' }

/** What is done, what is now and whose turn it is, what comes. `today` (YYYY-MM-DD) lets a time of today drop its date. */
export function Timeline({ entries, today }: { entries: TimelineEntry[]; today: string }) {
  return (
    <ol className="line">
      {entries.map((entry) => (
        <li key={entry.key} className={entry.state === 'coming' ? 'next' : undefined}>
          <State shape={shapes[entry.state]} label={t(`timeline.${entry.state}`)} />
          <h3>
            {sentence(entry.title)}
            {(entry.at || entry.by) && <time>{when(entry, today)}</time>}
          </h3>
          {(entry.detail || entry.turn) && (
            <p>
              {sentence(entry.detail)}{' '}
              {entry.turn && entry.state !== 'done' && <Turn who={entry.turn} now={entry.state === 'now'} />}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function when(entry: TimelineEntry, today: string): string {
  const instant = entry.at ?? entry.by ?? ''
  const time =
    instant.length === 10 ? shortDate(instant) : chinaDay(instant) === today ? clockTime(instant) : dayAndTime(instant)
  if (entry.at) return entry.state === 'now' ? t('timeline.since', { time }) : time
  return t('timeline.before', { time })
}

import { useQuery } from '@tanstack/react-query'
import { keepNew } from '../../../api/keep-new.ts'
import { sessionQuery } from '../../../api/queries.ts'
import { t } from '../../../i18n/text.ts'
import { figuresQuery } from '../reviewers/figures-query.ts'

/** What this reviewer has decided today; nothing is said where it is not known. */
export function TodayFigures() {
  const today = useQuery(sessionQuery).data?.clock.today
  const figures = useQuery({
    ...figuresQuery({ from: today ?? '', until: today ?? '' }),
    enabled: today !== undefined,
    refetchInterval: keepNew(60_000),
  })
  if (!figures.data) return null
  const own = figures.data.reviewers.find(({ you }) => you)
  const passed = own ? own.passed + own.passedFirst : 0
  const seconds = own?.medianLookSeconds ?? null
  return (
    <p className="help">
      {t('reviews.today', { passed, refused: own?.refused ?? 0 })}
      {seconds !== null && t('reviews.todayMedian', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
    </p>
  )
}

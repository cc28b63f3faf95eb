import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../../api/queries.ts'
import { State } from '../../../design/state.tsx'
import { t } from '../../../i18n/text.ts'
import { timeLeft } from './time-left.ts'

/** How long a case still has, by the clock of the platform. */
export function Due({ dueAt, whole = false }: { dueAt: string; whole?: boolean }) {
  const now = useQuery({ ...sessionQuery, refetchInterval: 30_000 }).data?.clock.now
  if (now === undefined) return null
  const left = timeLeft(dueAt, now)
  const { days, hours, minutes } = left
  const span = days > 0 ? t('reviews.daysHours', { days, hours }) : t('reviews.hoursMinutes', { hours, minutes })
  const text = left.late ? t('reviews.late', { span }) : whole ? t('reviews.left', { span }) : span
  return <State shape={left.late ? 'fail' : left.urgent ? 'you' : 'todo'}>{text}</State>
}

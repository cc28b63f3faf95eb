import { useInfiniteQuery } from '@tanstack/react-query'
import { keepNew } from '../../../api/keep-new.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { type Axis, queueQuery } from './review-queries.ts'

/** What is reviewed, each with how many wait for it. */
export function AxisTabs({ axes, axis }: { axes: readonly Axis[]; axis: Axis }) {
  return (
    <nav className="tabs" aria-label={t('reviews.queues')}>
      {axes.map((one) => (
        <AxisTab key={one} axis={one} here={one === axis} />
      ))}
    </nav>
  )
}

function AxisTab({ axis, here }: { axis: Axis; here: boolean }) {
  const queue = useInfiniteQuery({ ...queueQuery(axis), refetchInterval: keepNew(here ? 5_000 : 60_000) })
  const count = queue.data?.pages.reduce((sum, { cases }) => sum + cases.length, 0)
  return (
    <Link to="/operator/reviews" search={{ axis }} aria-current={here ? 'page' : undefined}>
      {t(`reviews.axis.${axis}`)}
      {count !== undefined && <small>{`${count}${queue.hasNextPage ? '+' : ''}`}</small>}
    </Link>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { t } from '../../../i18n/text.ts'
import { useSearch } from '../../../router/place.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { AxisTabs } from './axis-tabs.tsx'
import { ReviewCase } from './review-case.tsx'
import { type Axis, axes, queueQuery } from './review-queries.ts'
import { ReviewQueue } from './review-queue.tsx'
import './reviews.css'

export function ReviewsPage() {
  const asked = useSearch('axis', 'case')
  const axis = axes.find((known) => known === asked.axis) ?? 'identity'
  return (
    <OperatorFrame needs="reviewer" title={t('reviews.title')} api={`GET /v1/operator/reviews?axis=${axis}`} wide>
      {() => <Desk key={axis} axis={axis} asked={asked.case} />}
    </OperatorFrame>
  )
}

function Desk({ axis, asked }: { axis: Axis; asked: string | undefined }) {
  const queue = useInfiniteQuery(queueQuery(axis))
  const cases = queue.data?.pages.flatMap((page) => page.cases) ?? []
  const open = cases.find(({ number }) => number === asked) ?? cases[0]
  return (
    <>
      <h1 className="vh">{t('reviews.title')}</h1>
      <AxisTabs axis={axis} />
      {queue.isPending && <Skeleton rows={6} />}
      {queue.isError && <Failure error={queue.error} again={() => queue.refetch()} />}
      {queue.data && cases.length === 0 && <Empty title={t('reviews.none')}>{t('reviews.noneWhy')}</Empty>}
      {open && (
        <div className="desk">
          <nav className="q" aria-label={t('reviews.waiting')}>
            <ReviewQueue axis={axis} cases={cases} open={open.number} />
            {queue.hasNextPage && (
              <Button size="s" onClick={() => queue.fetchNextPage()}>
                {t('reviews.more')}
              </Button>
            )}
            <p className="help">{t('reviews.order')}</p>
          </nav>
          <ReviewCase key={open.id} queued={open} />
        </div>
      )}
    </>
  )
}

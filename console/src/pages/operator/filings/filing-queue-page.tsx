import { useInfiniteQuery } from '@tanstack/react-query'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Older } from '../../../design/older.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { provinceName } from '../../filing/rules/province-name.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { BureauMatters } from './bureau-matters.tsx'
import { FailingFiles } from './failing-files.tsx'
import { filingReviewsQuery } from './filing-reviews.ts'
import { StoppedLines } from './stopped-lines.tsx'

/** 备案初审: orders that wait for us, the most urgent first, each with the day it is due. */
export function FilingQueuePage() {
  return (
    <OperatorFrame needs="reviewer" title={t('filing.desk.title')} api="GET /v1/filing-reviews">
      {({ account }) => <Queue admin={account?.operatorRoles?.includes('admin') ?? false} />}
    </OperatorFrame>
  )
}

function Queue({ admin }: { admin: boolean }) {
  const list = useInfiniteQuery(filingReviewsQuery)
  const reviews = list.data?.pages.flatMap((page) => page.reviews) ?? []
  return (
    <div className="stack-l desk-page">
      <div className="head">
        <div>
          <h1>{t('filing.desk.title')}</h1>
          <p>{t('filing.desk.lead')}</p>
        </div>
      </div>
      <StoppedLines mayRelease={admin} />
      <FailingFiles maySetAside={admin} />
      {list.isPending && <Skeleton rows={6} />}
      {list.isError && !list.data && <Failure error={list.error} again={() => list.refetch()} />}
      {list.data && reviews.length === 0 && <Empty title={t('filing.desk.none')} />}
      {reviews.length > 0 && (
        <table className="tbl tbl--cards">
          <caption className="vh">{t('filing.desk.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('filing.list.title')}</th>
              <th scope="col">{t('filing.list.type')}</th>
              <th scope="col">{t('filing.list.province')}</th>
              <th scope="col">{t('filing.desk.due')}</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map((review) => (
              <tr key={review.number}>
                <th scope="row">
                  <Link to="/operator/filings/$number" params={{ number: review.number }}>
                    <span className="sx">{review.title || review.number}</span>
                  </Link>{' '}
                  <small className="muted">{review.number}</small>
                </th>
                <td data-l={t('filing.list.type')}>{sentence(review.typeName)}</td>
                <td className="one-line" data-l={t('filing.list.province')}>
                  {review.province ? provinceName(review.province) : '–'}
                </td>
                <td className="one-line" data-l={t('filing.desk.due')}>
                  <State shape={review.late ? 'fail' : review.claimedBy ? 'run' : 'wait'}>
                    {review.dueAt ? dayAndTime(review.dueAt) : '–'}
                  </State>
                  {review.claimedBy && <small> {t('filing.desk.claimed')}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Older list={list} urgent />
      <BureauMatters />
    </div>
  )
}

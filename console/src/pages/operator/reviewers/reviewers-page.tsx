import { useQuery } from '@tanstack/react-query'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { count } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { useSearch } from '../../../router/place.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { figuresQuery } from './figures-query.ts'
import { shareOf, spanText } from './spans.ts'

export function ReviewersPage() {
  return (
    <OperatorFrame
      needs={['reviewer', 'qualification-reviewer']}
      title={t('reviewers.title')}
      api="GET /v1/operator/reviews/figures"
    >
      {({ clock }) => <ReviewersBody today={clock.today} />}
    </OperatorFrame>
  )
}

function ReviewersBody({ today }: { today: string }) {
  const asked = useSearch('from', 'until')
  const figures = useQuery({ ...figuresQuery(asked), placeholderData: (before) => before })
  const look = (next: { from?: string; until?: string }) =>
    go({ to: '/operator/reviewers', search: { ...asked, ...next }, replace: true })
  const rows = figures.data?.reviewers ?? []
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('reviewers.title')}</h1>
          <p>{t('reviewers.lead')}</p>
        </div>
      </div>
      <div className="filters">
        <TextField
          id="figures-from"
          label={t('reviewers.from')}
          type="date"
          max={figures.data?.until ?? today}
          value={figures.data?.from ?? ''}
          onChange={(event) => look({ from: event.target.value })}
        />
        <TextField
          id="figures-until"
          label={t('reviewers.until')}
          type="date"
          max={today}
          value={figures.data?.until ?? ''}
          onChange={(event) => look({ until: event.target.value })}
        />
      </div>
      {figures.isPending && <Skeleton rows={4} />}
      {figures.isError && <Failure error={figures.error} again={() => figures.refetch()} />}
      {figures.data && rows.length === 0 && <Empty title={t('reviewers.none')}>{t('reviewers.noneWhy')}</Empty>}
      {rows.length > 0 && (
        <table className="tbl tbl--cards">
          <thead>
            <tr>
              <th scope="col">{t('reviewers.reviewer')}</th>
              {(['passed', 'passedFirst', 'refused', 'share', 'median', 'longest'] as const).map((column) => (
                <th scope="col" className="num" key={column}>
                  {t(`reviewers.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.reviewer}>
                <th scope="row" className="full">
                  <code>{row.reviewer}</code> {row.you && <b>{t('reviewers.you')}</b>}
                </th>
                <td className="num" data-l={t('reviewers.passed')}>
                  {count(row.passed)}
                </td>
                <td className="num" data-l={t('reviewers.passedFirst')}>
                  {count(row.passedFirst)}
                </td>
                <td className="num" data-l={t('reviewers.refused')}>
                  {count(row.refused)}
                </td>
                <td className="num" data-l={t('reviewers.share')}>
                  {shareOf(row.refused, row.passed + row.passedFirst + row.refused)}
                </td>
                <td className="num" data-l={t('reviewers.median')}>
                  {spanText(row.medianMinutes)}
                </td>
                <td className="num" data-l={t('reviewers.longest')}>
                  {spanText(row.longestMinutes)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

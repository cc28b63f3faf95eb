import { useInfiniteQuery } from '@tanstack/react-query'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Older } from '../../../design/older.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime, longDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { provinceName } from '../../filing/rules/province-name.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { entriesQuery, type QueuedEntry } from './entry-queries.ts'

/** 录入管局网站: what no interface carries, and an operator enters at the bureau's own site; the most urgent first. */
export function EntriesPage() {
  return (
    <OperatorFrame needs="reviewer" title={t('operator.filingEntries')} api="GET /v1/filing-entries">
      {() => <Entries />}
    </OperatorFrame>
  )
}

function Entries() {
  const list = useInfiniteQuery(entriesQuery)
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('operator.filingEntries')}</h1>
          <p>{t('filing.entries.lead')}</p>
        </div>
      </div>
      {list.isPending && <Skeleton rows={5} />}
      {list.isError && !list.data && <Failure error={list.error} again={() => list.refetch()} />}
      {list.data && entries.length === 0 && <Empty title={t('filing.entries.none')} />}
      {entries.length > 0 && (
        <table className="tbl tbl--cards">
          <caption className="vh">{t('operator.filingEntries')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('filing.list.title')}</th>
              <th scope="col">{t('filing.site.kind')}</th>
              <th scope="col">{t('filing.list.province')}</th>
              <th scope="col">{t('filing.list.state')}</th>
              <th scope="col">{t('filing.desk.due')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.number}>
                <th scope="row" className="full">
                  <Link to="/operator/filing-entries/$number" params={{ number: entry.number }}>
                    <span className="sx">{entry.title || entry.number}</span>
                  </Link>{' '}
                  <small className="muted">{entry.number}</small>
                </th>
                <td data-l={t('filing.site.kind')}>{kindsOf(entry)}</td>
                <td className="one-line" data-l={t('filing.list.province')}>
                  {entry.province ? provinceName(entry.province) : '–'}
                </td>
                <td data-l={t('filing.list.state')}>
                  {entry.handedIn
                    ? t('filing.entries.handedIn', { on: longDate(entry.handedIn.on) })
                    : t('filing.entries.toEnter')}
                  {entry.claimedBy && <small> {t('filing.entries.claimed')}</small>}
                </td>
                <td className="one-line" data-l={t('filing.desk.due')}>
                  <State shape={entry.late ? 'fail' : entry.claimedBy ? 'run' : 'wait'}>
                    {entry.dueAt ? dayAndTime(entry.dueAt) : '–'}
                  </State>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Older list={list} urgent />
    </>
  )
}

export function kindsOf({ kinds }: Pick<QueuedEntry, 'kinds'>): string {
  return kinds.map((kind) => t(`filing.kind.${kind as 'app'}`)).join(t('listComma'))
}

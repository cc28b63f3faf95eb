import { useQuery } from '@tanstack/react-query'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { type CatalogChange, changesQuery } from './catalog-queries.ts'
import { leavesOf } from './leaves-of.ts'
import { fieldTitle, showValue } from './show-value.ts'
import { standingOf, standingShapes } from './standing.ts'

/** Changes of one suffix, or of all, newest first; each leads to its own page. */
export function ChangesTable({ suffix, today }: { suffix?: string; today: string }) {
  const changes = useQuery(changesQuery(suffix))
  if (changes.isPending) return <Skeleton rows={3} />
  if (changes.isError) return <Failure error={changes.error} again={() => changes.refetch()} />
  const rows = changes.data.changes
  if (rows.length === 0)
    return suffix === undefined ? (
      <Empty
        title={t('operator.noChanges')}
        acts={
          <Link className="btn btn--main" to="/operator/catalog">
            {t('operator.catalog')}
          </Link>
        }
      >
        {t('operator.noChangesWhy')}
      </Empty>
    ) : (
      <p className="soft small">{t('operator.noChangesOf')}</p>
    )
  return (
    <table className="tbl tbl--cards changes">
      <thead>
        <tr>
          <th scope="col">{t('operator.change')}</th>
          <th scope="col">{t('operator.days')}</th>
          <th scope="col">{t('operator.note')}</th>
          <th scope="col">{t('operator.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((change) => (
          <ChangeRow key={change.id} change={change} today={today} named={suffix === undefined} />
        ))}
      </tbody>
    </table>
  )
}

function ChangeRow({ change, today, named }: { change: CatalogChange; today: string; named: boolean }) {
  const standing = standingOf(change, today)
  const leaves = leavesOf(change.patch)
  return (
    <tr>
      <th scope="row">
        <Link to="/operator/catalog/$suffix/$change" params={{ suffix: change.suffix, change: change.id }}>
          {named && <b className="sx">.{change.suffix} </b>}
          {leaves
            .slice(0, 2)
            .map(({ field, value }) => `${fieldTitle(field)}${t('colon')}${showValue(field, value)}`)
            .join(t('semicolon')) || t('operator.empty')}
          {leaves.length > 2 && t('operator.andMore', { count: leaves.length - 2 })}
        </Link>
      </th>
      <td className="days">{daysOf(change)}</td>
      <td className="reason">
        {change.note}
        <small className="muted">{t('operator.madeAt', { time: dayAndTime(change.madeAt) })}</small>
      </td>
      <td className="stands">
        <State shape={standingShapes[standing]}>{t(`operator.stands.${standing}`)}</State>
      </td>
    </tr>
  )
}

/** From when until when a change counts. */
export function daysOf({ from, until }: Pick<CatalogChange, 'from' | 'until'>): string {
  return until === null ? t('operator.fromDay', { from }) : t('operator.fromUntilDay', { from, until })
}

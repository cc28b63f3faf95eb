import { useQuery } from '@tanstack/react-query'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { type CatalogChange, changesQuery } from './catalog-queries.ts'
import { ChangePreviewed } from './change-preview.tsx'
import { daysOf } from './changes-table.tsx'
import { leavesOf } from './leaves-of.ts'
import { OperatorFrame } from './operator-frame.tsx'
import { fieldTitle, showValue } from './show-value.ts'
import { standingOf, standingShapes } from './standing.ts'
import { Withdraw } from './withdraw.tsx'

export function ChangePage() {
  const { suffix, change } = useParams('/operator/catalog/$suffix/$change')
  return (
    <OperatorFrame
      needs="catalog"
      title={t('operator.changeOf', { suffix })}
      api={`GET /v1/operator/catalog/changes/${change}/preview`}
    >
      {({ clock }) => (
        <>
          <p className="crumb">
            <Link to="/operator/catalog">{t('operator.catalog')}</Link>
            {'\u2003›\u2003'}
            <Link to="/operator/catalog/$suffix" params={{ suffix }}>
              <span className="sx">.{suffix}</span>
            </Link>
            {'\u2003›\u2003'}
            {t('operator.change')}
          </p>
          <ChangeBody suffix={suffix} id={change} today={clock.today} />
        </>
      )}
    </OperatorFrame>
  )
}

function ChangeBody({ suffix, id, today }: { suffix: string; id: string; today: string }) {
  const changes = useQuery(changesQuery(suffix))
  if (changes.isPending) return <Skeleton rows={8} />
  if (changes.isError) return <Failure error={changes.error} again={() => changes.refetch()} />
  const change = changes.data.changes.find((each) => each.id === id)
  if (!change)
    return (
      <Empty
        top
        title={t('operator.noChange')}
        acts={
          <Link className="btn btn--main" to="/operator/changes">
            {t('operator.changes')}
          </Link>
        }
      >
        {t('operator.noChangeWhy')}
      </Empty>
    )
  const standing = standingOf(change, today)
  const over = standing === 'withdrawn' || standing === 'over'
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('operator.changeOf', { suffix: change.suffix })}</h1>
          <p>
            {daysOf(change)}
            {'\u2003'}
            <State shape={standingShapes[standing]}>{t(`operator.stands.${standing}`)}</State>
          </p>
        </div>
        {!over && standing !== 'draft' && (
          <div className="acts">
            <Withdraw change={change} revision={changes.data.revision} />
          </div>
        )}
      </div>
      <div className="two">
        <div className="stack-l">
          {change.state === 'draft' ? <ChangePreviewed change={change} /> : <Settled change={change} />}
        </div>
        <aside className="panel" aria-label={t('operator.thisChange')}>
          <h2>{t('operator.thisChange')}</h2>
          <History change={change} />
        </aside>
      </div>
    </>
  )
}

/** What a change that is published or withdrawn set. */
function Settled({ change }: { change: CatalogChange }) {
  return (
    <section className="sec">
      <h2>{t('operator.sets')}</h2>
      <dl className="facts sets">
        {leavesOf(change.patch).map(({ field, value }) => (
          <div key={field}>
            <dt>{fieldTitle(field)}</dt>
            <dd>{showValue(field, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function History({ change }: { change: CatalogChange }) {
  const times = [
    [t('operator.made'), change.madeAt],
    [t('operator.published'), change.publishedAt],
    [t('operator.withdrawn'), change.withdrawnAt],
  ] as const
  return (
    <dl className="facts">
      <div>
        <dt>{t('operator.note')}</dt>
        <dd>{change.note}</dd>
      </div>
      {times.map(
        ([label, at]) =>
          at !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{dayAndTime(at)}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '../../api/problem.ts'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams, usePlace } from '../../router/place.ts'
import { changesQuery, suffixOnQuery } from './catalog-queries.ts'
import { ChangeForm } from './change-form.tsx'
import { ChangesTable } from './changes-table.tsx'
import { OperatorFrame } from './operator-frame.tsx'
import { stateOfSuffix } from './suffix-state.ts'

export function CatalogSuffixPage() {
  const { suffix } = useParams('/operator/catalog/$suffix')
  return (
    <OperatorFrame needs="catalog" title={`.${suffix}`} api="POST /v1/operator/catalog/changes">
      {({ clock }) => (
        <>
          <p className="crumb">
            <Link to="/operator/catalog">{t('operator.catalog')}</Link>
            {'\u2003›\u2003'}
            <span className="sx">.{suffix}</span>
          </p>
          <SuffixBody key={suffix} suffix={suffix} today={clock.today} />
        </>
      )}
    </OperatorFrame>
  )
}

function SuffixBody({ suffix, today }: { suffix: string; today: string }) {
  const known = useQuery(suffixOnQuery(suffix, today))
  const draft = new URLSearchParams(usePlace().search).get('draft')
  const changes = useQuery(changesQuery(known.data?.suffix ?? suffix))
  if (known.isPending) return <Skeleton rows={10} />
  if (known.isError)
    return known.error instanceof ApiProblem && known.error.status === 404 ? (
      <Empty
        top
        title={t('suffix.unknown', { suffix })}
        acts={
          <Link className="btn btn--main" to="/operator/catalog">
            {t('operator.catalog')}
          </Link>
        }
      >
        {t('operator.noneWhy')}
      </Empty>
    ) : (
      <Failure error={known.error} again={() => known.refetch()} />
    )
  const instead = changes.data?.changes.find(({ id, state }) => id === draft && state === 'draft')
  const { shape, text } = stateOfSuffix(known.data)
  return (
    <>
      <div className="head">
        <div>
          <h1>
            <span className="sx" title={`.${known.data.ascii}`}>
              .{known.data.suffix}
            </span>
          </h1>
          <p>
            {sentence(known.data.meaning)}
            {'\u2003'}
            <State shape={shape}>{t(text)}</State>
          </p>
        </div>
        <div className="acts">
          <Link className="btn" to="/suffixes/$suffix" params={{ suffix: known.data.suffix }}>
            {t('operator.publicPage')}
          </Link>
        </div>
      </div>
      <div className="stack-l">
        <section className="sec">
          <h2>{t('operator.changesOf', { suffix: known.data.suffix })}</h2>
          <ChangesTable suffix={known.data.suffix} today={today} />
        </section>
        <section className="sec" id="draft">
          <h2>
            {t(instead ? 'operator.redraft' : 'operator.newChange')}
            <small>{t(instead ? 'operator.redraftWhy' : 'operator.newChangeWhy')}</small>
          </h2>
          {draft !== null && changes.isPending ? (
            <Skeleton rows={8} />
          ) : (
            <ChangeForm key={instead?.id ?? ''} suffix={known.data.suffix} today={today} instead={instead} />
          )}
        </section>
      </div>
    </>
  )
}

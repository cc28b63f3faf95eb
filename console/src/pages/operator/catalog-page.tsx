import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Suffix } from '../../api/types.ts'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { stay } from '../../router/history.ts'
import { usePlace } from '../../router/place.ts'
import { allSuffixesQuery, changesQuery } from './catalog-queries.ts'
import { CatalogTable } from './catalog-table.tsx'
import { OperatorFrame } from './operator-frame.tsx'
import { findSuffixes, type Sold } from './suffix-state.ts'

export function CatalogPage() {
  return (
    <OperatorFrame needs="catalog" title={t('operator.catalog')} api="GET /v1/catalog/suffixes?all=true">
      {({ clock }) => <CatalogBody today={clock.today} />}
    </OperatorFrame>
  )
}

const ways: readonly Sold[] = ['sold', 'not-sold', 'all']

function CatalogBody({ today }: { today: string }) {
  const catalog = useQuery(allSuffixesQuery)
  // The list is of use without the marks of changes on the way.
  const changes = useQuery(changesQuery())
  const asked = new URLSearchParams(usePlace().search)
  const sold = ways.find((way) => way === asked.get('sold')) ?? 'sold'
  const [text, setText] = useState(asked.get('q') ?? '')
  const look = (next: { q?: string; sold?: Sold }) =>
    stay({ to: '/operator/catalog', search: { q: text.trim(), sold, ...next }, replace: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the typing, not the other way round
  useEffect(() => {
    if (text.trim() === (asked.get('q') ?? '')) return
    const timer = setTimeout(() => look({}), 250)
    return () => clearTimeout(timer)
  }, [text])
  const all: Suffix[] = catalog.data?.suffixes ?? []
  const shown = findSuffixes(all, text, sold)
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('operator.catalog')}</h1>
          <p>{t('operator.catalogLead')}</p>
        </div>
      </div>
      <div className="filters">
        <label className="vh" htmlFor="find-suffix">
          {t('prices.find')}
        </label>
        <input
          className="in"
          id="find-suffix"
          type="search"
          placeholder={t('operator.findExample')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Segmented
          label={t('operator.sold')}
          value={sold}
          options={ways.map((value) => ({ value, text: t(`operator.sold.${value}`) }))}
          onChange={(next) => look({ sold: next })}
        />
        <span className="small muted total-count" role="status">
          {catalog.data && t('prices.count', { count: shown.length })}
        </span>
      </div>
      {catalog.isPending && <Skeleton rows={12} />}
      {catalog.isError && <Failure error={catalog.error} again={() => catalog.refetch()} />}
      {changes.isError && <Failure error={changes.error} again={() => changes.refetch()} />}
      {catalog.data && shown.length === 0 && <Empty title={t('prices.none')}>{t('operator.noneWhy')}</Empty>}
      {shown.length > 0 && <CatalogTable suffixes={shown} changes={changes.data?.changes ?? []} today={today} />}
    </>
  )
}

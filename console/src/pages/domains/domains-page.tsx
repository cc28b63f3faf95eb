import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { keepNew } from '../../api/keep-new.ts'
import { type DomainFilter, domainPage } from '../../api/queries.ts'
import type { DomainTab } from '../../api/types.ts'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { stay } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { DomainStrip } from './domain-strip.tsx'
import { DomainTable } from './domain-table.tsx'
import { DomainTools } from './domain-tools.tsx'
import './domains-page.css'

const tabs: DomainTab[] = ['all', 'yours', 'expiring', 'unverified', 'executing', 'holder-change', 'expired']

export function DomainsPage() {
  const { tab = 'all', sort = 'expiry' } = useSearch('tab', 'sort')
  return (
    <Page title={t('nav.domains')} api={`GET /v1/domains?tab=${tab}&sort=${sort}&cursor=`}>
      <div className="head">
        <div>
          <h1>{t('nav.domains')}</h1>
        </div>
        <div className="acts">
          <Link className="btn btn--main" to="/">
            {t('domains.register')}
          </Link>
        </div>
      </div>
      <SignedIn>{() => <Domains />}</SignedIn>
    </Page>
  )
}

function Domains() {
  const search = useSearch('tab', 'sort', 'q', 'suffix')
  const filter: DomainFilter = {
    tab: search.tab ?? 'all',
    sort: search.sort ?? 'expiry',
    q: search.q ?? '',
    suffix: search.suffix ?? '',
  }
  const domains = useInfiniteQuery({
    queryKey: ['domains', filter],
    queryFn: ({ pageParam, signal }) => domainPage(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (previous) => previous,
    // What was just bought comes in, and states move; somebody who has scrolled far down is not asked to wait for all of it.
    refetchInterval: ({ state }) => keepNew((state.data?.pages.length ?? 1) > 1 ? 60_000 : 10_000)({ state }),
  })
  const first = domains.data?.pages[0]
  const mayFetch = domains.hasNextPage && !domains.isFetchingNextPage && !domains.isFetchNextPageError
  const items = useMemo(() => domains.data?.pages.flatMap((page) => page.items) ?? [], [domains.data])
  const [known, setKnown] = useState<string[]>([])
  useEffect(() => {
    setKnown((before) => [...new Set([...before, ...items.map((item) => item.suffix)])])
  }, [items])
  const change = (next: Partial<DomainFilter>) =>
    stay({
      to: '/domains',
      search: Object.fromEntries(
        Object.entries({ ...search, ...next }).filter(([, value]) => value !== '' && value !== undefined),
      ),
      replace: true,
    })

  if (domains.isPending) return <Skeleton rows={10} />
  if (domains.isLoadingError) return <Failure error={domains.error} again={() => domains.refetch()} />
  if (!first) return null
  if (first.counts.all === 0)
    return (
      <Empty
        title={t('domains.empty')}
        acts={
          <Link className="btn" to="/prices">
            {t('prices.title')}
          </Link>
        }
      >
        {t('domains.emptyWhy')}
      </Empty>
    )
  return (
    <>
      <DomainStrip page={first} />
      <nav className="tabs" aria-label={t('domains.tabs')}>
        {tabs.map((tab) => (
          <Link
            key={tab}
            to="/domains"
            search={{ ...search, tab }}
            aria-current={filter.tab === tab ? 'page' : undefined}
          >
            {tab === 'yours' ? <State shape="you">{t('domains.tab.yours')}</State> : t(`domains.tab.${tab}`)}
            <small>{count(first.counts[tab])}</small>
          </Link>
        ))}
      </nav>
      <DomainTools filter={filter} suffixes={known} onChange={change} />
      {items.length === 0 ? (
        <Empty title={t('domains.none')}>{t('domains.noneWhy')}</Empty>
      ) : (
        <DomainTable
          key={JSON.stringify(filter)}
          items={items}
          filter={filter}
          total={filter.q || filter.suffix ? null : first.counts[filter.tab as DomainTab]}
          more={mayFetch ? () => domains.fetchNextPage() : undefined}
          fetching={domains.isFetchingNextPage}
        />
      )}
      {domains.isFetchNextPageError && <Failure error={domains.error} again={() => domains.fetchNextPage()} />}
    </>
  )
}

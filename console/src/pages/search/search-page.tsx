import { useQuery } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react'
import { catalogQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { loadRestOfText, t } from '../../i18n/text.ts'
import { ListDock, ListPanel } from '../../list/list-panel.tsx'
import { useNameList } from '../../list/use-name-list.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { Course } from './course.tsx'
import { SearchResults } from './search-results.tsx'
import './search-page.css'

/** It arrives with its words, which a search of one name does without. */
const BulkSearch = lazy(async () => {
  const [file] = await Promise.all([import('./bulk/bulk-search.tsx'), loadRestOfText()])
  return file
})

/** The suffixes offered as chips before the catalogue is read and after it, in this order. */
const usual = ['cn', 'com', '中国', '公司', '网络', '网址', '商标', 'top', 'xyz']

export function SearchPage() {
  const { q = '', suffixes = '', mode } = useSearch('q', 'suffixes', 'mode')
  const list = useNameList()
  const [text, setText] = useState(q)
  useEffect(() => setText(q), [q])
  const { data: catalog } = useQuery(catalogQuery())
  const offered = usual.filter(
    (suffix) => !catalog || catalog.suffixes.some((each) => each.suffix === suffix && each.supports.register),
  )
  const chosen = suffixes === '' ? [] : suffixes.split(',')
  const bulk = mode === 'bulk'
  const find = (name: string) =>
    go({ to: '/', search: { ...(name ? { q: name } : {}), ...(suffixes ? { suffixes } : {}) } })
  const choose = (next: string[]) =>
    go({
      to: '/',
      search: { ...(q ? { q } : {}), ...(next.length > 0 ? { suffixes: next.join(',') } : {}) },
      replace: true,
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const name = text.trim()
    if (name === '') document.getElementById('q')?.focus()
    else find(name)
  }
  return (
    <Page
      title={t('search.title')}
      api={bulk ? 'POST /v1/search/bulk' : `GET /v1/search?q=${q || '…'} (text/event-stream)`}
      dock={list.items.length > 0 && <ListDock list={list} />}
    >
      <section className="hero">
        <h1>{t('search.heading')}</h1>
        <p>{t('search.lead')}</p>
        <nav className="mode" aria-label={t('search.mode')}>
          <Link to="/" search={q ? { q } : {}} aria-current={bulk ? undefined : 'true'}>
            {t('search.single')}
          </Link>
          <Link to="/" search={{ mode: 'bulk' }} aria-current={bulk ? 'true' : undefined}>
            {t('search.bulk')}
            <span className="muted">{t('search.bulkLimit')}</span>
          </Link>
        </nav>
        {!bulk && (
          <>
            <search>
              <form className="ask" onSubmit={submit}>
                <label className="vh" htmlFor="q">
                  {t('search.label')}
                </label>
                <input
                  className="in"
                  id="q"
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  enterKeyHint="search"
                />
                <Button look="ink" type="submit">
                  {t('search.button')}
                </Button>
              </form>
            </search>
            <fieldset className="chips" aria-label={t('search.suffixes')}>
              <Chip text={t('search.all')} on={chosen.length === 0} onChange={() => choose([])} />
              {offered.map((suffix) => (
                <Chip
                  key={suffix}
                  text={`.${suffix}`}
                  on={chosen.includes(suffix)}
                  onChange={(on) => choose(on ? [...chosen, suffix] : chosen.filter((other) => other !== suffix))}
                />
              ))}
              <Link to="/prices">{t('search.allSuffixes')}</Link>
            </fieldset>
          </>
        )}
        {!bulk && <Course />}
      </section>
      <div className="two">
        {bulk ? (
          <Suspense fallback={<Skeleton rows={6} />}>
            <BulkSearch list={list} />
          </Suspense>
        ) : (
          <SearchResults q={q} suffixes={suffixes} list={list} onSearch={find} />
        )}
        <ListPanel list={list} />
      </div>
    </Page>
  )
}

function Chip({ text, on, onChange }: { text: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="chip">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{text}</span>
    </label>
  )
}

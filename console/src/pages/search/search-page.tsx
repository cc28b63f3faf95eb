import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo } from 'react'
import { catalogQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { t } from '../../i18n/text.ts'
import { ListDock, ListPanel } from '../../list/list-panel.tsx'
import { useNameList } from '../../list/use-name-list.ts'
import { go, stay } from '../../router/history.ts'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { Course } from './course.tsx'
import { SearchModes } from './search-modes.tsx'
import { SearchResults } from './search-results.tsx'
import { SuffixChoice } from './suffix-choice.tsx'
import { useTypedWord } from './use-typed-word.ts'
import './search-page.css'

export function SearchPage() {
  const { q = '', suffixes = '' } = useSearch('q', 'suffixes')
  const list = useNameList()
  const { data: catalog } = useQuery(catalogQuery())
  const offered = useMemo(
    () => catalog?.suffixes.filter(({ supports, flow }) => supports.register && flow !== 'personal-name'),
    [catalog],
  )
  const known = useMemo(() => catalog?.suffixes.map(({ suffix }) => suffix) ?? [], [catalog])
  const find = (name: string, replace = false) =>
    stay({ to: '/', search: { ...(name ? { q: name } : {}), ...(suffixes ? { suffixes } : {}) }, replace })
  const word = useTypedWord({ q, suffixes: known, find })
  const choose = (next: readonly string[]) =>
    go({
      to: '/',
      search: { ...(q ? { q } : {}), ...(next.length > 0 ? { suffixes: next.join(',') } : {}) },
      replace: true,
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!word.ask()) document.getElementById('q')?.focus()
  }
  return (
    <Page
      title={t('search.title')}
      api={`GET /v1/search?q=${q || '…'} (text/event-stream)`}
      dock={list.items.length > 0 && <ListDock list={list} />}
    >
      <section className="hero">
        <h1>{t('search.heading')}</h1>
        <p>{t('search.lead')}</p>
        <SearchModes q={q} />
        <search>
          <form className="ask" onSubmit={submit}>
            <label className="vh" htmlFor="q">
              {t('search.label')}
            </label>
            <input
              className="in"
              id="q"
              value={word.text}
              onChange={word.onChange}
              onCompositionEnd={word.onCompositionEnd}
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
        <SuffixChoice offered={offered} chosen={suffixes === '' ? [] : suffixes.split(',')} onChoose={choose} />
        <Course />
      </section>
      <div className="two">
        <SearchResults q={q} suffixes={suffixes} list={list} onSearch={find} />
        <ListPanel list={list} />
      </div>
    </Page>
  )
}

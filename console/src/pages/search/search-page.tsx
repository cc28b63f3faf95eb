import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { catalogQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { t } from '../../i18n/text.ts'
import { ListDock, ListPanel } from '../../list/list-panel.tsx'
import { useNameList } from '../../list/use-name-list.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { Course } from './course.tsx'
import { SearchModes } from './search-modes.tsx'
import { SearchResults } from './search-results.tsx'
import './search-page.css'

/** The suffixes offered as chips before the catalogue is read and after it, in this order. */
const usual = ['cn', 'com', '中国', '公司', '网络', '网址', '商标', 'top', 'xyz']

export function SearchPage() {
  const { q = '', suffixes = '' } = useSearch('q', 'suffixes')
  const list = useNameList()
  const [text, setText] = useState(q)
  useEffect(() => setText(q), [q])
  const { data: catalog } = useQuery(catalogQuery())
  const offered = usual.filter(
    (suffix) => !catalog || catalog.suffixes.some((each) => each.suffix === suffix && each.supports.register),
  )
  const chosen = suffixes === '' ? [] : suffixes.split(',')
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
        <Course />
      </section>
      <div className="two">
        <SearchResults q={q} suffixes={suffixes} list={list} onSearch={find} />
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

import { useEffect, useRef, useState } from 'react'
import { type DomainFilter, exportOfNames } from '../../api/queries.ts'
import { t } from '../../i18n/text.ts'

interface Props {
  filter: DomainFilter
  suffixes: string[]
  onChange: (next: Partial<DomainFilter>) => void
}

const sorts = ['expiry', '-expiry', 'name'] as const

export function DomainTools({ filter, suffixes, onChange }: Props) {
  const [text, setText] = useState(filter.q)
  // The newest: what was chosen while the typing was waited for must not be undone by it.
  const newest = useRef(onChange)
  useEffect(() => {
    newest.current = onChange
  })
  // The address that this field has written; any other comes from a link or the way back, and the field follows it.
  const written = useRef(filter.q)
  useEffect(() => {
    if (filter.q === written.current) return
    written.current = filter.q
    setText(filter.q)
  }, [filter.q])
  useEffect(() => {
    const typed = text.trim()
    if (typed === written.current) return
    const timer = setTimeout(() => {
      written.current = typed
      newest.current({ q: typed })
    }, 250)
    return () => clearTimeout(timer)
  }, [text])
  const shown = [...new Set([...suffixes, ...(filter.suffix ? [filter.suffix] : [])])].sort()
  return (
    <div className="tools">
      <label className="vh" htmlFor="filter">
        {t('domains.filter')}
      </label>
      <input
        className="in"
        id="filter"
        value={text}
        placeholder={t('domains.filterExample')}
        onChange={(event) => setText(event.target.value)}
      />
      <label className="vh" htmlFor="suffix">
        {t('search.suffixes')}
      </label>
      <select
        className="sel"
        id="suffix"
        value={filter.suffix}
        onChange={(event) => onChange({ suffix: event.target.value })}
      >
        <option value="">{t('domains.allSuffixes')}</option>
        {shown.map((suffix) => (
          <option key={suffix} value={suffix}>
            .{suffix}
          </option>
        ))}
      </select>
      <label className="vh" htmlFor="sort">
        {t('domains.sort')}
      </label>
      <select
        className="sel"
        id="sort"
        value={filter.sort}
        onChange={(event) => onChange({ sort: event.target.value })}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`domains.sort.${sort}`)}
          </option>
        ))}
      </select>
      <a className="btn" href={exportOfNames(filter)} download>
        {t('domains.export')}
      </a>
    </div>
  )
}

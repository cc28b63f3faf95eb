import { useEffect, useState } from 'react'
import type { DomainFilter } from '../../api/queries.ts'
import type { DomainRow } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

interface Props {
  filter: DomainFilter
  suffixes: string[]
  items: DomainRow[]
  onChange: (next: Partial<DomainFilter>) => void
}

const sorts = ['expiry', '-expiry', 'name'] as const

export function DomainTools({ filter, suffixes, items, onChange }: Props) {
  const [text, setText] = useState(filter.q)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the typing, not the other way round
  useEffect(() => {
    if (text.trim() === filter.q) return
    const timer = setTimeout(() => onChange({ q: text.trim() }), 250)
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
      <Button onClick={() => exportNames(items)}>{t('domains.export')}</Button>
    </div>
  )
}

/** Saves the rows that have been loaded. */
function exportNames(items: DomainRow[]): void {
  const head = [t('confirm.name'), 'ASCII', t('domains.state'), t('domains.expires'), t('domains.autoRenew')]
  const rows = items.map((item) => [
    item.name,
    item.ascii,
    pick(item.serviceState.title),
    item.expiresOn,
    t(item.autoRenew ? 'yes' : 'no'),
  ])
  const csv = `\ufeff${[head, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  link.download = 'yuming-domains.csv'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

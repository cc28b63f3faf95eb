import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DomainFilter } from '../../api/queries.ts'
import type { DomainRow } from '../../api/types.ts'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DomainTableRow } from './domain-table-row.tsx'
import { asLoaded, useChosen } from './use-chosen.ts'
import { useRowKeys } from './use-row-keys.ts'

interface Props {
  items: DomainRow[]
  filter: DomainFilter
  /** How many there are in all; null when a filter makes it unknown. */
  total: number | null
  more: (() => void) | undefined
  fetching: boolean
}

/** Only the rows near the window are in the page; two rows of nothing hold the place of the others. */
export function DomainTable({ items, filter, total, more, fetching }: Props) {
  const { chosen, toggle, choose } = useChosen()
  const table = useRef<HTMLTableElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(table.current?.offsetTop ?? 0), [])
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 65,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (index) => items[index]?.ascii ?? index,
  })
  useRowKeys({
    length: items.length,
    scrollTo: (index) => rows.scrollToIndex(index, { align: 'auto' }),
    onToggle: (index) => {
      const item = items[index]
      if (item) toggle(item)
    },
  })
  const visible = rows.getVirtualItems()
  const last = visible.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - 40) more?.()
  }, [last, items.length, more])
  const above = (visible[0]?.start ?? margin) - margin
  const below = rows.getTotalSize() - ((visible.at(-1)?.end ?? margin) - margin)
  return (
    <>
      {chosen.size > 0 && <BulkBar chosen={asLoaded(chosen, items)} total={total} filter={filter} onChoose={choose} />}
      <table className="tbl tbl--cards domains" ref={table} aria-rowcount={(total ?? items.length) + 1}>
        <thead>
          <tr>
            <th scope="col" className="c-tick">
              <label className="tick">
                <input
                  type="checkbox"
                  checked={chosen.size > 0 && items.every((item) => chosen.has(item.ascii))}
                  onChange={(event) => choose(event.target.checked ? items : [])}
                />
                <span className="vh">{t('domains.chooseLoaded', { count: items.length })}</span>
              </label>
            </th>
            <th scope="col">{t('confirm.name')}</th>
            <th scope="col">{t('domains.state')}</th>
            <th scope="col">{t('domains.expires')}</th>
            <th scope="col">{t('domains.autoRenew')}</th>
            <th scope="col" className="num">
              {t('confirm.acts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && (
            <tr className="space">
              <td colSpan={6} style={{ height: above }} />
            </tr>
          )}
          {visible.map((row) => {
            const item = items[row.index]
            return (
              item && (
                <DomainTableRow
                  key={row.key}
                  item={item}
                  index={row.index}
                  measure={rows.measureElement}
                  chosen={chosen.has(item.ascii)}
                  onToggle={() => toggle(item)}
                />
              )
            )
          })}
          {below > 0 && (
            <tr className="space">
              <td colSpan={6} style={{ height: below }} />
            </tr>
          )}
        </tbody>
      </table>
      <div className="pager">
        <span role="status">
          {fetching
            ? t('loading')
            : total === null
              ? t('domains.loaded', { count: count(items.length) })
              : t('domains.loadedOf', { count: count(items.length), total: count(total) })}
        </span>
        <span className="wide">
          {t('domains.keys')} <kbd>J</kbd> <kbd>K</kbd> {t('domains.keysMove')} <kbd>X</kbd> {t('domains.keysChoose')}{' '}
          <kbd>/</kbd> {t('domains.keysFilter')}
        </span>
      </div>
    </>
  )
}

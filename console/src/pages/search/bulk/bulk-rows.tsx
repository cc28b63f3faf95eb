import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { DomainName } from '../../../design/domain-name.tsx'
import { sentenceOf } from '../../../design/sentence-of.ts'
import { type Shape, State } from '../../../design/state.tsx'
import { toast } from '../../../design/toast.tsx'
import { price } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import type { useNameList } from '../../../list/use-name-list.ts'
import type { BulkRow, BulkState } from './bulk-row.ts'

const shapes: Record<BulkState, Shape> = {
  free: 'ok',
  conditional: 'you',
  taken: 'todo',
  reserved: 'no',
  refused: 'no',
  duplicate: 'off',
  unanswered: 'off',
}

/** Only the rows near the window are in the page: there may be 100,000. */
export function BulkRows({ rows, list }: { rows: readonly BulkRow[]; list: ReturnType<typeof useNameList> }) {
  const box = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => {
    const top = box.current?.getBoundingClientRect().top ?? 0
    setMargin(top + window.scrollY)
  }, [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 60,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (index) => rows[index]?.line ?? index,
  })
  return (
    <ul className="bulk-rows" ref={box} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index]
        return (
          row && (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              <Row row={row} list={list} />
            </li>
          )
        )
      })}
    </ul>
  )
}

function Row({ row, list }: { row: BulkRow; list: ReturnType<typeof useNameList> }) {
  const { line, typed, name, ascii, state, price: offered } = row
  const inList = ascii !== undefined && list.has(ascii)
  const toggle = async () => {
    if (!name || !ascii || !offered) return
    try {
      if (inList) await list.drop(ascii)
      else await list.add({ name, ascii, suffix: name.slice(name.indexOf('.') + 1), price: offered })
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <>
      <span className="line muted small">{line}</span>
      <div>
        {name ? <DomainName name={name} ascii={ascii ?? name} off={state !== 'free'} /> : <span>{typed}</span>}
        <small>{why(row)}</small>
      </div>
      <State shape={shapes[state]}>{t(`bulk.state.${state}`)}</State>
      {offered && <b className="num">{price(offered.registerFen)}</b>}
      {offered && name && (state === 'free' || state === 'conditional') && (
        <Button
          size="s"
          aria-pressed={inList}
          onClick={toggle}
          aria-label={t(inList ? 'search.dropName' : 'search.addName', { name })}
        >
          {t(inList ? 'search.inList' : 'search.add')}
        </Button>
      )}
    </>
  )
}

function why({ state, of, confirmed, findings }: BulkRow): string {
  if (state === 'duplicate' && of !== undefined) return t('bulk.sameAs', { line: of })
  if (confirmed === false) return t('search.unconfirmed')
  const [finding] = findings ?? []
  return finding ? `${sentence(finding.message)}（${finding.rule}）` : ''
}

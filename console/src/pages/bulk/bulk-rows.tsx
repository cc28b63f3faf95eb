import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../design/button.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { type Shape, State } from '../../design/state.tsx'
import { toast } from '../../design/toast.tsx'
import { price } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import type { useNameList } from '../../list/use-name-list.ts'
import type { BulkRow, BulkState } from './bulk-row.ts'

type List = ReturnType<typeof useNameList>

const shapes: Record<BulkState, Shape> = {
  free: 'ok',
  conditional: 'you',
  taken: 'todo',
  reserved: 'no',
  refused: 'no',
  duplicate: 'off',
  unanswered: 'off',
}

interface Props {
  rows: readonly BulkRow[]
  whyOf: (row: BulkRow) => string
  list: List
}

/** Only the rows near the window are in the page: there may be 100,000. */
export function BulkRows({ rows, whyOf, list }: Props) {
  const box = useRef<HTMLUListElement>(null)
  const margin = useTopOf(box)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 64,
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
              <Row row={row} why={whyOf(row)} list={list} />
            </li>
          )
        )
      })}
    </ul>
  )
}

/** Where an element begins in the document, in pixels, also after something above it has grown or gone. */
function useTopOf(box: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setTop(Math.round((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    measure()
    return () => observer.disconnect()
  }, [box])
  return top
}

function Row({ row, why, list }: { row: BulkRow; why: string; list: List }) {
  const { line, typed, name, ascii, state, price: offered } = row
  const buyable = state === 'free' || state === 'conditional'
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
      <span className="line num">{line}</span>
      <State shape={shapes[state]}>{t(`bulk.state.${state}`)}</State>
      <div className="name">
        {name ? (
          <DomainName name={name} ascii={ascii ?? name} off={!buyable} />
        ) : (
          <span className="typed">{typed}</span>
        )}
        {why && <small>{why}</small>}
      </div>
      {buyable && offered && name && (
        <>
          <b className="num">{price(offered.registerFen)}</b>
          <Button
            size="s"
            aria-pressed={inList}
            onClick={toggle}
            aria-label={t(inList ? 'search.dropName' : 'search.addName', { name })}
          >
            {t(inList ? 'search.inList' : 'search.add')}
          </Button>
        </>
      )}
    </>
  )
}

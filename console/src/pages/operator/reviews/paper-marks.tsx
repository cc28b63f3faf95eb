import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { t } from '../../../i18n/text.ts'
import type { ComparedRow } from './holder-rows.ts'
import { moved, type Place } from './mark-places.ts'

/** One row of the table, as it is marked on the photograph. */
export interface Mark {
  readonly row: ComparedRow
  /** The number of the row in the table. */
  readonly number: number
  readonly title: string
  readonly different: boolean
  readonly at: Place
}

interface Props {
  marks: readonly Mark[]
  /** Quarter turns of the photograph to the right. */
  turns: number
  onMove: (row: ComparedRow, at: Place) => void
}

/** Hundredths of the photograph that one arrow key moves a mark. */
const keyStep = 1

const arrows: Readonly<Record<string, { dx: number; dy: number }>> = {
  ArrowLeft: { dx: -keyStep, dy: 0 },
  ArrowRight: { dx: keyStep, dy: 0 },
  ArrowUp: { dx: 0, dy: -keyStep },
  ArrowDown: { dx: 0, dy: keyStep },
}

/** Numbers on the photograph that are those of the rows beside it. Dragged, or moved by the arrow keys, to where it is printed. */
export function PaperMarks({ marks, turns, onMove }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const held = useRef<{ row: ComparedRow; from: Place; x: number; y: number } | null>(null)
  const take = ({ row, at }: Mark, event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    held.current = { row, from: at, x: event.clientX, y: event.clientY }
  }
  const drag = (event: PointerEvent) => {
    const box = layer.current?.getBoundingClientRect()
    if (!held.current || !box) return
    const { row, from, x, y } = held.current
    const by = { dx: ((event.clientX - x) / box.width) * 100, dy: ((event.clientY - y) / box.height) * 100 }
    onMove(row, moved(from, by, turns))
  }
  const drop = () => {
    held.current = null
  }
  const step = ({ row, at }: Mark, event: KeyboardEvent) => {
    const by = arrows[event.key]
    if (!by) return
    event.preventDefault()
    onMove(row, moved(at, by, turns))
  }
  return (
    <div className="marks" ref={layer}>
      {marks.map((mark) => {
        const { row, number, title, different, at } = mark
        const style = { left: `${at.x}%`, top: `${at.y}%`, width: `${at.w}%`, height: `${at.h}%` } as CSSProperties
        return (
          <div key={row} className={different ? 'mark diff' : 'mark'} style={style}>
            <button
              type="button"
              className="n"
              aria-label={t('reviews.mark', { number: String(number), row: title })}
              onPointerDown={(event) => take(mark, event)}
              onPointerMove={drag}
              onPointerUp={drop}
              onPointerCancel={drop}
              onKeyDown={(event) => step(mark, event)}
            >
              {number}
            </button>
          </div>
        )
      })}
    </div>
  )
}

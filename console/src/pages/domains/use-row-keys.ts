import { useEffect, useRef } from 'react'

interface Rows {
  length: number
  scrollTo: (index: number) => void
  onToggle: (index: number) => void
}

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=dialog]'

/** J and K move the focus from name to name, X chooses, / goes to the filter; never while somebody types. */
export function useRowKeys(rows: Rows): void {
  const latest = useRef(rows)
  latest.current = rows
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target
      if (event.ctrlKey || event.metaKey || event.altKey || (target instanceof Element && target.closest(typing)))
        return
      const { length, scrollTo, onToggle } = latest.current
      const at = rowOf(document.activeElement)
      if (event.key === '/') {
        event.preventDefault()
        document.getElementById('filter')?.focus()
      } else if (event.key === 'j' || event.key === 'k') {
        const next = Math.max(0, Math.min(length - 1, at === null ? 0 : at + (event.key === 'j' ? 1 : -1)))
        scrollTo(next)
        requestAnimationFrame(() =>
          requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-index="${next}"] a.dn`)?.focus()),
        )
      } else if (event.key === 'x' && at !== null) onToggle(at)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function rowOf(element: Element | null): number | null {
  const row = element?.closest('[data-index]')
  return row instanceof HTMLElement ? Number(row.dataset.index) : null
}

import { useEffect, useRef } from 'react'

/** What each key does, by its name in small letters. */
type Keys = Readonly<Record<string, () => void>>

/** Single keys for those who decide all day. They rest while somebody types, a dialog is open, or they are turned off. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const name = event.key.toLowerCase()
      const act = latest.current[name]
      if (!act || event.repeat || busyElsewhere(event.target) || (name !== 'escape' && !keysAreOn())) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

const typedInto = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'

function busyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('.veil')) return true
  return target instanceof Element && target.matches(typedInto)
}

const stored = 'review-keys'

export const keysAreOn = (): boolean => localStorage.getItem(stored) !== 'off'

export function turnKeys(on: boolean): void {
  localStorage.setItem(stored, on ? 'on' : 'off')
}

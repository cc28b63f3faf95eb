import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react'
import { isHalfTyped } from './half-typed.ts'

/** Between two keys of somebody who types; a word that stays for so long is searched, in ms. */
const pause = 120

interface Options {
  /** The word in the address. */
  q: string
  /** Suffixes that are sold, once they are known. */
  suffixes: readonly string[]
  find: (word: string, replace: boolean) => void
}

/** A box whose word is searched while it is typed: never half a composition of an input method, never half a suffix.
 *  Words on the way replace each other in the history; one that was asked for with the key or the button is kept. */
export function useTypedWord({ q, suffixes, find }: Options) {
  const [text, setText] = useState(q)
  const sent = useRef(q)
  const kept = useRef(q !== '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (q === sent.current) return
    // Somebody went back, or chose a name elsewhere on the page.
    clearTimeout(timer.current)
    sent.current = q
    kept.current = true
    setText(q)
  }, [q])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = (word: string) => {
    clearTimeout(timer.current)
    if (word === sent.current) return
    const replace = !kept.current
    sent.current = word
    kept.current = false
    find(word, replace)
  }
  const later = (value: string) => {
    clearTimeout(timer.current)
    const word = value.trim()
    if (!isHalfTyped(word, suffixes)) timer.current = setTimeout(() => send(word), pause)
  }
  return {
    text,
    onChange(event: ChangeEvent<HTMLInputElement>) {
      setText(event.target.value)
      if ((event.nativeEvent as InputEvent).isComposing) clearTimeout(timer.current)
      else later(event.target.value)
    },
    onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => later(event.currentTarget.value),
    /** Searches at once; false when there is nothing to search. */
    ask(): boolean {
      const word = text.trim()
      if (word === '') return false
      send(word)
      kept.current = true
      return true
    },
  }
}

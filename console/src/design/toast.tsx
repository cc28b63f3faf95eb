import { useSyncExternalStore } from 'react'
import { t } from '../i18n/text.ts'
import { Button } from './button.tsx'

interface Message {
  id: number
  text: string
}

let messages: readonly Message[] = []
let last = 0
const listeners = new Set<() => void>()

/** Says what has happened, for as long as it takes to read it; never the only place of an error. */
export function toast(text: string): void {
  last += 1
  const id = last
  set([...messages.slice(-2), { id, text }])
  setTimeout(() => set(messages.filter((message) => message.id !== id)), 8000)
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => messages)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((message) => (
        <div className="toast" key={message.id}>
          <span>{message.text}</span>
          <Button size="s" onClick={() => set(messages.filter((other) => other.id !== message.id))}>
            {t('close')}
          </Button>
        </div>
      ))}
    </div>
  )
}

function set(next: readonly Message[]): void {
  messages = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

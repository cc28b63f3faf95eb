import { useRef } from 'react'
import { post } from './client.ts'
import { onceOver } from './once-over.ts'

/** Sends a request that spends money: pressed again after a lost answer, it still happens once. */
export function useOnce() {
  const once = useRef<ReturnType<typeof onceOver>>(null)
  once.current ??= onceOver(post, freshKey)
  return once.current
}

// randomUUID is there on secure origins only; a shop in a local network may have none.
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

import { TooManyStreams } from './errors.ts'

/** Streamed answers that are open now: each holds a connection, and looks at the database again and again. */
export interface OpenStreams {
  /** Counts one more for an account, or for the address of a visitor; what it returns ends it. @throws TooManyStreams */
  enter(who: { readonly account: string | undefined; readonly ip: string }): () => void
}

/** An address may be the one of a whole office. */
const most = { account: 10, address: 50 } as const

export function openStreams(factor = 1): OpenStreams {
  const open = new Map<string, number>()
  return {
    enter({ account, ip }) {
      const key = account ?? ip
      const now = open.get(key) ?? 0
      if (now >= Math.ceil(most[account === undefined ? 'address' : 'account'] * factor)) throw TooManyStreams()
      open.set(key, now + 1)
      return () => {
        const left = (open.get(key) ?? 1) - 1
        if (left === 0) open.delete(key)
        else open.set(key, left)
      }
    },
  }
}

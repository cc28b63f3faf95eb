import { z } from 'zod'
import type { ClockSource } from '../../kernel/clock/index.ts'

const answer = z.object({ offsetMs: z.int() })

/** Longer than a source keeps one who waits. */
const waitMs = 40_000

/**
 * A clock source over HTTP. `GET address` tells `{offsetMs}`, and with `?unless=` waits for another offset;
 * `POST {byMs}` and `POST {offsetMs}` turn it forward, and it refuses to go back.
 */
export function clockOverHttp({ address }: { readonly address: string }): ClockSource {
  async function ask(url: string, init: RequestInit): Promise<number> {
    const response = await fetch(url, { ...init, redirect: 'error' })
    if (!response.ok) throw new Error(`the clock source answered ${response.status}`)
    return answer.parse(await response.json()).offsetMs
  }
  const turn = (body: object) =>
    ask(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
  return {
    offset(signal, unless) {
      const url = new URL(address)
      if (unless !== undefined) url.searchParams.set('unless', String(unless))
      return ask(url.href, { signal: AbortSignal.any([signal, AbortSignal.timeout(waitMs)]) })
    },
    advance: (byMs) => turn({ byMs }),
    advanceTo: (offsetMs) => turn({ offsetMs }),
  }
}

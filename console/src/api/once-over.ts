import { ApiProblem } from './problem.ts'

type Send = <T>(path: string, body: unknown, more: { key: string }) => Promise<T>

/** Keeps the key of a request until an answer tells its fate: without one, the same request goes again with the same key. */
export function onceOver(send: Send, freshKey: () => string) {
  let kept: { key: string; request: string } | undefined
  return async <T>(path: string, body: unknown): Promise<T> => {
    const request = JSON.stringify([path, body])
    if (kept?.request !== request) kept = { key: freshKey(), request }
    try {
      const answer = await send<T>(path, body, { key: kept.key })
      kept = undefined
      return answer
    } catch (refusal) {
      if (refusal instanceof ApiProblem && refusal.status >= 400 && refusal.status < 500) kept = undefined
      throw refusal
    }
  }
}

import { ApiProblem } from './problem.ts'

/** Longest pause that a call asked for is made, in seconds; a longer one is a refusal. */
const longest = 90

const pauseOf = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1_000))

/** Does one after the other; where the API asks for a pause (429), it is made, and the same one is done again.
 *  @throws what `work` throws otherwise */
export async function inTurn<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  done: (count: number) => void,
  pause = pauseOf,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    for (let tries = 0; ; tries++) {
      try {
        await work(item)
        break
      } catch (refusal) {
        const seconds = refusal instanceof ApiProblem && refusal.status === 429 ? (refusal.retryAfter ?? 60) : undefined
        if (seconds === undefined || seconds > longest || tries >= 3) throw refusal
        await pause(seconds)
      }
    }
    done(index + 1)
  }
}

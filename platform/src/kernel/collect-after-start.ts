import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A first request would wait for the collection; nobody asks anything in the first moments. */
const afterMs = 1_000

/**
 * Gives back what starting leaves behind: sources that were read and trees that were made of them, some 40 MB. V8 itself
 * collects only when it needs the room, and a process at rest needs none.
 */
export function collectAfterStart(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as (options: object) => void
    setFlagsFromString('--no-expose-gc')
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }, afterMs).unref()
}

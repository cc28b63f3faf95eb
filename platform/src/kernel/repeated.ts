import type { Logger } from 'pino'

/** Work that a process does again and again until it is stopped. */
export interface Repeated {
  /** Does it once, now; returns how much there was. */
  look(): Promise<number>
  start(): void
  /** Waits for the look that is running. */
  stop(): Promise<void>
}

/** Looks again `everyMs` after each look has ended; one that fails is logged and does not end the others. */
export function repeated(
  look: () => Promise<number>,
  {
    everyMs,
    firstMs = 0,
    log,
    failing,
  }: {
    everyMs: number
    /** Before the first look. */
    firstMs?: number
    log: Logger
    /** What the log says when a look fails. */
    failing: string
  },
): Repeated {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const turn = () => {
    running = look().catch((error: unknown) => log.warn({ err: error }, failing))
    void running.finally(() => {
      if (timer) timer = setTimeout(turn, everyMs)
    })
  }
  return {
    look,
    start() {
      timer = setTimeout(turn, firstMs)
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await running
    },
  }
}

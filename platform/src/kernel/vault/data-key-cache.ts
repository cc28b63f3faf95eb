/** Unwrapped data keys in memory, each for a bounded time and overwritten when it goes. */
export interface DataKeyCache {
  get(wrapped: string): Buffer | undefined
  put(wrapped: string, dataKey: Buffer): void
}

export function createDataKeyCache(options: { ttlMs: number; limit: number; now: () => number }): DataKeyCache {
  const { ttlMs, limit, now } = options
  const held = new Map<string, { dataKey: Buffer; until: number }>()
  let dropping = false

  const drop = (wrapped: string) => {
    held.get(wrapped)?.dataKey.fill(0)
    held.delete(wrapped)
  }
  // The oldest comes first, as all stay equally long.
  const dropEnded = () => {
    for (const [wrapped, { until }] of held) {
      if (until > now()) break
      drop(wrapped)
    }
  }
  const dropLater = () => {
    if (dropping) return
    dropping = true
    setTimeout(() => {
      dropping = false
      dropEnded()
      if (held.size > 0) dropLater()
    }, ttlMs).unref()
  }

  return {
    get(wrapped) {
      dropEnded()
      const found = held.get(wrapped)
      return found && Buffer.from(found.dataKey)
    },
    put(wrapped, dataKey) {
      if (ttlMs <= 0) return
      drop(wrapped)
      dropEnded()
      for (const oldest of held.keys()) {
        if (held.size < limit) break
        drop(oldest)
      }
      held.set(wrapped, { dataKey: Buffer.from(dataKey), until: now() + ttlMs })
      dropLater()
    },
  }
}

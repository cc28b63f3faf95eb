import type { Clock } from '../../kernel/clock/index.ts'
import type { SiteProbe, SiteSight } from '../../modules/filing/index.ts'

const most = 2_000

/** A look counts for a while: a draft that is checked at every step does not ask the same site at every step. */
export function remembered(probe: SiteProbe, clock: Pick<Clock, 'now'>, forMs = 30_000): SiteProbe {
  const seen = new Map<string, { readonly at: number; readonly sight: Promise<SiteSight> }>()
  return {
    look(host) {
      const now = clock.now().getTime()
      const known = seen.get(host)
      if (known && now - known.at < forMs) return known.sight
      const sight = probe.look(host)
      seen.delete(host)
      seen.set(host, { at: now, sight })
      const [oldest] = seen.keys()
      if (seen.size > most && oldest !== undefined) seen.delete(oldest)
      return sight
    },
  }
}

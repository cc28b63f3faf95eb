import type { Clock } from '../../kernel/clock/index.ts'
import type { SiteProbe, SiteSight } from '../../modules/filing/index.ts'

const most = 2_000

/**
 * A look counts for a while: a draft that is checked at every step does not ask the same site at every step. The page
 * itself is not kept and not told: drafts ask whether a name opens.
 */
export function remembered(probe: SiteProbe, clock: Pick<Clock, 'now'>, forMs = 30_000): SiteProbe {
  const seen = new Map<string, { readonly at: number; readonly sight: Promise<SiteSight> }>()
  // The oldest comes first, as all stay equally long.
  const dropOld = (now: number) => {
    for (const [host, { at }] of seen) {
      if (seen.size <= most && now - at < forMs) return
      seen.delete(host)
    }
  }
  return {
    look(host) {
      const now = clock.now().getTime()
      dropOld(now)
      const known = seen.get(host)
      if (known) return known.sight
      const sight = probe.look(host).then(({ page: _, ...rest }) => rest)
      seen.set(host, { at: now, sight })
      dropOld(now)
      return sight
    },
  }
}

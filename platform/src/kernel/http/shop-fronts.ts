/** 中国站 and 国际站: two shop fronts of one platform, told apart by the host that a visitor asked for. */
export interface ShopFront {
  readonly id: string
  readonly kind: 'china' | 'international'
  /** Without a slash at the end. */
  readonly url: string
}

export interface ShopFronts {
  /** @param host as a request names it, with or without a port; one that is not configured is at the first front */
  of(host: string): ShopFront
  other(front: ShopFront): ShopFront | undefined
  /** Where a thing was done whose front was kept, or not: where there is only one front, it was there. undefined: not known. */
  doneAt(kept: ShopFront['kind'] | null | undefined): ShopFront['kind'] | undefined
}

/** @param fronts at least one; the first is where mails lead to */
export function shopFronts(fronts: readonly [ShopFront, ...ShopFront[]]): ShopFronts {
  const [first] = fronts
  const byHost = new Map(
    fronts.flatMap((front) => {
      const { host, hostname } = new URL(front.url)
      return [[host, front] as const, [hostname, front] as const]
    }),
  )
  // Two fronts may share a name and differ in their ports.
  const shared = new Set(fronts.map(({ url }) => new URL(url).hostname)).size < fronts.length
  return {
    of(host) {
      const asked = host.toLowerCase()
      return byHost.get(asked) ?? (shared ? undefined : byHost.get(asked.replace(/:\d+$/, ''))) ?? first
    },
    other: ({ kind }) => fronts.find((front) => front.kind !== kind),
    doneAt: (kept) => kept ?? (fronts.length === 1 ? first.kind : undefined),
  }
}

import { Resolver } from 'node:dns/promises'

/** Addresses of a host; `none` when the DNS says that it has none, undefined when the DNS did not say. */
export type Resolve = (host: string) => Promise<readonly string[] | 'none' | undefined>

/** Answers that say for certain that there is no address (RFC 1035 NXDOMAIN, RFC 2308 no data). */
const none: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA'])

/** Asks the DNS; the resolvers of the machine where none are named. */
export function dnsResolve({
  servers,
  timeoutMs,
}: {
  servers?: readonly string[] | undefined
  timeoutMs: number
}): Resolve {
  return async (host) => {
    const resolver = new Resolver({ timeout: timeoutMs, tries: 2 })
    if (servers) resolver.setServers(servers)
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const found = [v4, v6].flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    if (found.length > 0) return found
    const certain = [v4, v6].every(
      (one) => one.status === 'fulfilled' || none.has(String((one.reason as { code?: unknown }).code)),
    )
    return certain ? 'none' : undefined
  }
}

import type { SiteProbe, SiteSight } from '../../modules/filing/index.ts'
import { getPage, type Page } from './get-page.ts'
import { mayBeAsked } from './public-address.ts'
import { dnsResolve, type Resolve } from './resolve.ts'

export interface SiteProbeOptions {
  /** DNS servers, with a port where it is not 53; those of the machine when absent. */
  readonly resolvers?: readonly string[] | undefined
  /** Networks (CIDR) that are not of the public internet and may be asked all the same. */
  readonly networks?: readonly string[]
  readonly ports?: { readonly http: number; readonly https: number }
  /** An HTTP proxy that looks leave by; directly without it. */
  readonly proxy?: string | undefined
  /** Of one look, with all that it follows. */
  readonly limitMs?: number
  readonly mostBytes?: number
  readonly resolve?: Resolve
}

/** More than these lead nowhere. */
const mostRedirects = 3
/** Of the addresses that a name has, so many are tried. */
const mostAddresses = 2

type Tried = { readonly page: Page } | { readonly failed: 'refused' | 'no-answer' }

/**
 * Looks at names from outside. Every host, also one that a page leads to, is resolved first; only addresses of the public
 * internet are connected to, and they are connected to as they were looked at.
 */
export function siteProbe({
  resolvers,
  networks = [],
  ports = { http: 80, https: 443 },
  proxy,
  limitMs = 5_000,
  mostBytes = 262_144,
  resolve = dnsResolve({ servers: resolvers, timeoutMs: Math.ceil(limitMs / 4) }),
}: SiteProbeOptions = {}): SiteProbe {
  const way = proxy === undefined ? undefined : new URL(proxy)

  async function addressesOf(host: string): Promise<{ all: readonly string[]; asked: readonly string[] } | undefined> {
    const found = await resolve(host)
    if (found === undefined) return undefined
    const all = found === 'none' ? [] : found
    return { all, asked: all.filter((address) => mayBeAsked(address, networks)).slice(0, mostAddresses) }
  }

  async function tryAll(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<Tried> {
    let failed: 'refused' | 'no-answer' = 'refused'
    for (const address of addresses)
      try {
        const port = url.protocol === 'https:' ? ports.https : ports.http
        return { page: await getPage({ url, address, port, proxy: way, mostBytes, signal }) }
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'ECONNREFUSED') failed = 'no-answer'
      }
    return { failed }
  }

  /** The page that a redirect ends at; undefined where it leads to what must not or cannot be asked. */
  async function follow(from: URL, page: Page, signal: AbortSignal, left = mostRedirects): Promise<SiteSight['page']> {
    if (page.location === undefined || page.status < 300 || page.status >= 400)
      return { url: from.href, text: page.text }
    const to = URL.parse(page.location, from.href)
    if (left === 0 || !to || !/^https?:$/.test(to.protocol) || to.port !== '' || signal.aborted) return undefined
    const addresses = await addressesOf(to.hostname)
    if (!addresses || addresses.asked.length === 0) return undefined
    const tried = await tryAll(to, addresses.asked, signal)
    return 'page' in tried ? follow(to, tried.page, signal, left - 1) : undefined
  }

  return {
    async look(host) {
      // What is no host name would ask for another one than was looked at.
      if (URL.parse(`http://${host}/`)?.hostname !== host)
        return { open: undefined, because: 'not-asked', addresses: [] }
      const signal = AbortSignal.timeout(limitMs)
      const addresses = await addressesOf(host).catch(() => undefined)
      if (!addresses) return { open: undefined, because: 'dns', addresses: [] }
      const { all, asked } = addresses
      if (all.length === 0) return { open: false, because: 'no-address', addresses: all }
      if (asked.length === 0) return { open: undefined, because: 'not-public', addresses: all }
      let failed: 'refused' | 'no-answer' = 'refused'
      for (const protocol of ['http', 'https']) {
        const url = new URL(`${protocol}://${host}/`)
        // A port that drops what comes must not eat the time of the other one.
        const share = protocol === 'http' ? AbortSignal.any([signal, AbortSignal.timeout(limitMs / 2)]) : signal
        const tried = await tryAll(url, asked, share)
        if ('failed' in tried) {
          if (tried.failed === 'no-answer') failed = 'no-answer'
          continue
        }
        const { status } = tried.page
        if (status >= 400) return { open: undefined, because: 'error-page', addresses: all, status }
        const page = await follow(url, tried.page, signal).catch(() => undefined)
        return { open: true, because: 'page', addresses: all, status, ...(page && { page }) }
      }
      return { open: failed === 'refused' ? false : undefined, because: failed, addresses: all }
    },
  }
}

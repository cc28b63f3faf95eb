import { join } from 'node:path'
import { openDnsServer } from './dns-server.ts'
import { openSiteStore, type SiteStore } from './site-store.ts'
import { openWayOut } from './way-out.ts'

/** The part of the internet where customers' sites are: their DNS records and the servers behind them. */
export interface Sites {
  readonly dnsPort: number
  readonly proxyPort: number
  readonly store: SiteStore
  close(): Promise<void>
}

/** Addresses for examples (RFC 5737, RFC 3849), which no real server has: those of the sandbox's internet. */
export const siteNetworks: readonly string[] = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32']

export async function openSites(options: {
  readonly data: string
  /** UDP and TCP; 0 takes any free one, as of the proxy. */
  readonly dnsPort: number
  readonly proxyPort: number
}): Promise<Sites> {
  const store = openSiteStore(join(options.data, 'sites.sqlite'))
  const dns = await openDnsServer(options.dnsPort, store)
  const wayOut = await openWayOut(options.proxyPort, store)
  return {
    dnsPort: dns.port,
    proxyPort: wayOut.port,
    store,
    async close() {
      await Promise.all([dns.close(), wayOut.close()])
      store.close()
    },
  }
}

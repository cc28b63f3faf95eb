import type { SiteProbe } from './site-probe.ts'

/** Whether a name opens, by itself or with www before it; undefined where either could not be told and the other does not. */
export async function opens(ascii: string, probe: SiteProbe): Promise<boolean | undefined> {
  const hosts = ascii.startsWith('www.') ? [ascii] : [ascii, `www.${ascii}`]
  const sights = await Promise.all(hosts.map((host) => probe.look(host)))
  if (sights.some(({ open }) => open === true)) return true
  return sights.every(({ open }) => open === false) ? false : undefined
}

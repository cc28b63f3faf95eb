import type { Access } from '../../../model/access.ts'
import type { Service } from '../../../model/service.ts'
import { ipv4Number } from '../../../shape/scalars.ts'
import type { Writing } from '../../../shape/writing.ts'
import { personIsReachable } from './contact.ts'
import { isDomainName } from './domain.ts'

export function servicesAreSound(services: readonly Service[], to: Writing): void {
  for (const [index, service] of services.entries()) to.at(index, () => serviceIsSound(service, to))
}

function serviceIsSound(service: Service, to: Writing): void {
  to.at('principal', () => personIsReachable(service.principal, to))
  for (const [index, { name }] of service.domains.entries())
    if (!isDomainName(name))
      to.at('domains', () =>
        to.at(index, () =>
          to.at('name', () => to.problem('form', { zh: '域名格式错误', en: 'It is no domain name' }, 1004)),
        ),
      )
  if (service.kind === 'website' && service.homeUrl !== undefined && !showsListedDomain(service.homeUrl, service))
    to.at('homeUrl', () =>
      to.problem(
        'contradiction',
        { zh: '首页地址须含有所填的域名', en: 'The home URL must contain a domain of the site' },
        1041,
      ),
    )
  const seen = new Set<string>()
  for (const [index, access] of service.accesses.entries())
    to.at('accesses', () =>
      to.at(index, () => {
        accessIsSound(access, to)
        const same = JSON.stringify([access.modes, access.addresses.map(({ first, last }) => [first, last])])
        if (seen.has(same))
          to.problem('contradiction', { zh: '同一网站的接入信息重复', en: 'The site has this access twice' }, 1029)
        seen.add(same)
      }),
    )
}

function showsListedDomain(url: string, { domains }: Service): boolean {
  const host =
    url
      .replace(/^[a-z]+:\/\//i, '')
      .split(/[/:?#]/)[0]
      ?.toLowerCase() ?? ''
  return domains.some(({ name }) => host === name.toLowerCase() || host.endsWith(`.${name.toLowerCase()}`))
}

export function accessIsSound({ addresses }: Access, to: Writing): void {
  for (const [index, { first, last }] of addresses.entries()) {
    const from = ipv4Number(first)
    const until = ipv4Number(last)
    if (from !== undefined && until !== undefined && from > until)
      to.at('addresses', () =>
        to.at(index, () =>
          to.problem(
            'contradiction',
            { zh: '起始 IP 大于终止 IP', en: 'The first address comes after the last' },
            1006,
          ),
        ),
      )
  }
}

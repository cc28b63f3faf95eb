import type { Service } from '../model/service.ts'
import type { Problem } from '../shape/problem.ts'
import type { UploadName } from './upload-kind.ts'

/** What a version of the interface may or may not be able to carry (section 9). */
export type Capability =
  | 'website'
  | 'app'
  | 'mini-program'
  | 'quick-app'
  | 'ipv6'
  | 'sms-state'
  | 'collect-code'
  | 'filing-password'
  | 'domain-certificate'
  | 'status-query'

const words: Readonly<Record<Capability, { zh: string; en: string }>> = {
  website: { zh: '网站备案', en: 'the filing of websites' },
  app: { zh: 'App 备案', en: 'the filing of Apps' },
  'mini-program': { zh: '小程序备案', en: 'the filing of mini-programs' },
  'quick-app': { zh: '快应用备案', en: 'the filing of quick apps' },
  ipv6: { zh: 'IPv6 地址', en: 'IPv6 addresses' },
  'sms-state': { zh: '短信核验状态', en: 'the state of the SMS check' },
  'collect-code': { zh: '核验采集码', en: 'collection codes' },
  'filing-password': { zh: '备案密码', en: 'filing passwords' },
  'domain-certificate': { zh: '域名持有者证件', en: 'the certificate of a domain holder' },
  'status-query': { zh: '办理状态查询', en: 'asking for the state of a request' },
}

interface Needing {
  readonly services?: readonly Service[]
  readonly access?: Service['accesses'][number]
}

/** The capabilities that a record needs, and where in it. */
function needed(record: Needing): [Capability, string][] {
  const found: [Capability, string][] = []
  for (const [index, service] of (record.services ?? []).entries()) {
    const at = `services[${index}]`
    found.push([service.kind, `${at}.kind`])
    for (const [number, access] of service.accesses.entries())
      if (hasIpv6(access)) found.push(['ipv6', `${at}.accesses[${number}].addresses`])
  }
  if (record.access && hasIpv6(record.access)) found.push(['ipv6', 'access.addresses'])
  return found
}

const hasIpv6 = ({ addresses }: Service['accesses'][number]): boolean =>
  addresses.some(({ first, last }) => first.includes(':') || last.includes(':'))

/** What of a record this version cannot carry. It is refused whole, never cut down silently. */
export function missingCapabilities(
  profile: { readonly id: string; readonly capabilities: ReadonlySet<Capability> },
  record: object,
): Problem[] {
  return needed(record)
    .filter(([capability]) => !profile.capabilities.has(capability))
    .map(([capability, field]) => ({
      code: 'unsupported',
      field,
      says: {
        zh: `管局接口 ${profile.id} 不能报送${words[capability].zh}`,
        en: `The bureau's interface ${profile.id} cannot carry ${words[capability].en}`,
      },
    }))
}

export function missingKind(profile: { readonly id: string }, name: UploadName): Problem {
  return {
    code: 'unsupported',
    field: '',
    says: {
      zh: `管局接口 ${profile.id} 没有这类报送（${name}）`,
      en: `The bureau's interface ${profile.id} has no upload of this kind (${name})`,
    },
  }
}

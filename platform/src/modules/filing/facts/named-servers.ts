import type { DraftService } from '../draft/draft-schemas.ts'

type Access = NonNullable<DraftService['access']>[number]

export interface NamedServers {
  /** Service numbers (备案服务号), each once; what stands for them comes first among the servers of the facts. */
  readonly numbers: readonly string[]
  /** Accesses that no number stands for, as they are written. */
  readonly stated: readonly Access[]
  /** Where in the draft each server of the facts is written, in the order of the facts. */
  readonly places: readonly string[]
}

/** The servers that a draft's accesses name. */
export function namedServers(services: readonly Pick<DraftService, 'access'>[]): NamedServers {
  const numbers = new Map<string, string>()
  const stated: { access: Access; place: string }[] = []
  for (const [at, { access = [] }] of services.entries())
    for (const [index, one] of access.entries()) {
      const place = `services.${at}.access.${index}`
      if (!one.serviceNumber) stated.push({ access: one, place })
      else if (!numbers.has(one.serviceNumber)) numbers.set(one.serviceNumber, place)
    }
  return {
    numbers: [...numbers.keys()],
    stated: stated.map(({ access }) => access),
    places: [...numbers.values(), ...stated.map(({ place }) => place)],
  }
}

/** What of a server people write themselves, where no number stands for it. */
const written: Readonly<Record<string, string>> = { region: 'place', publicIp: 'ips' }

/** The field of the draft in which what a finding says of a server is mended. */
export function fieldInDraft(field: string, { numbers, places }: NamedServers): string {
  const found = /^servers(?:\.(\d+)(?:\.(.+))?)?$/.exec(field)
  if (!found) return field
  const [, server = '0', part = ''] = found
  const at = Number(server)
  const place = places[at] ?? 'services.0.access.0'
  return `${place}.${at < numbers.length ? 'serviceNumber' : (written[part] ?? 'serviceNumber')}`
}

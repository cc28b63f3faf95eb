import type { SiteFacts } from '@yuming/filing'
import { chinaDay } from '../../../../kernel/clock/index.ts'
import type { FiledService, RegisteredName } from './filed-services.ts'

/** A filed service as the rules look at it: of itself, and of each of its domains. A fact that our rows do not tell is absent. */
export function siteFacts(
  service: FiledService,
  registered: ReadonlyMap<string, RegisteredName>,
  now: Date,
): readonly { readonly ascii: string | null; readonly site: SiteFacts }[] {
  const domains = service.domains ?? []
  const ofItself: SiteFacts = {
    domain: domains[0] ?? service.name,
    accessLeft: service.accesses > 0,
    ...(service.phones_confirmed_on !== null && { phonesConfirmedOn: service.phones_confirmed_on }),
  }
  return [
    { ascii: null, site: ofItself },
    ...domains.flatMap((ascii) => {
      const name = registered.get(ascii)
      return name ? [{ ascii, site: ofDomain(ascii, name, service, now) }] : []
    }),
  ]
}

function ofDomain(ascii: string, name: RegisteredName, subject: FiledService, now: Date): SiteFacts {
  // Who holds a name after it left us, and until when it is paid, others know.
  if (name.released) return { domain: ascii, domainGone: true }
  const { name_digest, number_digest } = name
  const known = name_digest !== null && number_digest !== null && subject.number_digest.length > 0
  return {
    domain: ascii,
    domainGone: false,
    domainExpiresOn: chinaDay(name.expires_at),
    domainEnded: name.expires_at <= now,
    domainRenewsItself: name.auto_renew,
    // Name, kind of paper and number, equal to the byte: the digest of a number is that of its kind too.
    ...(known && {
      holder:
        name_digest.equals(subject.name_digest) && number_digest.equals(subject.number_digest)
          ? ('subject' as const)
          : name.holder_type,
    }),
  }
}

import { type SecDnsData, type SecDnsUpdate, secDNS, type XmlElement } from '@yuming/epp'
import type { DsRecord } from '../domain-record.ts'
import { Refused } from '../refused.ts'

export interface SecDnsChange {
  readonly remAll: boolean
  readonly rem: readonly DsRecord[]
  readonly add: readonly DsRecord[]
}

/** RFC 5910 §5.2.1. @throws Refused 2004, 2005, 2306 */
export function readSecDns(data: SecDnsData): SecDnsChange {
  return { remAll: false, rem: [], add: records(data) }
}

/** RFC 5910 §5.2.5. @throws Refused 2004, 2005, 2306 */
export function readSecDnsChange({ rem, add }: SecDnsUpdate): SecDnsChange {
  const remAll = rem !== undefined && 'all' in rem
  return { remAll, rem: rem && !('all' in rem) ? records(rem) : [], add: add ? records(add) : [] }
}

export function secDnsInfo(ds: readonly DsRecord[]): XmlElement | undefined {
  return ds.length === 0 ? undefined : secDNS.elements.infData({ dsData: ds })
}

function records({ dsData = [], keyData = [] }: SecDnsData): DsRecord[] {
  if (keyData.length > 0) throw new Refused(2306, 'This registry takes DS data, no key data')
  return dsData.map(({ keyTag, alg, digestType, digest }) => {
    if (![alg, digestType].every((value) => value >= 0 && value <= 255) || keyTag < 0 || keyTag > 65_535)
      throw new Refused(2004, 'A DS number is out of its range')
    if (!/^(?:[0-9A-F]{2}){20,64}$/i.test(digest)) throw new Refused(2005, 'The digest is not hexadecimal')
    return { keyTag, alg, digestType, digest: digest.toUpperCase() }
  })
}

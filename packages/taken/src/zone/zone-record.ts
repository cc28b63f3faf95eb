import { isIPv4, isIPv6 } from 'node:net'

/** One resource record without its owner. */
export interface ZoneRecord {
  /** Upper case. */
  readonly type: string
  readonly data: readonly string[]
}

const types = new Set(
  `A NS MD MF CNAME SOA MB MG MR NULL WKS PTR HINFO MINFO MX TXT RP AFSDB X25 ISDN RT NSAP SIG KEY PX GPOS AAAA LOC NXT
   SRV NAPTR KX CERT A6 DNAME APL DS SSHFP IPSECKEY RRSIG NSEC DNSKEY DHCID NSEC3 NSEC3PARAM TLSA SMIMEA HIP CDS CDNSKEY
   OPENPGPKEY CSYNC ZONEMD SVCB HTTPS SPF EUI48 EUI64 URI CAA`.split(/\s+/),
)
const largestTtl = 2 ** 31 - 1
/** `3600` or `1h30m`. Each unit stands between digits, so that a long row of them can be read in one way only. */
export const lengthOfTime = /^\d+(?:[smhdw]\d+)*[smhdw]?$/i

/** Reads `[TTL] [class] type data` in any order of the first two (RFC 1035 §5.1). Returns a sentence when it is bad. */
export function readRecord(fields: readonly string[]): ZoneRecord | string {
  let at = 0
  let ttl = false
  let ofClass = false
  for (; at < fields.length; at++) {
    const field = fields[at] ?? ''
    if (!ttl && lengthOfTime.test(field)) {
      if (/^\d+$/.test(field) && Number(field) > largestTtl) return `the TTL ${field} is too large (RFC 2181 §8)`
      ttl = true
    } else if (!ofClass && /^(?:in|ch|hs|cs|class\d+)$/i.test(field)) {
      if (field.toLowerCase() !== 'in') return `the class ${field} is not IN`
      ofClass = true
    } else break
  }
  const type = fields[at]?.toUpperCase()
  if (type === undefined) return 'the record has no type'
  if (!types.has(type) && !/^TYPE\d{1,5}$/.test(type)) return `"${shown(fields[at] ?? '')}" is not a record type`
  const data = fields.slice(at + 1)
  const fault = faultOfData(type, data)
  return fault ?? { type, data }
}

/** What people see of a field: short, and without anything that a terminal would obey. */
export function shown(field: string): string {
  const safe = field.replace(/[^\x20-\x7e]/g, '?')
  return safe.length > 40 ? `${safe.slice(0, 40)}…` : safe
}

function faultOfData(type: string, data: readonly string[]): string | undefined {
  const [first = ''] = data
  if (data.length === 0) return `the ${type} record has no data`
  if (type === 'NS' && (data.length !== 1 || !isName(first))) return 'an NS record needs one host name'
  if (type === 'A' && (data.length !== 1 || !isIPv4(first))) return `"${shown(first)}" is not an IPv4 address`
  if (type === 'AAAA' && (data.length !== 1 || !isIPv6(first))) return `"${shown(first)}" is not an IPv6 address`
  if (type === 'SOA' && (data.length !== 7 || !/^\d{1,10}$/.test(data[2] ?? '')))
    return 'an SOA record needs two names and five numbers (RFC 1035 §3.3.13)'
  return undefined
}

/** A name as written in a master file: absolute, relative or `@`. */
export function isName(text: string): boolean {
  if (text === '@' || text === '.') return true
  const labels = (text.endsWith('.') ? text.slice(0, -1) : text).split('.')
  return text.length <= 254 && labels.every((label) => label.length > 0 && label.length <= 63)
}

import { child, childrenOf, elementsOf, namespaces, type XmlElement } from '@yuming/epp'
import type { DsRecord } from '../domain-record.ts'
import { Refused } from '../refused.ts'

const ns = namespaces.secDNS
const secDns = elementsOf(ns)

export interface SecDnsChange {
  readonly remAll: boolean
  readonly rem: readonly DsRecord[]
  readonly add: readonly DsRecord[]
}

/** RFC 5910 §5.2.1. */
export function readSecDns(element: XmlElement): SecDnsChange {
  return { remAll: false, rem: [], add: records(element) }
}

/** RFC 5910 §5.2.5. */
export function readSecDnsChange(element: XmlElement): SecDnsChange {
  const rem = child(element, ns, 'rem')
  const add = child(element, ns, 'add')
  const all = rem && child(rem, ns, 'all')?.text.trim()
  return { remAll: all === 'true' || all === '1', rem: rem ? records(rem) : [], add: add ? records(add) : [] }
}

export function secDnsInfo(ds: readonly DsRecord[]): XmlElement | undefined {
  if (ds.length === 0) return undefined
  const one = (record: DsRecord) =>
    secDns('dsData', [
      secDns('keyTag', String(record.keyTag)),
      secDns('alg', String(record.alg)),
      secDns('digestType', String(record.digestType)),
      secDns('digest', record.digest),
    ])
  return secDns('infData', ds.map(one))
}

function records(element: XmlElement): DsRecord[] {
  if (childrenOf(element, ns, 'keyData').length > 0) throw new Refused(2306, 'This registry takes DS data, no key data')
  return childrenOf(element, ns, 'dsData').map((found) => {
    const text = (name: string) => child(found, ns, name)?.text.trim() ?? ''
    const record = {
      keyTag: Number(text('keyTag')),
      alg: Number(text('alg')),
      digestType: Number(text('digestType')),
      digest: text('digest').toUpperCase(),
    }
    const small = [record.alg, record.digestType].every(
      (value) => Number.isInteger(value) && value >= 0 && value <= 255,
    )
    if (!small || !Number.isInteger(record.keyTag) || record.keyTag < 0 || record.keyTag > 65_535)
      throw new Refused(2004, 'A DS number is out of its range')
    if (!/^(?:[0-9A-F]{2}){20,64}$/.test(record.digest)) throw new Refused(2005, 'The digest is not hexadecimal')
    return record
  })
}

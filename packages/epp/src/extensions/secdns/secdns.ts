import { namespaces } from '../../namespaces.ts'
import { defined } from '../../xml/defined.ts'
import { childrenOf, elementsOf, type XmlElement } from '../../xml/element.ts'
import { booleanOf, integerOf, requiredText, textOf } from '../../xml/read.ts'
import { extensionElement, optional, optionalChild } from '../extension.ts'

const uri = namespaces.secDNS
const secdns = elementsOf(uri)

/** RFC 5910 §4.3. `pubKey` is base64. */
export interface KeyData {
  readonly flags: number
  readonly protocol: number
  readonly alg: number
  readonly pubKey: string
}

/** RFC 5910 §4.1. `digest` is hexadecimal. */
export interface DsData {
  readonly keyTag: number
  readonly alg: number
  readonly digestType: number
  readonly digest: string
  readonly keyData?: KeyData
}

/** A server takes DS data or key data, never both (RFC 5910 §4). `maxSigLife` is in seconds. */
export interface SecDnsData {
  readonly maxSigLife?: number
  readonly dsData?: readonly DsData[]
  readonly keyData?: readonly KeyData[]
}

/** RFC 5910 §5.2.5; removals are done before additions. */
export interface SecDnsUpdate {
  readonly urgent?: boolean
  readonly rem?: { readonly all: true } | Pick<SecDnsData, 'dsData' | 'keyData'>
  readonly add?: SecDnsData
  readonly chg?: { readonly maxSigLife?: number }
}

const number = (name: string, value: number): XmlElement => secdns(name, String(value))
const integerIn = (element: XmlElement, name: string): number => integerOf(requiredText(element, uri, name))

const writeKey = (key: KeyData): XmlElement =>
  secdns('keyData', [
    number('flags', key.flags),
    number('protocol', key.protocol),
    number('alg', key.alg),
    secdns('pubKey', key.pubKey),
  ])

const readKey = (element: XmlElement): KeyData => ({
  flags: integerIn(element, 'flags'),
  protocol: integerIn(element, 'protocol'),
  alg: integerIn(element, 'alg'),
  // RFC 5910 §4.3 allows white space inside the base64 text.
  pubKey: requiredText(element, uri, 'pubKey').replace(/\s+/g, ''),
})

const writeDs = (ds: DsData): XmlElement =>
  secdns('dsData', [
    number('keyTag', ds.keyTag),
    number('alg', ds.alg),
    number('digestType', ds.digestType),
    secdns('digest', ds.digest),
    ds.keyData && writeKey(ds.keyData),
  ])

const readDs = (element: XmlElement): DsData =>
  defined({
    keyTag: integerIn(element, 'keyTag'),
    alg: integerIn(element, 'alg'),
    digestType: integerIn(element, 'digestType'),
    digest: requiredText(element, uri, 'digest'),
    keyData: optionalChild(element, uri, 'keyData', readKey),
  })

const writeData = ({ maxSigLife, dsData = [], keyData = [] }: SecDnsData): (XmlElement | undefined)[] => [
  optional(secdns, 'maxSigLife', maxSigLife?.toString()),
  ...dsData.map(writeDs),
  ...keyData.map(writeKey),
]

function readData(element: XmlElement): SecDnsData {
  const maxSigLife = textOf(element, uri, 'maxSigLife')
  const dsData = childrenOf(element, uri, 'dsData').map(readDs)
  const keyData = childrenOf(element, uri, 'keyData').map(readKey)
  return defined({
    maxSigLife: maxSigLife === undefined ? undefined : integerOf(maxSigLife),
    dsData: dsData.length > 0 ? dsData : undefined,
    keyData: keyData.length > 0 ? keyData : undefined,
  })
}

const data = { write: writeData, read: readData }

/** DNS security (RFC 5910): with domain create, update and info. */
export const secDNS = {
  name: 'secDNS-1.1',
  uri,
  elements: {
    create: extensionElement<SecDnsData>(uri, 'create', data),
    update: extensionElement<SecDnsUpdate>(uri, 'update', {
      attributes: ({ urgent }) => ({ urgent: urgent === undefined ? undefined : String(urgent) }),
      write: ({ rem, add, chg }) => [
        rem && secdns('rem', 'all' in rem ? [secdns('all', 'true')] : writeData(rem)),
        add && secdns('add', writeData(add)),
        chg && secdns('chg', writeData(chg)),
      ],
      read: (element) =>
        defined({
          urgent: element.attributes.urgent === undefined ? undefined : booleanOf(element.attributes.urgent),
          rem: optionalChild(element, uri, 'rem', (rem) =>
            booleanOf(textOf(rem, uri, 'all')) ? { all: true } : readData(rem),
          ),
          add: optionalChild(element, uri, 'add', readData),
          chg: optionalChild(element, uri, 'chg', readData),
        }),
    }),
    infData: extensionElement<SecDnsData>(uri, 'infData', data),
  },
} as const

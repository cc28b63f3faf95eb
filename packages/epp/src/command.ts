import { namespaces } from './namespaces.ts'
import { elementsOf, type XmlElement } from './xml/element.ts'
import { XmlRejected } from './xml/rejected.ts'

/** Both directions of one shape: the client writes what the server reads, and the other way round. */
export interface Codec<T> {
  write(value: T): XmlElement
  read(element: XmlElement): T
}

export type Verb =
  | 'check'
  | 'info'
  | 'create'
  | 'update'
  | 'delete'
  | 'renew'
  | 'transfer'
  | 'login'
  | 'logout'
  | 'poll'

/**
 * One EPP command (RFC 5730 §2.9). `request` is the element below `<command>`, `response` the element below `<resData>`.
 * `kind`: a query may be repeated freely, a transform never may, because servers do not recognise a repeated clTRID.
 */
export interface EppCommand<Req, Res> {
  readonly verb: Verb
  /** Namespace of the object; absent for session and poll commands. */
  readonly object?: string
  readonly kind: 'session' | 'query' | 'transform'
  readonly request: Codec<Req>
  readonly response?: Codec<Res>
}

const epp = elementsOf(namespaces.epp)

/** Codec of `<verb><object:verb>…</object:verb></verb>`, given the content of the inner element. */
export function objectRequest<T>(
  verb: Verb,
  ns: string,
  inner: {
    write(value: T): readonly (XmlElement | undefined)[]
    read(element: XmlElement): T
    attributes?(value: T): Readonly<Record<string, string | undefined>>
  },
): Codec<T> {
  const object = elementsOf(ns)
  return {
    write: (value) => epp(verb, [object(verb, inner.write(value), inner.attributes?.(value))]),
    read(element) {
      const found = element.children.find((candidate) => candidate.ns === ns && candidate.name === verb)
      if (!found) throw new XmlRejected('missing', `${verb} has no object of ${ns}`)
      return inner.read(found)
    },
  }
}

/** Codec of one element below `<resData>`. */
export function resultData<T>(
  ns: string,
  name: string,
  inner: { write(value: T): readonly (XmlElement | undefined)[]; read(element: XmlElement): T },
): Codec<T> {
  const object = elementsOf(ns)
  return {
    write: (value) => object(name, inner.write(value)),
    read(element) {
      if (element.ns !== ns || element.name !== name) throw new XmlRejected('missing', `no ${name} of ${ns}`)
      return inner.read(element)
    },
  }
}

import { namespaces, type XmlElement } from '@yuming/epp'
import { algorithms, signatureUri } from './algorithms.ts'
import { SignedCodeRefused } from './refused.ts'

const idNames = ['id', 'Id', 'ID'] as const

/** The children, which must be exactly these, in this order. */
function exactly(parent: XmlElement, ns: string, names: readonly string[]): XmlElement[] {
  const found = parent.children
  if (found.length !== names.length || found.some((one, at) => one.ns !== ns || one.name !== names[at]))
    throw new SignedCodeRefused('shape', `${parent.name} is not made of ${names.join(', ')}`)
  return [...found]
}

function requireAlgorithm(element: XmlElement | undefined, wanted: string): void {
  if (element?.attributes.Algorithm !== wanted || element.children.length > 0)
    throw new SignedCodeRefused('algorithm', `${element?.name ?? 'a method'} is not ${wanted}`)
}

/**
 * Demands that a document is a signed code and nothing beside it: one code, one signature over the whole, one suite of
 * algorithms. What is hidden elsewhere for a careless reader (signature wrapping) has no place in this shape.
 * @returns the signer's certificate and those beside it, as base64 DER. @throws SignedCodeRefused
 */
export function certificatesOfShape(root: XmlElement): string[] {
  if (root.ns !== namespaces.verificationCode || root.name !== 'signedCode')
    throw new SignedCodeRefused('shape', 'the document is no signed code')
  const id = root.attributes.id
  if (!id) throw new SignedCodeRefused('shape', 'the signed code has no id')
  const [code, signature] = root.children
  if (root.children.length !== 2 || code?.ns !== root.ns || code.name !== 'code' || code.children.length > 0)
    throw new SignedCodeRefused('shape', 'a signed code has one code and one signature')
  if (signature?.ns !== signatureUri || signature.name !== 'Signature')
    throw new SignedCodeRefused('shape', 'a signed code has one code and one signature')
  requireUniqueIds(root)
  const [info, , keyInfo] = exactly(signature, signatureUri, ['SignedInfo', 'SignatureValue', 'KeyInfo'])
  if (info) requireSignedInfo(info, id)
  const data = keyInfo?.children.filter((one) => one.ns === signatureUri && one.name === 'X509Data') ?? []
  const certificates = data.flatMap(({ children }) =>
    children.filter((one) => one.ns === signatureUri && one.name === 'X509Certificate'),
  )
  if (certificates.length === 0 || certificates.length > 5)
    throw new SignedCodeRefused('certificate', 'the signature has no certificate, or too many')
  return certificates.map(({ text }) => text.replace(/\s+/g, ''))
}

function requireSignedInfo(info: XmlElement, id: string): void {
  const references = info.children.filter(({ name }) => name === 'Reference')
  if (references.length !== 1) throw new SignedCodeRefused('reference', 'the signature has not exactly one reference')
  const [canonicalization, method, reference] = exactly(info, signatureUri, [
    'CanonicalizationMethod',
    'SignatureMethod',
    'Reference',
  ])
  requireAlgorithm(canonicalization, algorithms.canonicalization)
  requireAlgorithm(method, algorithms.signature)
  if (!reference) return
  if (reference.attributes.URI !== `#${id}`)
    throw new SignedCodeRefused('reference', 'the signature is not over the signed code')
  const [transforms, digest] = exactly(reference, signatureUri, ['Transforms', 'DigestMethod', 'DigestValue'])
  requireAlgorithm(digest, algorithms.digest)
  const [enveloped, canonical, ...more] = transforms?.children ?? []
  requireAlgorithm(enveloped, algorithms.enveloped)
  requireAlgorithm(canonical, algorithms.canonicalization)
  if (more.length > 0) throw new SignedCodeRefused('algorithm', 'the reference has more transforms than two')
}

function requireUniqueIds(root: XmlElement): void {
  const seen = new Set<string>()
  const visit = (element: XmlElement): void => {
    for (const name of idNames) {
      const value = element.attributes[name]
      if (value === undefined) continue
      if (seen.has(value)) throw new SignedCodeRefused('reference', 'two elements have the same id')
      seen.add(value)
    }
    for (const inside of element.children) visit(inside)
  }
  visit(root)
}

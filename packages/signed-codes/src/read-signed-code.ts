import type { X509Certificate } from 'node:crypto'
import { child, namespaces, parseXml, type XmlElement, XmlRejected } from '@yuming/epp'
import { SignedXml } from 'xml-crypto'
import { algorithms } from './algorithms.ts'
import { trustedSigner } from './certificate-path.ts'
import { domOf } from './dom.ts'
import { SignedCodeRefused } from './refused.ts'
import { certificatesOfShape } from './shape.ts'
import { codePattern } from './sign-code.ts'

const largest = 64 * 1024

export interface ReadSignedCode {
  /** `domain`, `real-name`, or a type that the provider added. */
  readonly type: string
  readonly code: string
  readonly signer: { readonly subject: string; readonly fingerprint256: string }
}

/**
 * The code inside a base64 signed code, once its signature is proven to be that of a trusted provider. The value
 * returned is read from the very bytes that were signed, never from the document around them. @throws SignedCodeRefused
 */
export function readSignedCode(
  encoded: string,
  { trusted, now }: { readonly trusted: readonly X509Certificate[]; readonly now: Date },
): ReadSignedCode {
  const xml = decode(encoded)
  const signer = trustedSigner(certificatesOfShape(parse(xml)), trusted, now)
  const code = child(parse(signedBytes(xml, signer)), namespaces.verificationCode, 'code')
  const { type } = code?.attributes ?? {}
  const value = code?.text.trim() ?? ''
  if (!type || !codePattern.test(value)) throw new SignedCodeRefused('shape', 'the code is not a provider and an id')
  return { type, code: value, signer: { subject: signer.subject, fingerprint256: signer.fingerprint256 } }
}

/** The canonical form of what is signed: the signed code without its signature. */
function signedBytes(xml: string, signer: X509Certificate): string {
  const verifier = new SignedXml({ publicCert: signer.publicKey, getCertFromKeyInfo: () => null })
  // Whatever is not in these tables cannot be asked for by a document.
  verifier.SignatureAlgorithms = only(verifier.SignatureAlgorithms, algorithms.signature)
  verifier.HashAlgorithms = only(verifier.HashAlgorithms, algorithms.digest)
  verifier.CanonicalizationAlgorithms = only(
    verifier.CanonicalizationAlgorithms,
    algorithms.canonicalization,
    algorithms.enveloped,
  )
  try {
    const [signature, ...others] = verifier.findSignatures(domOf(xml, malformed))
    if (!signature || others.length > 0) throw new SignedCodeRefused('shape', 'there is not exactly one signature')
    verifier.loadSignature(signature)
    if (!verifier.checkSignature(xml)) throw new SignedCodeRefused('signature', 'the signature does not match')
  } catch (error) {
    if (error instanceof SignedCodeRefused) throw error
    throw new SignedCodeRefused('signature', error instanceof Error ? error.message : 'the signature does not match')
  }
  const [signed, ...more] = verifier.getSignedReferences()
  if (!signed || more.length > 0) throw new SignedCodeRefused('reference', 'not exactly one thing is signed')
  return signed
}

const malformed = (message: string): never => {
  throw new SignedCodeRefused('malformed', message)
}

function only<T>(table: Record<string, T>, ...names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)))
}

function decode(encoded: string): string {
  const base64 = encoded.replace(/\s+/g, '')
  if (base64.length > largest || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
    throw new SignedCodeRefused('malformed', 'the code is not base64, or too large')
  return Buffer.from(base64, 'base64').toString('utf8')
}

function parse(xml: string): XmlElement {
  try {
    return parseXml(xml, { largest })
  } catch (error) {
    if (error instanceof XmlRejected) throw new SignedCodeRefused('malformed', error.message)
    throw error
  }
}

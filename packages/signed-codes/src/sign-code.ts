import { elementsOf, namespaces, writeXml } from '@yuming/epp'
import { SignedXml } from 'xml-crypto'
import { algorithms } from './algorithms.ts'

/** What a code vouches for: a label (`domain`) or a holder (`real-name`). */
export interface VerificationCode {
  readonly type: 'domain' | 'real-name'
  /** Number of the provider, a hyphen, letters and digits: `1-abc123`. */
  readonly code: string
}

export interface SigningKey {
  /** PEM of an RSA key. */
  readonly privateKey: string
  /** PEM, the signer's own first, then those that lead to a trusted one. */
  readonly certificates: readonly string[]
}

export const codePattern = /^\d+-[A-Za-z0-9]+$/
const make = elementsOf(namespaces.verificationCode)

/**
 * A verification code as its provider hands it out: the base64 form of a `signedCode` with an enveloped signature
 * (draft-gould-eppext-verificationcode-06 §2.2). @throws RangeError for a code of another shape
 */
export function signCode({ type, code }: VerificationCode, key: SigningKey): string {
  if (!codePattern.test(code)) throw new RangeError('a code is a number, a hyphen, letters and digits')
  const bare = writeXml(make('signedCode', [make('code', code, { type })], { id: 'signedCode' }))
  const signer = new SignedXml({
    privateKey: key.privateKey,
    publicCert: key.certificates.join('\n'),
    signatureAlgorithm: algorithms.signature,
    canonicalizationAlgorithm: algorithms.canonicalization,
  })
  signer.addReference({
    xpath: '/*',
    transforms: [algorithms.enveloped, algorithms.canonicalization],
    digestAlgorithm: algorithms.digest,
  })
  signer.computeSignature(bare, { location: { reference: '/*', action: 'append' } })
  return Buffer.from(signer.getSignedXml()).toString('base64')
}

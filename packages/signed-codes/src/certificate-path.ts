import { X509Certificate } from 'node:crypto'
import { SignedCodeRefused } from './refused.ts'

const isValidAt = (certificate: X509Certificate, now: Date): boolean =>
  certificate.validFromDate <= now && now <= certificate.validToDate

/** A certificate whose key cannot be used has issued nothing: such damage shows only when the key is asked for. */
function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

/**
 * The signer's certificate, when it is a trusted one or leads to one through those beside it, all valid at `now`.
 * `given` is base64 DER, the signer's own first. @throws SignedCodeRefused
 */
export function trustedSigner(
  given: readonly string[],
  trusted: readonly X509Certificate[],
  now: Date,
): X509Certificate {
  const [signer, ...beside] = given.map(readCertificate)
  if (!signer) throw new SignedCodeRefused('certificate', 'there is no certificate')
  if (keyTypeOf(signer) !== 'rsa') throw new SignedCodeRefused('certificate', 'the key of the certificate is not RSA')
  let last = signer
  // Each round goes one certificate up, so that a circle ends after as many rounds as there are certificates.
  for (let round = 0; round <= beside.length; round++) {
    if (!isValidAt(last, now)) throw new SignedCodeRefused('certificate', `${last.subject} is not valid now`)
    const anchor = trusted.find((one) => one.fingerprint256 === last.fingerprint256 || issued(one, last))
    if (anchor) {
      if (isValidAt(anchor, now)) return signer
      throw new SignedCodeRefused('certificate', `${anchor.subject} is not valid now`)
    }
    const next = beside.find((one) => one.fingerprint256 !== last.fingerprint256 && issued(one, last))
    if (!next) break
    last = next
  }
  throw new SignedCodeRefused('certificate', 'the signer is unknown')
}

function keyTypeOf(certificate: X509Certificate): string | undefined {
  try {
    return certificate.publicKey.asymmetricKeyType
  } catch {
    throw new SignedCodeRefused('certificate', 'the key of a certificate cannot be read')
  }
}

function readCertificate(base64: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'))
  } catch {
    throw new SignedCodeRefused('certificate', 'a certificate cannot be read')
  }
}

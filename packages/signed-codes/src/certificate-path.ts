import { X509Certificate } from 'node:crypto'
import { SignedCodeRefused } from './refused.ts'

const isValidAt = (certificate: X509Certificate, now: Date): boolean =>
  certificate.validFromDate <= now && now <= certificate.validToDate

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

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
  if (signer.publicKey.asymmetricKeyType !== 'rsa')
    throw new SignedCodeRefused('certificate', 'the key of the certificate is not RSA')
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

function readCertificate(base64: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'))
  } catch {
    throw new SignedCodeRefused('certificate', 'a certificate cannot be read')
  }
}

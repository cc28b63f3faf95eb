import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { SigningKey } from '../sign-code.ts'

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const
const dayMs = 86_400_000

export interface Provider {
  /** PEM of the authority. */
  readonly ca: string
  readonly key: SigningKey
}

/** A provider of verification codes with an authority of its own; certificates valid for the days given, from `now`. */
export async function makeProvider(name: string, now: Date, days = { from: -1, until: 365 }): Promise<Provider> {
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0])
  const at = (day: number) => new Date(now.getTime() + day * dayMs)
  const life = { notBefore: at(days.from), notAfter: at(days.until) }
  const authorityKeys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    notBefore: at(-1_000),
    notAfter: at(1_000),
    serialNumber: '4001',
    name: `CN=${name} CA`,
    signingAlgorithm: rsa,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  })
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    ...life,
    serialNumber: '4002',
    subject: `CN=${name}`,
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: rsa,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    ],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return {
    ca: authority.toString('pem'),
    key: {
      privateKey: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
      certificates: [certificate.toString('pem')],
    },
  }
}

import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const dayMs = 86_400_000

/** PEM texts. */
export interface Pair {
  readonly cert: string
  readonly key: string
}

export interface Wanted {
  readonly subject: string
  readonly usage: 'server' | 'client'
  /** Days from now, in which it is valid; a day ago until in a year unless given. */
  readonly fromDay?: number
  readonly untilDay?: number
}

export interface Authority {
  readonly ca: string
  issue(wanted: Wanted): Promise<Pair>
}

/** An authority for one test, which signs whatever it is asked for. */
export async function makeAuthority(name: string): Promise<Authority> {
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0])
  const day = (offset: number) => new Date(Date.now() + offset * dayMs)
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  let serial = 1
  const next = () => (0x4000 + serial++).toString(16)
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    notBefore: day(-1_000),
    notAfter: day(1_000),
    serialNumber: next(),
    name: `CN=${name}`,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  })
  return {
    ca: authority.toString('pem'),
    async issue({ subject, usage, fromDay = -1, untilDay = 365 }) {
      const own = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
      const { serverAuth, clientAuth } = x509.ExtendedKeyUsage
      const certificate = await x509.X509CertificateGenerator.create({
        notBefore: day(fromDay),
        notAfter: day(untilDay),
        serialNumber: next(),
        subject: `CN=${subject}`,
        issuer: authority.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        extensions: [
          new x509.BasicConstraintsExtension(false),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([usage === 'server' ? serverAuth : clientAuth]),
          new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: subject }]),
        ],
      })
      const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', own.privateKey))
      return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(key, 'PRIVATE KEY') }
    },
  }
}

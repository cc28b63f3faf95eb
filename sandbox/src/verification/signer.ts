import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { SigningKey } from '@yuming/signed-codes'
import { text } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const
const yearMs = 365 * 86_400_000

/** The provider's key for codes and its certificate, which registries and registrars trust; made once and kept. */
export async function signerOf(store: Store, clock: Clock): Promise<SigningKey> {
  const known = store.get('select private_key, certificate from signer')
  if (known) return { privateKey: text(known, 'private_key'), certificates: [text(known, 'certificate')] }
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0])
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  // A year back and long ahead: the sandbox's clock moves in both directions.
  const now = clock.now().getTime()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    notBefore: new Date(now - yearMs),
    notAfter: new Date(now + 20 * yearMs),
    serialNumber: '5001',
    name: 'CN=Sandbox Verification Service',
    signingAlgorithm: rsa,
    keys,
    extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const made = {
    privateKey: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    certificates: [certificate.toString('pem')],
  }
  store.run(
    'insert into signer (id, private_key, certificate) values (1, ?, ?)',
    made.privateKey,
    certificate.toString('pem'),
  )
  return made
}

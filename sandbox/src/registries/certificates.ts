import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import type { Clock } from '../world/clock.ts'
import type { Random } from '../world/random.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const tenYearsMs = 10 * 365 * 86_400_000

interface KeyFiles {
  readonly cert: string
  readonly key: string
}

/** Paths of PEM files. */
export interface RegistryTls {
  readonly ca: string
  readonly server: KeyFiles
  readonly clients: Readonly<Record<string, KeyFiles>>
}

/** A registry's own authority, its server certificate and one client certificate per registrar; made once and kept. */
export async function registryTls(options: {
  folder: string
  name: string
  clientIds: readonly string[]
  clock: Clock
  random: Random
}): Promise<RegistryTls> {
  const { folder, clientIds } = options
  const files = (name: string): KeyFiles => ({ cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) })
  const tls: RegistryTls = {
    ca: join(folder, 'ca.crt'),
    server: files('server'),
    clients: Object.fromEntries(clientIds.map((id) => [id, files(id)])),
  }
  const wanted = [tls.ca, ...[tls.server, ...Object.values(tls.clients)].flatMap((pair) => [pair.cert, pair.key])]
  if (!wanted.every((file) => existsSync(file))) await make(tls, options)
  return tls
}

async function make(tls: RegistryTls, options: Parameters<typeof registryTls>[0]): Promise<void> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0])
  const now = options.clock.now()
  // A day back: a sandbox clock that was moved must not make its own certificates start in the future.
  const life = { notBefore: new Date(now.getTime() - 86_400_000), notAfter: new Date(now.getTime() + tenYearsMs) }
  const serial = () => Buffer.from([0x40, ...options.random.bytes(15)]).toString('hex')
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...life,
    serialNumber: serial(),
    name: `CN=${options.name} CA`,
    signingAlgorithm: algorithm,
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  })
  const issue = async (files: KeyFiles, subject: string, usage: 'server' | 'client') => {
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
    const certificate = await x509.X509CertificateGenerator.create({
      ...life,
      serialNumber: serial(),
      subject: `CN=${subject}`,
      issuer: authority.subject,
      publicKey: keys.publicKey,
      signingKey: authorityKeys.privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([
          usage === 'server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth,
        ]),
        ...(usage === 'server'
          ? [
              new x509.SubjectAlternativeNameExtension([
                { type: 'dns', value: 'localhost' },
                { type: 'ip', value: '127.0.0.1' },
              ]),
            ]
          : []),
      ],
    })
    const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
    const pem = `-----BEGIN PRIVATE KEY-----\n${(pkcs8.match(/.{1,64}/g) ?? []).join('\n')}\n-----END PRIVATE KEY-----\n`
    writeFileSync(files.cert, `${certificate.toString('pem')}\n`)
    writeFileSync(files.key, pem, { mode: 0o600 })
  }
  await issue(tls.server, 'localhost', 'server')
  for (const [clientId, files] of Object.entries(tls.clients)) await issue(files, clientId, 'client')
  writeFileSync(tls.ca, `${authority.toString('pem')}\n`)
}

export function readPem(path: string): string {
  return readFileSync(path, 'utf8')
}

import { readFileSync } from 'node:fs'
import type { Configuration } from '../configuration/index.ts'
import { type KeyService, keyFileService } from './key-service.ts'
import { transitKeyService, transitPrefix } from './transit-key-service.ts'

/**
 * The key service that the configuration names. With both a key file and a key service, the service wraps and the file
 * only opens what it wrapped before: so a platform moves from one to the other (`npm run vault:rotate`).
 */
export function configuredKeyService({ keyFile, transit }: Configuration['vault'], now: () => number): KeyService {
  if (!transit) {
    if (keyFile === undefined) throw new Error('vault.keyFile or vault.transit must be set')
    return keyFileService(keyFile)
  }
  const { address, key, mount, token, tokenFile, timeoutMs, cacheSeconds, tls } = transit
  const pem = (file: string | undefined) => (file === undefined ? undefined : readFileSync(file, 'utf8'))
  const [ca, cert, clientKey] = [pem(tls?.ca), pem(tls?.cert), pem(tls?.key)]
  const service = transitKeyService({
    address,
    key,
    mount,
    token: () => (tokenFile === undefined ? (token?.reveal() ?? '') : readFileSync(tokenFile, 'utf8').trim()),
    timeoutMs,
    cacheMs: cacheSeconds * 1_000,
    now,
    tls: { ...(ca ? { ca } : {}), ...(cert ? { cert } : {}), ...(clientKey ? { key: clientKey } : {}) },
  })
  if (keyFile === undefined) return service
  const older = keyFileService(keyFile)
  return {
    ...service,
    unwrap: (wrapped) => (wrapped.masterKey.startsWith(transitPrefix) ? service : older).unwrap(wrapped),
  }
}

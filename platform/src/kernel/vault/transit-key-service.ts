import { setTimeout as pause } from 'node:timers/promises'
import { createDataKeyCache } from './data-key-cache.ts'
import type { KeyService } from './key-service.ts'
import { callTransit, KeyServiceFailed, type TransitConnection } from './transit-call.ts'

export interface TransitOptions extends Omit<TransitConnection, 'pause'> {
  /** Name of the key at the service. */
  readonly key: string
  /** Where the engine is mounted. */
  readonly mount?: string
  /** How long an unwrapped data key stays in memory. */
  readonly cacheMs: number
  /** Milliseconds that only go forward. */
  readonly now: () => number
  readonly pause?: TransitConnection['pause']
}

/** Ids of master keys at a key service: `transit:<key>:v<version>`. */
export const transitPrefix = 'transit:'

/**
 * Data keys wrapped by a key service that speaks the transit protocol over HTTP (POST /v1/transit/encrypt|decrypt/<key>,
 * X-Vault-Token): the master key never reaches this machine. @throws KeyServiceFailed
 */
export function transitKeyService(options: TransitOptions): KeyService {
  const { key, mount = 'transit', cacheMs, now } = options
  const connection: TransitConnection = { ...options, pause: options.pause ?? pause }
  const cache = createDataKeyCache({ ttlMs: cacheMs, limit: 1_000, now })
  const path = (action: string) => `${mount}/${action}/${encodeURIComponent(key)}`

  async function wrap(dataKey: Buffer): Promise<{ masterKey: string; wrapped: Buffer }> {
    const { ciphertext } = await callTransit(connection, path('encrypt'), { plaintext: dataKey.toString('base64') })
    const version = typeof ciphertext === 'string' ? /^vault:(v\d+):[\w+/=]+$/.exec(ciphertext)?.[1] : undefined
    if (typeof ciphertext !== 'string' || version === undefined)
      throw new KeyServiceFailed('the key service answered without a ciphertext')
    return { masterKey: `${transitPrefix}${key}:${version}`, wrapped: Buffer.from(ciphertext) }
  }

  return {
    async wrap(dataKey) {
      const wrapped = await wrap(dataKey)
      cache.put(wrapped.wrapped.toString(), dataKey)
      return wrapped
    },
    async unwrap({ masterKey, wrapped }) {
      if (!masterKey.startsWith(`${transitPrefix}${key}:`))
        throw new KeyServiceFailed(`the key service has no master key "${masterKey}"`)
      const ciphertext = wrapped.toString()
      const known = cache.get(ciphertext)
      if (known) return known
      const { plaintext } = await callTransit(connection, path('decrypt'), { ciphertext })
      const dataKey = typeof plaintext === 'string' ? Buffer.from(plaintext, 'base64') : Buffer.alloc(0)
      if (dataKey.length !== 32) throw new KeyServiceFailed('the key service answered without a data key')
      cache.put(ciphertext, dataKey)
      return dataKey
    },
    // Whoever may wrap may learn the version by wrapping; reading the key's record would need one more right.
    current: async () => (await wrap(Buffer.alloc(32))).masterKey,
    async rotate() {
      await callTransit(connection, `${path('keys')}/rotate`, {})
      return (await wrap(Buffer.alloc(32))).masterKey
    },
  }
}

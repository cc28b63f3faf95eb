import { createCipheriv, createDecipheriv } from 'node:crypto'
import { PayloadRejected } from './rejected.ts'

/** The interface says neither how long a key is nor how its text is read, so both are settings of a connection. */
export interface AesSettings {
  readonly key: string
  /** As the bureau issued it; the same for every file of an enterprise. */
  readonly iv: string
  readonly keyBytes?: 16 | 24 | 32
  readonly form?: 'ascii' | 'hex' | 'base64'
}

interface AesKey {
  readonly name: `aes-${128 | 192 | 256}-cbc`
  readonly key: Buffer
  readonly iv: Buffer
}

/** @throws RangeError when key or IV have another length: a mistake in the configuration, found before any call */
export function aesKey({ key, iv, keyBytes = 16, form = 'ascii' }: AesSettings): AesKey {
  const bytes = Buffer.from(key, form)
  const vector = Buffer.from(iv, form === 'ascii' || iv.length === 16 ? 'ascii' : form)
  if (bytes.length !== keyBytes) throw new RangeError(`the AES key has ${bytes.length} bytes, not ${keyBytes}`)
  if (vector.length !== 16) throw new RangeError(`the AES IV has ${vector.length} bytes, not 16`)
  return {
    name: keyBytes === 16 ? 'aes-128-cbc' : keyBytes === 24 ? 'aes-192-cbc' : 'aes-256-cbc',
    key: bytes,
    iv: vector,
  }
}

export function encrypt(bytes: Uint8Array, settings: AesSettings): Buffer {
  const { name, key, iv } = aesKey(settings)
  const cipher = createCipheriv(name, key, iv)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

/** @throws PayloadRejected when the padding is wrong, which another key nearly always makes it */
export function decrypt(bytes: Uint8Array, settings: AesSettings): Buffer {
  const { name, key, iv } = aesKey(settings)
  const decipher = createDecipheriv(name, key, iv)
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()])
  } catch {
    throw new PayloadRejected('decryption', 'the payload cannot be decrypted with this key and IV')
  }
}

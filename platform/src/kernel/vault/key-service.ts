import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'

/** A data key as it is stored: wrapped by the master key of that id. */
export interface WrappedKey {
  readonly masterKey: string
  readonly wrapped: Buffer
}

/** Wraps and unwraps data keys. The master key itself never leaves it: a file here, a KMS elsewhere. */
export interface KeyService {
  wrap(dataKey: Buffer): Promise<WrappedKey>
  /** @throws when the master key is not known or the wrapped key was changed */
  unwrap(key: WrappedKey): Promise<Buffer>
  /** Id of the master key that wraps now. */
  current(): string
}

interface KeyFile {
  current: string
  keys: Record<string, string>
}

/**
 * Master keys in one file that only its owner may read (0600); made on first start. `rotate` adds a key and wraps with
 * it from then on; older ones stay to unwrap what they wrapped.
 */
export function keyFileService(file: string): KeyService & { rotate(): string } {
  if (!existsSync(file)) write(file, added({ current: '', keys: {} }))
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file} may be read by others: run "chmod 600" on it, and consider its keys known`)
  let held = JSON.parse(readFileSync(file, 'utf8')) as KeyFile
  const keyOf = (id: string): Buffer => {
    const key = held.keys[id]
    if (key === undefined) throw new Error(`the key file has no master key "${id}"`)
    return Buffer.from(key, 'base64')
  }
  return {
    current: () => held.current,
    async wrap(dataKey) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(held.current), nonce)
      const wrapped = Buffer.concat([nonce, cipher.update(dataKey), cipher.final()])
      return { masterKey: held.current, wrapped: Buffer.concat([wrapped, cipher.getAuthTag()]) }
    },
    async unwrap({ masterKey, wrapped }) {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(masterKey), wrapped.subarray(0, 12))
      decipher.setAuthTag(wrapped.subarray(-16))
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
    },
    rotate() {
      held = added(held)
      write(file, held)
      return held.current
    },
  }
}

function added(keys: KeyFile): KeyFile {
  const id = `k${Object.keys(keys.keys).length + 1}`
  return { current: id, keys: { ...keys.keys, [id]: randomBytes(32).toString('base64') } }
}

function write(file: string, keys: KeyFile): void {
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

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
  current(): Promise<string>
  /** Makes a new master key that wraps from now on; older ones stay, to unwrap. Returns its id. */
  rotate(): Promise<string>
}

interface KeyFile {
  current: string
  keys: Record<string, string>
}

/** Master keys in one file that only its owner may read (0600); made on first start. */
export function keyFileService(file: string): KeyService {
  if (!existsSync(file)) createOnce(file, added({ current: '', keys: {} }))
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} may be read by others: run "chmod 600" on it, and consider its keys known`)
  let held = read(file)
  let version = versionOf(file)
  // Another process may have rotated, which replaces the file: from then on this one wraps with the new key as well.
  const latest = (): KeyFile => {
    const now = versionOf(file)
    if (now !== version) {
      held = read(file)
      version = now
    }
    return held
  }
  const keyOf = (id: string): Buffer => {
    if (held.keys[id] === undefined) held = read(file)
    const key = held.keys[id]
    if (key === undefined) throw new Error(`the key file has no master key "${id}"`)
    return Buffer.from(key, 'base64')
  }
  return {
    current: async () => latest().current,
    async wrap(dataKey) {
      const masterKey = latest().current
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(masterKey), nonce)
      const wrapped = Buffer.concat([nonce, cipher.update(dataKey), cipher.final()])
      return { masterKey, wrapped: Buffer.concat([wrapped, cipher.getAuthTag()]) }
    },
    async unwrap({ masterKey, wrapped }) {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(masterKey), wrapped.subarray(0, 12))
      decipher.setAuthTag(wrapped.subarray(-16))
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
    },
    async rotate() {
      held = added(read(file))
      replace(file, held)
      return held.current
    },
  }
}

function added(keys: KeyFile): KeyFile {
  const id = `k${Object.keys(keys.keys).length + 1}`
  return { current: id, keys: { ...keys.keys, [id]: randomBytes(32).toString('base64') } }
}

/** The number of a file alone is given again to another, when it is free. */
function versionOf(file: string): string {
  const { ino, mtimeNs, size } = statSync(file, { bigint: true })
  return `${ino} ${mtimeNs} ${size}`
}

function read(file: string): KeyFile {
  return JSON.parse(readFileSync(file, 'utf8')) as KeyFile
}

// Two processes that start at once must end with one key: whoever comes second keeps what the first has written.
function createOnce(file: string, keys: KeyFile): void {
  const fresh = durable(file, keys)
  try {
    linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(fresh)
  }
  syncFolder(file)
}

// A crash leaves the old file or the new one, never half of either: losing it would lose everything that is sealed.
function replace(file: string, keys: KeyFile): void {
  renameSync(durable(file, keys), file)
  syncFolder(file)
}

// A name is in its folder for good only when the folder was written as well: a key that has wrapped must not be gone again.
function syncFolder(file: string): void {
  const folder = openSync(path.dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function durable(file: string, keys: KeyFile): string {
  const fresh = `${file}.${process.pid}.new`
  const handle = openSync(fresh, 'w', 0o600)
  try {
    writeFileSync(handle, `${JSON.stringify(keys, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return fresh
}

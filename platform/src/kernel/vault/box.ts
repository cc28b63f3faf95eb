import type { KeyService } from './key-service.ts'

/** A box: two bytes of head length, a JSON head with the wrapped data key and the nonce, and the sealed content. */
export interface Box {
  readonly masterKey: string
  readonly wrapped: Buffer
  readonly nonce: Buffer
  readonly sealed: Buffer
}

export function writeBox({ masterKey, wrapped, nonce, sealed }: Box): Buffer {
  const head = Buffer.from(JSON.stringify({ k: masterKey, w: wrapped.toString('base64'), n: nonce.toString('base64') }))
  const size = Buffer.alloc(2)
  size.writeUInt16BE(head.length)
  return Buffer.concat([size, head, sealed])
}

export function readBox(box: Buffer): Box {
  const end = 2 + box.readUInt16BE(0)
  const head = JSON.parse(box.subarray(2, end).toString('utf8')) as { k: string; w: string; n: string }
  return {
    masterKey: head.k,
    wrapped: Buffer.from(head.w, 'base64'),
    nonce: Buffer.from(head.n, 'base64'),
    sealed: box.subarray(end),
  }
}

/** How the head of every box under one master key begins, after the two bytes of its length. */
export function boxedUnder(masterKey: string): Buffer {
  return Buffer.from(`{"k":${JSON.stringify(masterKey)},`)
}

/** The same content, its data key wrapped by the current master key. */
export async function rewrapBox(box: Buffer, keys: KeyService): Promise<Buffer> {
  const { nonce, sealed, ...key } = readBox(box)
  return writeBox({ ...(await keys.wrap(await keys.unwrap(key))), nonce, sealed })
}

import { createHash } from 'node:crypto'
import { type AesSettings, decrypt, encrypt } from './cipher.ts'
import { PayloadRejected } from './rejected.ts'
import { unzipOne, zipOne } from './zip.ts'

/** The payload as the methods carry it. */
export interface Sealed {
  /** 0 = none, 1 = AES */
  readonly encryptAlgorithm: number
  /** 0 = MD5 */
  readonly hashAlgorithm: number
  /** 0 = zip */
  readonly compressionFormat: number
  readonly beianInfo: string
  readonly beianInfoHash: string
}

/** XML bytes → zip → hash of the zip → AES of the zip → base64. */
export function seal(xml: Uint8Array, fileName: string, aes?: AesSettings): Sealed {
  const zip = zipOne(fileName, xml)
  return {
    encryptAlgorithm: aes ? 1 : 0,
    hashAlgorithm: 0,
    compressionFormat: 0,
    beianInfo: (aes ? encrypt(zip, aes) : zip).toString('base64'),
    beianInfoHash: payloadHash(zip),
  }
}

/** Of the zip before it is encrypted. */
export function payloadHash(zip: Uint8Array): string {
  return createHash('md5').update(zip).digest('base64')
}

/**
 * base64 → AES → hash compared → the one file of the zip.
 * @throws PayloadRejected
 */
export async function unseal(
  sealed: Sealed,
  { aes, largestXml }: { readonly aes?: AesSettings | undefined; readonly largestXml: number },
): Promise<{ name: string; bytes: Buffer }> {
  if (sealed.hashAlgorithm !== 0)
    throw new PayloadRejected('algorithm', `hash algorithm ${sealed.hashAlgorithm} is unknown`)
  if (sealed.compressionFormat !== 0)
    throw new PayloadRejected('algorithm', `compression format ${sealed.compressionFormat} is unknown`)
  const zip = deciphered(fromBase64(sealed.beianInfo), sealed.encryptAlgorithm, aes)
  if (payloadHash(zip) !== fromBase64(sealed.beianInfoHash).toString('base64'))
    throw new PayloadRejected('hash', 'the hash of the payload is another one')
  return unzipOne(zip, largestXml)
}

function deciphered(bytes: Buffer, algorithm: number, aes: AesSettings | undefined): Buffer {
  if (algorithm === 0) return bytes
  if (algorithm !== 1) throw new PayloadRejected('algorithm', `encryption algorithm ${algorithm} is unknown`)
  if (!aes) throw new PayloadRejected('decryption', 'the payload is encrypted and this connection has no key')
  return decrypt(bytes, aes)
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/

function fromBase64(text: string): Buffer {
  const compact = text.replace(/[\t\n\r ]+/g, '')
  if (compact.length % 4 !== 0 || !base64.test(compact))
    throw new PayloadRejected('base64', 'the payload is not base64')
  return Buffer.from(compact, 'base64')
}

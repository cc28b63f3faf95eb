import { namespaces } from '../../namespaces.ts'

/** Secure transfer authorisation (RFC 9154). It has no elements: announced in the greeting, it promises the practice below. */
export const secureAuthInfo = {
  name: 'secure-authinfo-transfer-1.0',
  uri: namespaces.secureAuthInfo,
  elements: {},
} as const

const fewestBytes = 16

/**
 * Authorisation information from random bytes: printable, without characters that XML or people confuse.
 * @throws RangeError below the 128 bits that RFC 9154 §4.1 asks for
 */
export function authInfoFrom(random: Uint8Array): string {
  if (random.length < fewestBytes) throw new RangeError(`${random.length} bytes are fewer than ${fewestBytes}`)
  return Buffer.from(random).toString('base64url')
}

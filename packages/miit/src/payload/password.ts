import { createHash } from 'node:crypto'
import { passwordBytes } from './charset.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** `randVal`: 20 characters, fresh for each call; a shorter one is answered with code 16. */
export function freshRandomValue(randomBytes: (size: number) => Uint8Array): string {
  let value = ''
  while (value.length < 20)
    // Above 247 the remainder would favour some letters.
    for (const byte of randomBytes(32)) if (byte < 248 && value.length < 20) value += letters[byte % 62]
  return value
}

/** `pwdHash = base64(MD5(GBK(password + randVal)))`, over the sixteen raw digest bytes. */
export function passwordHash(password: string, randomValue: string): string {
  return createHash('md5')
    .update(passwordBytes(password + randomValue))
    .digest('base64')
}

/** `ICPmm`: a filing password (备案密码) as the 32 hex digits of its MD5. */
export function filingPasswordDigest(password: string): string {
  return createHash('md5').update(passwordBytes(password)).digest('hex')
}

import { createSign, createVerify, type KeyObject } from 'node:crypto'

/**
 * The text that is signed: every parameter with a value, without `sign` (and, for notifications, without `sign_type`),
 * sorted by name, as `name=value` joined by `&`, values as they are before any URL encoding.
 */
export function signedText(
  parameters: Readonly<Record<string, string>>,
  { without }: { without: readonly string[] },
): string {
  return Object.keys(parameters)
    .filter((name) => !without.includes(name) && parameters[name] !== '')
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join('&')
}

/** RSA2: SHA-256 with RSA (PKCS #1 v1.5), base64. */
export function sign(text: string, key: KeyObject): string {
  return createSign('RSA-SHA256').update(text, 'utf8').sign(key, 'base64')
}

export function verify(text: string, signature: string, key: KeyObject): boolean {
  try {
    return createVerify('RSA-SHA256').update(text, 'utf8').verify(key, signature, 'base64')
  } catch {
    return false
  }
}

import { createSign, createVerify } from 'node:crypto'

/**
 * The string that RSA2 covers: parameters sorted by name, empty ones left out, joined `a=1&b=2` without any escaping.
 * A request covers `sign_type`; an asynchronous notification does not.
 */
export function signedString(parameters: Readonly<Record<string, string>>, without: readonly string[]): string {
  return Object.keys(parameters)
    .filter((name) => !without.includes(name) && parameters[name] !== '')
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join('&')
}

/** SHA256withRSA over UTF-8, in base64. */
export function rsa2(content: string, privateKeyPem: string): string {
  return createSign('RSA-SHA256').update(content, 'utf8').sign(privateKeyPem, 'base64')
}

export function rsa2Matches(content: string, signature: string, publicKeyPem: string): boolean {
  try {
    return createVerify('RSA-SHA256').update(content, 'utf8').verify(publicKeyPem, signature, 'base64')
  } catch {
    return false
  }
}

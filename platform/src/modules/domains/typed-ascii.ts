/** A name in an address, as a person may type it, in its A-label form. */
export function typedAscii(typed: string): string {
  try {
    return new URL(`http://${typed}`).hostname
  } catch {
    return typed.toLowerCase()
  }
}

/** Where a page of a list ends, as text that callers hand back unread. */
export function encodeCursor(place: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** undefined for a cursor that somebody made up: such a list starts from the beginning. */
export function decodeCursor(text: string | undefined): [string, string] | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string'))
      return value as [string, string]
  } catch {
    // Not one of ours.
  }
  return undefined
}

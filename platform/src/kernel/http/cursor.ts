/** Where a page of a list ends, as text that callers hand back unread. */
export function encodeCursor(place: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** What a list is ordered by: what else a cursor holds never reaches the database. */
const isOf = {
  day: (text: string) => /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && isMoment(`${text}T00:00:00.000Z`),
  instant: (text: string) => /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && isMoment(text),
  uuid: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  // PostgreSQL takes no text with this character.
  text: (text: string) => !text.includes('\0'),
} as const
export type PlaceOf = keyof typeof isOf

/** undefined for a cursor that somebody made up: such a list starts from the beginning. */
export function decodeCursor(
  text: string | undefined,
  of: readonly [PlaceOf, PlaceOf] = ['text', 'text'],
): [string, string] | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(value) || value.length !== 2) return undefined
    const [first, second] = value as unknown[]
    if (typeof first !== 'string' || typeof second !== 'string') return undefined
    return isOf[of[0]](first) && isOf[of[1]](second) ? [first, second] : undefined
  } catch {
    // Not one of ours.
  }
  return undefined
}

/** That there is such a day: the thirty-first of a short month is none. */
function isMoment(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString() === text
}

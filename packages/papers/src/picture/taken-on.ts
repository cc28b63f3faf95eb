/** Days of Exif are 20 ASCII characters of one form (CIPA DC-008, DateTime). */
const moment = /(?:^|[^\d])((?:19|20)\d{2}):(0[1-9]|1[0-2]):(0[1-9]|[12]\d|3[01]) [0-2]\d:[0-5]\d:[0-6]\d/g
/** Exif stands in front of the pixels, and holds no more than a segment of a JPEG. */
const within = 131_072

/** The day (YYYY-MM-DD) on which the camera says that it took a picture: the earliest of its days; undefined where it says none. */
export function takenOn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, within))
  const at = head.indexOf('Exif\0\0', 0, 'latin1')
  if (at < 0) return undefined
  const days = [...head.toString('latin1', at).matchAll(moment)].map(
    ([, year, month, day]) => `${year}-${month}-${day}`,
  )
  return days.toSorted()[0]
}

// What people type for the dot of a name: U+2022, U+30FB, U+2027, U+22C5, U+FF65, U+2219, U+FF0E, and the full stop.
const dotVariants = /[•・‧⋅･∙．.]/g
const dotVariant = /[•・‧⋅･∙．.]/
const narrowBracket = /[()]/
// Kangxi and CJK radicals, and compatibility ideographs: they look like characters of names, and are other code points.
const lookAlike = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u115f\u3164\ufffd]/u

export const han = /[\p{Script=Han}\u{20000}-\u{3fffd}]/u
// Planes 2 and 3 hold nothing but characters; the newest of them are not in every table of scripts yet.
const hanNameOnly = /^[\p{Script=Han}\u{20000}-\u{3fffd}·]+$/u

export function hasDotVariant(name: string): boolean {
  return dotVariant.test(name)
}

export function hasNarrowBracket(name: string): boolean {
  return narrowBracket.test(name) && han.test(name)
}

export function hasLookAlike(name: string): boolean {
  return lookAlike.test(name)
}

/** Controls, invisible characters, halves of characters, and characters of one's own fonts (private use). */
export function hasUnseen(name: string): boolean {
  return unseen.test(name)
}

/** Characters, however rare (also those beyond U+FFFF), and the dot between parts of a name. */
export function isHanName(name: string): boolean {
  return hanNameOnly.test(normalName(name))
}

/** Length in characters; one rare character counts once. */
export function lengthOf(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit <= 0xdbff) length--
  }
  return length
}

/** The one way of writing a name: NFC, wide brackets and the dot `·` beside Chinese characters, no spaces around. */
export function normalName(name: string): string {
  const composed = (lookAlike.test(name) ? name.normalize('NFKC') : name.normalize('NFC')).trim()
  if (!han.test(composed)) return composed.replace(/\s+/g, ' ')
  return composed.replace(dotVariants, '·').replaceAll('(', '（').replaceAll(')', '）')
}

/** Whether two ways of writing are one name: brackets, dots, spaces and the case of Latin letters do not count. */
export function sameName(left: string, right: string): boolean {
  return left === right || keyOf(left) === keyOf(right)
}

function keyOf(name: string): string {
  return normalName(name).replace(/\s+/g, '').toLowerCase()
}

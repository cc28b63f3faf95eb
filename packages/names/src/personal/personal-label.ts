import { fold } from '../normalise.ts'
import { type OfferedWords, offeredWords } from './offered-words.ts'

/** How a 姓名.网址 label is put together: 设计师 + 张三 + 博士. Either word may be missing, and is '' then. */
export interface PersonalParts {
  readonly before: string
  readonly name: string
  readonly after: string
}

export type PersonalDefect = 'name-empty' | 'name-signs' | 'name-not-han' | 'before-not-offered' | 'after-not-offered'

// Planes 2 and 3 hold nothing but characters, the newest of which are in no table of scripts yet.
const hanOnly = /^[\p{Script=Han}\u{20000}-\u{3fffd}]+$/u
const sign = /[\p{P}\p{S}]/u

/** The name of a person as it stands in a label: folded as every label is, without spaces. */
export function nameInLabel(name: string): string {
  return fold(name).replace(/\p{White_Space}/gu, '')
}

/** What is wrong with the parts that somebody chose; the name alone is typed, the words are picked (S1-116…S1-119). */
export function personalDefect(
  { before, name, after }: PersonalParts,
  words: Pick<OfferedWords, 'before' | 'after'> = offeredWords,
): PersonalDefect | undefined {
  const written = name.replace(/\p{White_Space}/gu, '')
  if (written === '') return 'name-empty'
  if (sign.test(written)) return 'name-signs'
  if (!hanOnly.test(nameInLabel(name))) return 'name-not-han'
  if (before !== '' && !words.before.includes(before)) return 'before-not-offered'
  return after !== '' && !words.after.includes(after) ? 'after-not-offered' : undefined
}

/** The label that the parts make. */
export function personalLabel({ before, name, after }: PersonalParts): string {
  return `${before}${nameInLabel(name)}${after}`
}

/**
 * How a label is made around the name of its holder: an offered word or none, the whole name, an offered word or none.
 * undefined when it is not: 张三丰 is not 张三, and what is not offered is somebody else's name or no word at all.
 */
export function partsAround(
  label: string,
  name: string,
  words: Pick<OfferedWords, 'before' | 'after'> = offeredWords,
): PersonalParts | undefined {
  const written = nameInLabel(name)
  if (written === '') return undefined
  for (const before of ['', ...words.before]) {
    if (!label.startsWith(before + written)) continue
    const after = label.slice(before.length + written.length)
    if (after === '' || words.after.includes(after)) return { before, name: written, after }
  }
  return undefined
}

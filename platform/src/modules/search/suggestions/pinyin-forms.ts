import { hasHan } from './suggestion.ts'

/** Reads Chinese as Latin letters, one entry a character, runs of letters and digits whole. */
export interface PinyinReader {
  /** As the words around a character ask for: 重庆 is chong qing, 重要 is zhong yao. ü is written v. */
  read(text: string): string[]
  /** As a person's name: 曾国藩 is zeng guo fan. */
  readPerson(name: string): string[]
  /** Another reading of a single character (曾: zeng, ceng), the commonest other one; undefined when it has none. */
  second(character: string, first: string): string | undefined
}

export async function loadPinyinReader(): Promise<PinyinReader> {
  const { pinyin, polyphonic } = await import('pinyin-pro')
  const plain = { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' } as const
  const letters = (syllables: string[]) =>
    syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((syllable) => syllable !== '')
  return {
    read: (text) => (hasHan(text) ? letters(pinyin(text, plain)) : [text]),
    readPerson: (name) => letters(pinyin(name, { ...plain, surname: 'head' })),
    second(character, first) {
      const readings = letters(polyphonic(character, { toneType: 'none', type: 'array', v: true }).flat())
      return readings.find((reading) => reading !== first)
    },
  }
}

/** The first letters of syllables; a run of letters or digits that stood in the name is kept whole. */
export function initialsOf(syllables: readonly string[]): string {
  return syllables.map((syllable) => (/^\d+$/.test(syllable) ? syllable : syllable.slice(0, 1))).join('')
}

/**
 * How people type ü when v looks odd: u first of all, as in 女 → nu and 旅 → lu. The third way, yu, is that of passports
 * (LYU, NYU: GB/T 28039-2011).
 */
export function umlautForms(latin: string): string[] {
  if (!/[ln]v/.test(latin)) return []
  return [latin.replace(/([ln])v/g, '$1u'), latin.replace(/([ln])v/g, '$1yu')]
}

import { foldVariants } from './variants/variant-index.ts'

const han = /\p{Script=Han}/u

/** What only says that something is a company, at the end of a name. */
const chineseEndings = [
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '集团公司',
  '总公司',
  '公司',
  '集团',
  '控股',
  '股份',
].map((ending) => foldVariants(ending))
const englishEndings = new Set(
  'co company ltd limited inc incorporated corp corporation group holding holdings llc plc'.split(' '),
)

/** Letters, digits and Han only, without company endings; simplified and traditional forms compare as equal. */
function bare(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  while (words.length > 1 && englishEndings.has(words.at(-1) ?? '')) words.pop()
  let name = foldVariants(words.join(''))
  for (let ending = endingOf(name); ending !== undefined; ending = endingOf(name)) name = name.slice(0, -ending.length)
  return name
}

function endingOf(name: string): string | undefined {
  return chineseEndings.find((ending) => name.endsWith(ending) && name.length > ending.length)
}

/** Text of a holder's name as words are looked for in it. */
function asLabel(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{White_Space}+/gu, '-')
}

/**
 * Whether a holder is the body that the label names: true where the names are equal but for company endings, false where
 * neither is part of the other. undefined where one is only part of the other, or the name is not known in the script of
 * the label: then the naming review decides. `has` tells whether a text has the protected word: a name without it never fits.
 */
export function holderFits(
  label: string,
  name: { readonly zh?: string; readonly en?: string },
  has: (text: string) => boolean,
): boolean | undefined {
  const held = name[han.test(label) ? 'zh' : 'en'] ?? ''
  const [wanted, owned] = [bare(label), bare(held)]
  if (wanted === '' || owned === '') return undefined
  if (!has(asLabel(held))) return false
  if (wanted === owned) return true
  return owned.includes(wanted) || wanted.includes(owned) ? undefined : false
}

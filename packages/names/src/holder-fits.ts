import { variantIndex } from './variants/variant-index.ts'

const han = /\p{Script=Han}/u

/** Letters, digits and Han only; the simplified and the traditional form of a name compare as equal. */
function bare(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return variantIndex(plain) ?? plain
}

/**
 * Whether a holder's name contains what the label names, or the label contains the whole name. undefined when the name is
 * not known in the script of the label. `has` tells whether a text has the protected word: a name without it never fits.
 */
export function holderFits(
  label: string,
  name: { readonly zh?: string; readonly en?: string },
  has: (text: string) => boolean,
): boolean | undefined {
  const held = name[han.test(label) ? 'zh' : 'en'] ?? ''
  const [wanted, owned] = [bare(label), bare(held)]
  if (wanted === '' || owned === '') return undefined
  if (
    !has(
      held
        .normalize('NFKC')
        .toLowerCase()
        .replace(/\p{White_Space}+/gu, '-'),
    )
  )
    return false
  return owned.includes(wanted) || wanted.includes(owned)
}

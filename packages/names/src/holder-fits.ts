const han = /\p{Script=Han}/u

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether a holder's name contains what the label names, or the label contains the whole name.
 * undefined when the name is not known in the script of the label.
 */
export function holderFits(label: string, name: { readonly zh?: string; readonly en?: string }): boolean | undefined {
  const held = name[han.test(label) ? 'zh' : 'en']
  const [wanted, has] = [bare(label), bare(held ?? '')]
  if (wanted === '' || has === '') return undefined
  return has.includes(wanted) || wanted.includes(has)
}

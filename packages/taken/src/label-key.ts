/** How a label becomes the key under which it is looked up: two labels with one key are one name. */
export interface LabelKey {
  /** Written into the index, so that it is never read with another function than it was built with. */
  readonly name: string
  of(label: string): string
}

/** Every label is a name of its own. */
export const plainKey: LabelKey = { name: 'plain', of: (label) => label }

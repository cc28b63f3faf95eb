/** The typeface has no sign for a character: a paper with an empty box in somebody's name is never issued. */
export class MissingGlyph extends Error {
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(`no glyph for ${characters.join(' ')}`)
    this.name = 'MissingGlyph'
    this.characters = characters
  }
}

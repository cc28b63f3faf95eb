/** A help page is data: sections of paragraphs and lists, and the sources it rests on. */
export interface Article {
  slug: string
  title: string
  lead: string
  /** YYYY-MM-DD of the last change of the text. */
  updated: string
  /** A film below /walkthrough, with captions in both languages. */
  video?: string
  sections: { title: string; text?: string[]; list?: string[]; steps?: string[]; warn?: string }[]
  /** The rules in force are shown below the text, as the API gives them. */
  rules?: 'names'
  sources: { title: string; url?: string }[]
}

import type { Path } from '../../router/paths.ts'

/** Who acts at a step of a course: the applicant, the platform, or the ministry with its bureaus. */
export type Lane = 'you' | 'we' | 'bureau'

export interface FlowStep {
  who: Lane
  /** Stands in a box of the drawing: eight characters, or sixteen Latin letters. */
  title: string
  /** How long, or by when; as short as the title. */
  when: string
  /** What is done. */
  text: string
  /** The guide that tells more. */
  help?: string
}

export interface Flow {
  caption: string
  /** What each lane is called; the step after the last comes back to none of them. */
  lanes: Record<Lane, string>
  steps: FlowStep[]
}

/** A guide of ours, a page of ours, or an address elsewhere. */
export type ArticleLink = { title: string } & (
  | { help: string }
  | { to: Exclude<Path, `${string}$${string}`> }
  | { url: string }
)

/** A help page is data: sections of paragraphs and lists, and the sources it rests on. */
export interface Article {
  slug: string
  /** Guides of filing stand together; the others are about names. */
  about?: 'filing'
  title: string
  lead: string
  /** YYYY-MM-DD of the last change of the text. */
  updated: string
  /** A film below /walkthrough, with captions in both languages. */
  video?: string
  /** A course that is drawn, and told step by step below the drawing. */
  flow?: Flow
  sections: {
    title: string
    text?: string[]
    list?: string[]
    steps?: string[]
    warn?: string
    links?: ArticleLink[]
  }[]
  /** The rules in force are shown below the text, as the API gives them. */
  rules?: 'names'
  sources: { title: string; url?: string }[]
}

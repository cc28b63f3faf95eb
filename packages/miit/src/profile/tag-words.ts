/** What an element holds, and how it may be shown. */
export interface TagWords {
  readonly zh: string
  readonly en: string
  /** `plain`: never about a person. `personal`: may be, free text included. `file`: bytes in base64. */
  readonly shown: 'plain' | 'personal' | 'file'
}

export type RejectedBecause =
  | 'not-well-formed'
  | 'document-type'
  | 'encoding'
  | 'too-deep'
  | 'too-large'
  | 'missing'
  | 'duplicate'
  | 'value'

/** A document, or a part of one, that cannot be what it should be. */
export class XmlRejected extends Error {
  readonly because: RejectedBecause
  /** The element that could not be read, where it was only one. */
  raw?: string
  constructor(because: RejectedBecause, message: string) {
    super(message)
    this.name = 'XmlRejected'
    this.because = because
  }
}

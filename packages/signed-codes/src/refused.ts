export type RefusedBecause =
  /** Not base64, too large, no XML, or with a document type. */
  | 'malformed'
  /** More, fewer or other elements than a signed code has. */
  | 'shape'
  /** Another algorithm than RSA with SHA-256 over exclusive canonical XML. */
  | 'algorithm'
  /** The signature is not over the whole code and nothing else. */
  | 'reference'
  /** No certificate, or none that leads to a trusted one, or not valid now. */
  | 'certificate'
  /** The signature or a digest does not match. */
  | 'signature'

/** A signed code that proves nothing. `because` is stable. */
export class SignedCodeRefused extends Error {
  readonly because: RefusedBecause
  constructor(because: RefusedBecause, message: string) {
    super(message)
    this.name = 'SignedCodeRefused'
    this.because = because
  }
}

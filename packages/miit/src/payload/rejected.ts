export type PayloadRejectedBecause =
  | 'algorithm'
  | 'base64'
  | 'decryption'
  | 'hash'
  | 'zip'
  | 'entries'
  | 'entry-name'
  | 'too-large'

/** A payload that cannot be opened. Nothing of it may be used, and a download of it is not acknowledged. */
export class PayloadRejected extends Error {
  readonly because: PayloadRejectedBecause
  constructor(because: PayloadRejectedBecause, message: string) {
    super(message)
    this.name = 'PayloadRejected'
    this.because = because
  }
}

/** A command answered with a code of RFC 5730 §3 that is not a success. Nothing of the command is kept. */
export class Refused extends Error {
  readonly code: number

  /** @param reason one English sentence for `extValue/reason` */
  constructor(code: number, reason: string) {
    super(reason)
    this.code = code
  }
}

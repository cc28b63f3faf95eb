/** A zone file that cannot be trusted as a whole: a bad line, or an end that is not the end. */
export class ZoneRejected extends Error {
  override readonly name = 'ZoneRejected'
  readonly file: string
  /** Counted from 1, in the text after unpacking. */
  readonly line: number
  readonly reason: string

  constructor(file: string, line: number, reason: string) {
    super(`${file}, line ${line}: ${reason}`)
    this.file = file
    this.line = line
    this.reason = reason
  }
}

/** The bureau could not be reached, or its description not be understood: nothing was asked of it. */
export class BureauNotReached extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BureauNotReached'
  }
}

/** Bytes may have arrived and no answer could be read. Of an upload the outcome is unknown until it is asked for. */
export class BureauAnswerLost extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BureauAnswerLost'
  }
}

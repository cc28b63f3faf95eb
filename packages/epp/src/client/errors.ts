import type { EppResponse } from '../frame/response.ts'

/** The server answered, and said no (2000–2599). */
export class EppRefused extends Error {
  readonly response: EppResponse<unknown>
  constructor(response: EppResponse<unknown>) {
    super(`the registry answered ${response.code} ${response.message}`)
    this.name = 'EppRefused'
    this.response = response
  }
}

/** Not one byte of the command left this machine: it may be sent again. */
export class EppNotSent extends Error {
  constructor(reason: string, options?: { cause?: unknown }) {
    super(`the command was not sent: ${reason}`, options)
    this.name = 'EppNotSent'
  }
}

/**
 * Bytes may have reached the server and no answer came. Servers do not recognise a repeated clTRID, so a transform
 * must not be sent again: read what became of it.
 */
export class EppAnswerLost extends Error {
  constructor(reason: string, options?: { cause?: unknown }) {
    super(`the answer was lost: ${reason}`, options)
    this.name = 'EppAnswerLost'
  }
}

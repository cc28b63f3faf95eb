import type { TaskFailure } from './tables.ts'

/** The party said no, or a rule does: the task runs its `failed` steps and ends as failed. */
export class StepRefused extends Error {
  readonly failure: TaskFailure
  constructor(failure: TaskFailure) {
    super(failure.code)
    this.name = 'StepRefused'
    this.failure = failure
  }
}

/** Nothing of the command left this machine: it may be made again. */
export class NotSent extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'NotSent'
  }
}

/** The command may have reached its party and no answer came: only reading can tell. */
export class AnswerLost extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'AnswerLost'
  }
}

/** Not now: try this step again after a while. */
export class RetryLater extends Error {
  readonly afterMs: number
  constructor(afterMs: number) {
    super(`retry after ${afterMs} ms`)
    this.name = 'RetryLater'
    this.afterMs = afterMs
  }
}

/** Another worker took the lease: whatever this one did is rolled back. */
export class FenceLost extends Error {
  constructor() {
    super('the lease was taken by another worker')
    this.name = 'FenceLost'
  }
}

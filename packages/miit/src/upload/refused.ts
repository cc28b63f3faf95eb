import type { Problem } from '../shape/problem.ts'

/** A record that cannot be uploaded as it is; nothing was sent. */
export class UploadRefused extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ field, says }) => (field === '' ? says.en : `${field}: ${says.en}`)).join('; '))
    this.name = 'UploadRefused'
    this.problems = problems
  }
}

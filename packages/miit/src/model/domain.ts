import type { Id } from './id.ts'

/** A domain of a service, in the form in which it is typed (A-label or U-label). */
export interface Domain {
  readonly id?: Id
  readonly bureauId?: Id
  readonly name: string
}

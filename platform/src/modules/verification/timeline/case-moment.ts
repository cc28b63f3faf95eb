import type { Text } from '@yuming/rules'

/** One thing that happened to a case, or outside it and bears on it. */
export interface CaseMoment {
  readonly at: string
  /** `paper` was sent, `looked` at a photograph, or what became of the case. */
  readonly kind: string
  readonly by: 'customer' | 'reviewer' | 'provider' | 'registry' | 'platform'
  /** Which reviewer, as the watermark of the photographs names them. */
  readonly reviewer: string | null
  /** The paper it is about. */
  readonly paper: string | null
  readonly reasons: readonly string[]
  /** What else is known: ids of an exchange, a registry's words, the name. */
  readonly detail: Text | null
}

/** Why something cannot be uploaded as it is: found before a byte leaves. */
export interface Problem {
  readonly code: ProblemCode
  /** Path in the canonical model, such as `services[0].principal.mobile`. */
  readonly field: string
  readonly says: { readonly zh: string; readonly en: string }
  /** What the bureau would answer, where its code is known (section 5). */
  readonly wouldBe?: number
}

export type ProblemCode =
  | 'missing'
  | 'too-short'
  | 'too-long'
  | 'out-of-range'
  | 'form'
  | 'not-encodable'
  | 'too-many'
  | 'too-few'
  | 'too-large'
  | 'unsupported'
  | 'contradiction'

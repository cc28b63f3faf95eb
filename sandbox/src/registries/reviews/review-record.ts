/** 实名审核 of a holder; 命名审核 and 资质审核 of a name; 过户资料审核 of a change of holder that was asked for. */
export const reviewKinds = ['identity', 'naming', 'qualification', 'holder-change'] as const
export type ReviewKind = (typeof reviewKinds)[number]

export interface NewReview {
  readonly kind: ReviewKind
  /** Id of the contact, or the name in A-label form. */
  readonly subject: string
  /** The holder's name, or the label as people write it. */
  readonly title: string
  /** What the create cost, where a failure gives it back. */
  readonly fen: number
}

/** Instants in ISO. */
export interface Review extends NewReview {
  readonly id: number
  /** `withdrawn`: what was to be reviewed is no more, or is another now. */
  readonly state: 'pending' | 'passed' | 'failed' | 'withdrawn'
  readonly reason?: string
  readonly createdAt: string
  readonly decidedAt?: string
  /** When a script decides it. */
  readonly dueAt?: string
}

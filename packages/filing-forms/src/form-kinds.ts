import type { PaperKind } from '@yuming/filing'

/** Papers of an order that are printed from its draft, then signed by hand and handed in as pictures. */
export const formKinds = [
  'verification-form',
  'pledge',
  'truth-notice',
  'truth-pledge',
  'no-pre-approval-pledge',
  'authorisation',
  'plan',
  'several-sites-statement',
] as const satisfies readonly PaperKind[]
export type FormKind = (typeof formKinds)[number]

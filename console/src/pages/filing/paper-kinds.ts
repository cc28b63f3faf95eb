/** Papers that every filing has; what a province wants beside them, its findings name. */
export const always = ['subject-certificate', 'principal-front', 'principal-back'] as const
export const extra = [
  'verification-form',
  'authorisation',
  'domain-certificate',
  'pledge',
  'truth-pledge',
  'no-pre-approval-pledge',
  'pre-approval',
  'plan',
  'several-sites-statement',
  'residence',
  'handheld-person',
] as const

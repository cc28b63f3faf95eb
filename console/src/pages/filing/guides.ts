import type { FilingGuide } from '../../api/filing.ts'

/** The article that explains each type, or why there is none (S3-07). */
export const guides = {
  first: 'filing-first',
  'new-access': 'filing-new-access',
  'new-service-here': 'filing-new-site',
  'new-service-elsewhere': 'filing-new-site-elsewhere',
  'change-subject': 'filing-change',
  'change-service': 'filing-change',
  'change-access': 'filing-change',
  'cancel-subject': 'filing-change',
  'cancel-service': 'filing-change',
  'cancel-access': 'filing-change',
  claim: 'filing-change',
  move: 'filing-change',
  'foreign-domain': 'filing-domain-check',
  'not-known': 'filing-overview',
} as const satisfies Record<FilingGuide, string>

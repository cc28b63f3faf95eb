import type { PaperKind } from '@yuming/filing'
import type { FormFacts } from '../form-facts.ts'
import type { FormKind } from '../form-kinds.ts'
import { authorisation } from './authorisation.ts'
import { noPreApprovalPledge, pledge, severalSitesStatement, truthNotice, truthPledge } from './pledges.ts'
import { sitePlan } from './site-plan.ts'
import { verificationForm } from './verification-form.ts'

export { domainCertificate } from './domain-certificate.ts'

export const forms: Readonly<Record<FormKind & PaperKind, (facts: FormFacts) => Promise<Buffer>>> = {
  'verification-form': verificationForm,
  pledge,
  'truth-notice': truthNotice,
  'truth-pledge': truthPledge,
  'no-pre-approval-pledge': noPreApprovalPledge,
  authorisation,
  plan: sitePlan,
  'several-sites-statement': severalSitesStatement,
}

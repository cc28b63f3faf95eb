import type { PaperKind } from '@yuming/filing'
import type { FormFacts } from './form-facts.ts'
import { authorisation } from './forms/authorisation.ts'
import { noPreApprovalPledge, pledge, severalSitesStatement, truthNotice, truthPledge } from './forms/pledges.ts'
import { sitePlan } from './forms/site-plan.ts'
import { verificationForm } from './forms/verification-form.ts'

const forms = {
  'verification-form': verificationForm,
  pledge,
  'truth-notice': truthNotice,
  'truth-pledge': truthPledge,
  'no-pre-approval-pledge': noPreApprovalPledge,
  authorisation,
  plan: sitePlan,
  'several-sites-statement': severalSitesStatement,
} as const satisfies Partial<Record<PaperKind, (facts: FormFacts) => Promise<Buffer>>>

/** Papers of an order that are printed from its draft, then signed by hand and handed in as pictures. */
export type FormKind = keyof typeof forms
export const formKinds = Object.keys(forms) as [FormKind, ...FormKind[]]

/**
 * A form with the fields of the draft printed (PDF, A4).
 * @throws MissingGlyph when a character of the draft cannot be printed
 */
export async function printForm(kind: FormKind, facts: FormFacts): Promise<Buffer> {
  return await forms[kind](facts)
}

import './tables.ts'

export { agentDuty, keepAgentDuty, scheduleAgentDuty } from './agent-duty.ts'
export { autoRenewal, renewsFrom, scheduleAutoRenewal, tryAgainTomorrow } from './auto-renewal.ts'
export { boxedColumns } from './boxed-columns.ts'
export { claimName, releaseClaim } from './claims.ts'
export { closedFor, operationTitles } from './closed-operations.ts'
export { moveExpiry } from './commands/move-expiry.ts'
export { type DeletedName, deletedTaskKind } from './commands/note-review.ts'
export { recordRegistration } from './commands/record-registration.ts'
export { createContactKeeper } from './contact-keeper.ts'
export { contactsLetGo, letContactsGo } from './contacts-let-go.ts'
export { keepEmailDuty } from './email-duty.ts'
export { DomainNotFound, RenewalRefused } from './errors.ts'
export { createExpiryReminders } from './expiry-reminders.ts'
export { createHoldLifter } from './hold-lifter.ts'
export { holderCandidates, type UnfitHolder } from './holder-candidates.ts'
export { mustVerify } from './must-verify.ts'
export { nameIdentity } from './name-identity.ts'
export { type OwnDomain, ownDomainFacts } from './own-domain-facts.ts'
export type {
  AgreedFee,
  FilingOfName,
  NameAvailability,
  PremiumName,
  Registrant,
  Registries,
  Registry,
  RegistryAnswer,
} from './ports.ts'
export { type DomainRow, isSponsored, ownDomain } from './queries.ts'
export { refusedByRegistry } from './refused-by-registry.ts'
export { alreadyRegistered, formBeside, type RegisteredForm, registeredForms } from './registered-forms.ts'
export { createMessageReader } from './registry-messages.ts'
export { createRegistryMirror } from './registry-mirror.ts'
export { type LoginPasswords, loginPasswords, settlePassword, wantPassword } from './registry-password.ts'
export { type ReviewAxis, type ReviewFacts, reviewAxes } from './review-axes.ts'
export { type ReviewDeps, reviewFacts } from './review-facts.ts'
export { type DomainsRoutesDeps, domainsRoutes } from './routes.ts'
export { unpaidDuty } from './schedule-unpaid.ts'
export { verifyBy } from './service-state.ts'
export { changeHolderTask } from './tasks/change-holder-task.ts'
export { changeStatusTask } from './tasks/change-status-task.ts'
export { contactStep, keepContact } from './tasks/contact-step.ts'
export { deleteContactTask } from './tasks/delete-contact-task.ts'
export { deleteUnpaidTask } from './tasks/delete-unpaid-task.ts'
export { updateContactTask } from './tasks/update-contact-task.ts'
export { typedAscii } from './typed-ascii.ts'
export { keepUnpaidDuty } from './unpaid-duty.ts'
export { keepVerificationDuty, scheduleVerificationDuty, verificationDuty } from './verification-duty.ts'

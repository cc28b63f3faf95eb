import './tables.ts'

export { createCertificateReminders } from './certificate-reminders.ts'
export { circumstancesOf } from './circumstances.ts'
export { templateLetGo } from './commands/delete-template.ts'
export { holdTemplate, lockTemplate, moveIdentity } from './commands/move-identity.ts'
export { noteRefusal } from './commands/note-refusal.ts'
export { tellHolder } from './commands/tell-holder.ts'
export { type EmailDuty, emailDuty, nextOfEmailDuty } from './email-duty.ts'
export { eraseTemplate, templateErasure } from './erase-template.ts'
export { identityDigests } from './identity/digests.ts'
export { type IdentityRecord, identityOf } from './identity/identity-record.ts'
export { settleIdentities } from './identity/settle-identities.ts'
export {
  agentTemplate,
  hasTemplate,
  holderOfName,
  holdersToReport,
  registrantOf,
  templateOf,
  verifiedTemplates,
} from './queries.ts'
export { registrantsRoutes } from './routes.ts'
export { holderFindings, templateFindings } from './rules.ts'
export type { HolderInformation, Template } from './schemas.ts'

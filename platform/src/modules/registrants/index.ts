import './tables.ts'

export { lockTemplate, moveIdentity } from './commands/move-identity.ts'
export { emailDuty } from './email-duty.ts'
export { registrantOf, templateOf } from './queries.ts'
export { registrantsRoutes } from './routes.ts'
export { templateFindings } from './rules.ts'
export type { HolderInformation, Template } from './schemas.ts'

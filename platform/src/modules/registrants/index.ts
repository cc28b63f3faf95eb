import './tables.ts'

export { emailDuty } from './email-duty.ts'
export { registrantOf, templateOf as templateForOrder } from './queries.ts'
export { registrantsRoutes } from './routes.ts'
export { templateFindings } from './rules.ts'
export type { HolderInformation, Template } from './schemas.ts'

export { appraiseName } from './appraise.ts'
export { checkNames } from './check-names.ts'
export type { AvailabilityAsker } from './ports.ts'
export { type SearchRoutesDeps, searchRoutes } from './routes.ts'

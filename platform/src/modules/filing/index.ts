import './tables.ts'

export { filingBoxes } from './boxed-columns.ts'
export type { FilingRegister, KnownToMinistry, RegisteredFiling } from './ports.ts'
export { type FilingRoutesDeps, filingRoutes } from './routes.ts'

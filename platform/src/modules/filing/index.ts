import './tables.ts'

export { filingBoxes } from './boxed-columns.ts'
export { filingFormRoutes } from './forms/form-routes.ts'
export type { FilingRegister, KnownToMinistry, RegisteredFiling } from './ports.ts'
export { publicFilingRoutes } from './public/public-routes.ts'
export { type FilingRoutesDeps, filingRoutes } from './routes.ts'

import './tables.ts'

export type { Appraisal, Appraiser, ListedPrice } from './ports.ts'
export { type ListRoutesDeps, listRoutes } from './routes.ts'

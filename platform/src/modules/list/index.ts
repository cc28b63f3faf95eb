import './tables.ts'

export type { Appraisal, Appraiser } from './ports.ts'
export { listRoutes } from './routes.ts'

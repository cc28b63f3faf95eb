import './tables.ts'

export { paperRoutes } from './paper-routes.ts'
export { reviewRoutes } from './review-routes.ts'

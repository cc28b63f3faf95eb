import './tables.ts'

export { openTicketOf } from './queries.ts'
export { ticketRoutes } from './routes.ts'

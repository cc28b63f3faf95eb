import './tables.ts'

export { consumeNumbers, reserveNumbers } from './commands/numbers-of-order.ts'
export { NotAHoster } from './errors.ts'
export { hosterOf, serversOf } from './queries.ts'
export { serviceNumberRoutes } from './routes.ts'

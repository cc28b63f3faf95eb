import './tables.ts'

export { closeUnpaidOrder } from './commands/close-order.ts'
export { createOrderChanges } from './order-changes.ts'
export { createPaymentWatch } from './payment-watch.ts'
export type { ChannelNotice, ChannelPayment, PaymentChannel } from './ports.ts'
export { type OrdersRoutesDeps, ordersRoutes } from './routes.ts'
export { activateTask, type OrderTaskDeps } from './tasks/activate-task.ts'
export { renewTask } from './tasks/renew-task.ts'

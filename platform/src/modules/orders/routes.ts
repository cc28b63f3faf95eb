import type { FastifyInstance } from 'fastify'
import { type NoticeRoutesDeps, noticeRoutes } from './payments/notice-routes.ts'
import { type PayRoutesDeps, payRoutes } from './payments/pay-routes.ts'
import { type PlaceRoutesDeps, placeRoutes } from './placing/routes.ts'
import { refundRoutes } from './refunds/routes.ts'
import { renewalRoutes } from './renewals/routes.ts'
import { type WatchRoutesDeps, watchRoutes } from './watching/routes.ts'

export type OrdersRoutesDeps = PlaceRoutesDeps & PayRoutesDeps & NoticeRoutesDeps & WatchRoutesDeps

/** Orders, payment and balance (S0-09…S0-30, S1-84…S1-89, S1-99…S1-105). */
export function ordersRoutes(deps: OrdersRoutesDeps) {
  return (app: FastifyInstance): void => {
    placeRoutes(app, deps)
    renewalRoutes(app, deps)
    payRoutes(app, deps)
    noticeRoutes(app, deps)
    refundRoutes(app, deps)
    watchRoutes(app, deps)
  }
}
